import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { aView } from '@/test/fixtures/views';
import type { Context } from '@/utils/messages/context';
import { choose, press, settle, text, type, wordings } from '../page-doubles';
import { createPanel, full, later, parts, sales, who, words } from './double';

const panel = createPanel();

describe('what the reader does', () => {
  it('chooses the project, or leaves it to the handbook', async () => {
    const hotel: Context = { ...full, goal: { ...full.goal!, id: 'hotel', goal: words('Twenty hotels'), chosen: true } }; // biome-ignore format: one line says it
    const { sent } = await panel.open({ 'context.choose': ({ project }) => (project ? hotel : full) });
    await panel.see({ title: 'Hinge' });
    await choose('Project', 'hotel');
    expect(text()).toContain('Twenty hotels');
    await choose('Project', '');
    expect(text()).toContain('Sold by spring');
    expect(sent('context.choose')).toEqual([
      { view: expect.objectContaining({ title: 'Hinge' }), project: 'hotel', private: false },
      { view: expect.objectContaining({ title: 'Hinge' }), project: null, private: false },
    ]);
  });

  it('ticks what has come along, for this view', async () => {
    const { sent } = await panel.open({ 'context.tick': () => full });
    await panel.see({ kind: 'card', id: '7', title: 'Hinge' });
    const [sample, prices] = document.querySelectorAll<HTMLInputElement>('.checklist input');
    expect([sample!.checked, prices!.checked]).toEqual([false, true]);
    await act(() => sample!.click());
    await act(() => prices!.click());
    await settle();
    const view = expect.objectContaining({ id: '7' });
    expect(sent('context.tick')).toEqual([
      { view, handoff: 'rnd>sales#0', entry: 0, done: true, private: false },
      { view, handoff: 'rnd>sales#0', entry: 1, done: false, private: false },
    ]);
  });

  it('goes to a word on the page', async () => {
    const { sent } = await panel.open({
      'context.words': () => [{ term: 4, frame: 2, word: 'delivery', contested: true, others: [sales] }],
      'context.show': () => {},
    });
    await panel.see();
    expect(text()).toContain('1 word means something else to Sales');
    await press('delivery');
    expect(sent('context.show')).toEqual([{ tab: 1, frame: 2, term: 4 }]);
  });

  it('asks: the first other department is opened and has the focus', async () => {
    await panel.open();
    await panel.see();
    await panel.hear({ say: 'ask' });
    const row = document.querySelector<HTMLDetailsElement>('.part-who .row:not(.yours)')!;
    expect(row.open).toBe(true);
    expect(document.querySelector<HTMLDetailsElement>('.part-who .row.yours')!.open).toBe(false);
    expect(document.activeElement?.textContent).toContain('Ask Clara');
    expect(document.activeElement?.getAttribute('href')).toBe('mailto:clara@sales.example.com');
  });

  it('asks once: a search that was given up does not lead there again', async () => {
    await panel.open({ 'context.search': () => [] });
    await panel.see();
    await panel.hear({ say: 'ask' });
    const field = document.querySelector<HTMLInputElement>('[role=combobox]')!;
    await act(() => field.focus());
    await type(wordings.en.catalogue.search_label!, 'hotel');
    await type(wordings.en.catalogue.search_label!, '');
    expect(document.activeElement).toBe(field);
  });

  it('asks before it is known who is there, and is led there once it is', async () => {
    const answer = later();
    await panel.open({ context: () => answer.promise });
    await panel.see();
    await panel.hear({ say: 'ask' });
    await answer.answer(full);
    expect(document.querySelector<HTMLDetailsElement>('.part-who .row:not(.yours)')!.open).toBe(true);
    expect(document.activeElement?.textContent).toContain('Ask Clara');
  });

  it('searches: a department is shown, a project is chosen, nothing else stands there meanwhile', async () => {
    const { sent } = await panel.open({
      'context.search': ({ query }) =>
        query === 'fin'
          ? [{ kind: 'department', who: who({ id: 'finance', name: 'Finance' }) }]
          : [{ kind: 'project', id: 'hotel', name: words('Hotel line'), goal: words('Twenty hotels') }],
      'context.choose': () => full,
    });
    await panel.see();
    const field = wordings.en.catalogue.search_label!;
    await type(field, 'hotel');
    expect(parts()).toEqual([]);
    await act(() => document.querySelector<HTMLElement>('[role=option]')!.click());
    await settle();
    expect(sent('context.choose')).toEqual([{ view: aView(), project: 'hotel', private: false }]);
    await type(field, 'fin');
    await act(() => document.querySelector<HTMLElement>('[role=option]')!.click());
    await settle();
    expect(parts()[0]).toBe('found');
    expect(document.querySelector('.part-found')!.textContent).toContain('Finance');
  });
});
