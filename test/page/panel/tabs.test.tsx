import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { aView } from '@/test/fixtures/views';
import type { WordHere } from '@/utils/messages/context';
import type { DraftWord } from '@/utils/messages/draft';
import { settle, text, wordings } from '../page-doubles';
import { createPanel, full, later, parts, sales, title } from './double';

const panel = createPanel();

describe('another tab', () => {
  it('leaves nothing of the one before', async () => {
    const word: WordHere = { term: 1, frame: 0, word: 'delivery', contested: true, others: [sales] };
    await panel.open({
      'context.words': ({ tab }) => (tab === 1 ? [word] : []),
      'draft.words': () => [{ word: 'launch', theirs: [], instead: [], note: 'launch: x' }],
    });
    await panel.see({ title: 'Hinge' });
    await panel.hear({ say: 'draft', text: 'launch', to: [] });
    await panel.hear({ say: 'given-up' });
    expect(text()).toContain('delivery');
    await panel.goTo(2);
    for (const old of ['Hinge', 'Sold by spring', 'delivery', 'launch', 'keeps taking'])
      expect(text(), old).not.toContain(old);
    expect(panel.links.map(({ tab, closed }) => [tab, closed])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it('hears nothing that the one before still says', async () => {
    await panel.open();
    const [old] = panel.links;
    await panel.goTo(2);
    await panel.hear({ say: 'view', view: aView({ title: 'Old' }) }, old);
    await panel.hear({ say: 'given-up' }, old);
    expect(text()).not.toContain('Old');
    expect(text()).not.toContain('keeps taking');
  });

  it('gets no answer that was for the one before', async () => {
    const first = later();
    const [old] = await Promise.all([first, panel.open({ context: () => first.promise })]);
    await panel.see({ title: 'Hinge' });
    await panel.goTo(2);
    await old.answer(full);
    expect(text()).not.toContain('Sold by spring');
  });

  it('gets no words and no draft that were looked up for the one before', async () => {
    let answerWords!: (words: WordHere[]) => void;
    let answerDraft!: (words: DraftWord[]) => void;
    await panel.open({
      'context.words': ({ tab }) => (tab === 1 ? new Promise((resolve) => (answerWords = resolve)) : []),
      'draft.words': () => new Promise((resolve) => (answerDraft = resolve)),
    });
    await panel.see();
    await panel.hear({ say: 'draft', text: 'delivery', to: [] });
    await panel.goTo(2);
    await panel.see({ title: 'Two' });
    await act(() => {
      answerWords([{ term: 1, frame: 0, word: 'delivery', contested: true, others: [sales] }]);
      answerDraft([{ word: 'delivery', theirs: [], instead: [], note: 'x' }]);
    });
    await settle();
    expect(parts()).not.toContain('words');
    expect(text()).not.toContain('delivery');
  });

  it('may be none at all', async () => {
    await panel.open();
    await panel.goTo(null);
    expect(text()).toContain(wordings.en.catalogue.panel_unread);
    expect(parts()).toEqual([]);
  });
});

describe('a page without our script', () => {
  it('that may not be read is said to be so', async () => {
    const { sent } = await panel.open();
    await act(() => panel.links[0]!.lose());
    await settle();
    expect(text()).toContain(wordings.en.catalogue.panel_unread);
    expect(sent('context')).toEqual([]);
  });

  it('is known by address and title, and asked for again', async () => {
    panel.over = { page: async () => ({ url: 'https://docs.example.com/a', title: 'Plan' }) };
    const back = await panel.open();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const pass = (ms: number) =>
      act(async () => {
        await vi.advanceTimersByTimeAsync(ms);
      });
    await act(() => panel.links[0]!.lose());
    await pass(1);
    expect(title()).toBe('Plan');
    expect(back.sent('context')).toEqual([
      { view: expect.objectContaining({ host: 'page', kind: 'page', url: 'https://docs.example.com/a' }) },
    ]);
    expect(panel.links).toHaveLength(1);
    await pass(2000);
    expect(panel.links).toHaveLength(2);
  });
});
