import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import type { DraftWord } from '@/utils/messages/draft';
import { press, settle } from '../page-doubles';
import { createPanel, parts, rnd, sales, words } from './double';

const panel = createPanel();

describe('words of a draft', () => {
  const delivery: DraftWord = {
    word: 'delivery',
    yours: { department: rnd, definition: words('A build') },
    theirs: [{ department: sales, definition: words('A signed form') }],
    instead: ['build delivery'],
    note: 'delivery: A build.',
  };

  it('are listed with both meanings; changed and noted only when it is pressed', async () => {
    const { sent } = await panel.open({ 'draft.words': () => [delivery] });
    await panel.see({ kind: 'draft', title: 'Friday' });
    await panel.hear({ say: 'draft', text: 'The delivery', to: [{ address: 'bo@sales.example.com' }] });
    expect(sent('draft.words')).toEqual([
      {
        view: expect.objectContaining({ title: 'Friday' }),
        text: 'The delivery',
        to: [{ address: 'bo@sales.example.com' }],
      },
    ]);
    const part = document.querySelector('.part-draft')!.textContent;
    for (const words of ['You mean', 'A build', 'Sales reads', 'A signed form'])
      expect(part).toContain(words);
    expect(panel.said).toEqual([]);
    await press('Write “build delivery”');
    await press('Add a note at the end');
    expect(panel.said).toEqual([
      { say: 'replace', word: 'delivery', other: 'build delivery' },
      { say: 'add', text: 'delivery: A build.' },
    ]);
  });

  it('go with the draft, which is asked about no more', async () => {
    const { sent } = await panel.open({ 'draft.words': () => [delivery] });
    await panel.see();
    await panel.hear({ say: 'draft', text: 'The delivery', to: [] });
    await panel.hear({ say: 'draft', text: '', to: [] });
    expect(parts()).not.toContain('draft');
    expect(sent('draft.words')).toHaveLength(1);
  });

  it('are those of the last text, whichever answer comes first', async () => {
    const waiting: Array<(words: DraftWord[]) => void> = [];
    await panel.open({ 'draft.words': () => new Promise((resolve) => waiting.push(resolve)) });
    await panel.see();
    await panel.hear({ say: 'draft', text: 'The delivery', to: [] });
    await panel.hear({ say: 'draft', text: 'The launch', to: [] });
    await act(async () => waiting[1]!([{ ...delivery, word: 'launch' }]));
    await act(async () => waiting[0]!([delivery]));
    await settle();
    expect(document.querySelector('.part-draft h3')!.textContent).toBe('launch');
    await panel.hear({ say: 'draft', text: 'The delivery', to: [] });
    await panel.hear({ say: 'draft', text: '', to: [] });
    await act(async () => waiting[2]!([delivery]));
    await settle();
    expect(parts()).not.toContain('draft');
  });
});
