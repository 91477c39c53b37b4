/** When the panel asks which words are marked in its tab. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPanelModel, type PanelState } from '@/entrypoints/panel/panel-model';
import { aView } from '@/test/fixtures/views';
import type { WordHere } from '@/utils/messages/context';
import type { ToPanel } from '@/utils/messages/panel';
import type { PanelBrowser } from '@/utils/platform/panel-browser';
import { background } from './page-doubles';

const word = (text: string): WordHere => ({ term: 1, frame: 0, word: text, contested: false, others: [] });
let end: AbortController;
let hear: (message: ToPanel) => void;
let state: PanelState;
let answers: Array<(words: WordHere[]) => void>;
let asked: () => unknown[];

beforeEach(() => {
  end = new AbortController();
  answers = [];
  const back = background({
    context: () => null,
    'context.words': () => new Promise((resolve) => answers.push(resolve)),
  });
  asked = () => back.sent('context.words');
  const browser: Partial<PanelBrowser> = {
    link(_tab, listener) {
      hear = listener;
      return { send() {}, close() {} };
    },
  };
  createPanelModel(back.send, browser as PanelBrowser, 7, (now) => (state = now), end.signal);
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});
const settle = () => new Promise((resolve) => setTimeout(resolve));
const shown = () => state.words.map(({ word }) => word);

it('asks with each view, and when it is told that others are marked', async () => {
  hear({ say: 'view', view: aView() });
  await settle();
  answers[0]!([word('launch')]);
  await settle();
  expect(shown()).toEqual(['launch']);
  hear({ say: 'marked' });
  await settle();
  answers[1]!([]);
  await settle();
  expect(shown()).toEqual([]);
  expect(asked()).toEqual([{ tab: 7 }, { tab: 7 }]);
});

it('asks no more on a page at rest', async () => {
  vi.useFakeTimers();
  hear({ say: 'view', view: aView() });
  answers[0]?.([word('launch')]);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked()).toHaveLength(1);
});

it('heeds the answer to the last question, whichever comes first', async () => {
  hear({ say: 'view', view: aView() });
  hear({ say: 'marked' });
  await settle();
  answers[1]!([word('delivery')]);
  await settle();
  answers[0]!([word('launch')]);
  await settle();
  expect(shown()).toEqual(['delivery']);
});
