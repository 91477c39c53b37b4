/** When the overlay begins on a page, ends, and begins anew. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { run } from '@/entrypoints/overlay/run';
import type { Notice, PageStart } from '@/utils/messages/protocol';
import { send, Unloaded } from '@/utils/messages/send';
import { startOverlay } from '@/utils/page/overlay';
import { onNotice } from '@/utils/platform/notices';

vi.mock('@/utils/messages/send', async (original) => ({ ...(await original<object>()), send: vi.fn() }));
vi.mock('@/utils/page/overlay', () => ({
  startOverlay: vi.fn(() => ({ isCardOpen: false, command: () => true })),
}));
vi.mock('@/utils/platform/frame-pages', () => ({ cardPage: () => ({ url: '', origin: '', greeting: '' }) }));
vi.mock('@/utils/platform/notices', () => ({ onNotice: vi.fn() }));
vi.mock('@/utils/platform/script-life', () => ({ watchUnloaded: vi.fn() }));
vi.mock('@/utils/platform/transport', () => ({ transport: {} }));

const on = (vocabulary: string): PageStart => ({
  on: true,
  vocabulary,
  settings: { density: 'all', theme: 'auto', hints: true },
  messages: {},
  language: 'en',
  asked: false,
});
/** Answers to `page.start`, the next first. */
let answers: Array<PageStart | Error | Promise<PageStart>>;
let end: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  end = new AbortController();
  answers = [];
  vi.mocked(send).mockImplementation(async () => {
    const answer = await answers.shift()!;
    if (answer instanceof Error) throw answer;
    return answer as never;
  });
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.clearAllMocks();
});

const begun = () => vi.mocked(startOverlay).mock.calls.map(([start]) => start.vocabulary);
const last = () => vi.mocked(startOverlay).mock.lastCall!;
const notify = (notice: Notice) => {
  const [listeners] = vi.mocked(onNotice).mock.lastCall!;
  return (listeners[notice.notice] as (said: object) => unknown)(notice);
};
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('begins where it is on, and only there', async () => {
  answers = [{ on: false }];
  run(end.signal);
  await after(0);
  expect(begun()).toEqual([]);
  answers = [on('v1')];
  notify({ notice: 'changed', script: 'overlay' });
  await after(0);
  expect(begun()).toEqual(['v1']);
});

it('begins anew after a change, and ends what ran before', async () => {
  answers = [on('v1'), { on: false }];
  run(end.signal);
  await after(0);
  const [, , , , signal] = last();
  notify({ notice: 'changed', script: 'overlay' });
  await after(0);
  expect(signal.aborted).toBe(true);
  expect(begun()).toEqual(['v1']);
});

it('heeds the last change, whichever answer comes first', async () => {
  let late!: (start: PageStart) => void;
  answers = [
    on('v1'),
    new Promise((resolve) => {
      late = resolve;
    }),
    on('v3'),
  ];
  run(end.signal);
  await after(0);
  notify({ notice: 'changed', script: 'overlay' });
  notify({ notice: 'changed', script: 'overlay' });
  await after(0);
  late(on('v2'));
  await after(0);
  expect(begun()).toEqual(['v1', 'v3']);
});

it('begins again later when there was no answer, each time later', async () => {
  answers = [new Error('no storage'), new Error('no storage'), on('v1')];
  run(end.signal);
  await after(1000);
  expect(answers).toHaveLength(1);
  await after(1999);
  expect(begun()).toEqual([]);
  await after(1);
  expect(begun()).toEqual(['v1']);
});

it('begins again later when a question went unanswered in the midst of a page', async () => {
  answers = [on('v1'), on('v1')];
  run(end.signal);
  await after(0);
  last()[3].onFailure(new Error('no storage'));
  await after(1000);
  expect(begun()).toEqual(['v1', 'v1']);
});

it('ends for good when the extension is gone', async () => {
  answers = [on('v1'), new Unloaded(), on('v2')];
  run(end.signal);
  await after(0);
  const [, , , , signal] = last();
  notify({ notice: 'changed', script: 'overlay' });
  await after(60_000);
  expect(signal.aborted).toBe(true);
  expect(begun()).toEqual(['v1']);
});
