import { describe, expect, it } from 'vitest';
import { aView } from '@/test/fixtures/views';
import type { View } from '@/utils/messages/view';
import { createWorld, lamp, mail } from './world';

const world = createWorld();

describe('hand-offs', () => {
  const card: Partial<View> = { ...lamp, kind: 'card', id: 'x1', list: 'Design freeze', board: 'Lamp' };
  it('are those of the project, the ones that the card’s list names first', async () => {
    const { handoffs } = await world.contextOf(card);
    expect(handoffs.slice(0, 2).map(({ id, here }) => [id, here])).toEqual([
      ['rnd>production#1', true],
      ['rnd>quality#2', true],
    ]);
    expect(handoffs.filter(({ here }) => here)).toHaveLength(2);
    expect(handoffs[0]).toMatchObject({
      from: { id: 'rnd', name: 'R&D' },
      to: { id: 'production', name: 'Production' },
      when: { text: 'At design freeze and with every change notice.' },
    });
    // Then those that the reader's department has a part in.
    const [own, others] = [handoffs.slice(2), handoffs.slice(2)].map((list) =>
      list.map(({ from, to }) => from.id === 'sales' || to.id === 'sales'),
    ) as [boolean[], boolean[]];
    expect(own.lastIndexOf(true)).toBeLessThan(others.indexOf(false));
  });
  it('are found by a Chinese list, simplified or traditional', async () => {
    for (const list of ['设计冻结', '設計凍結'])
      expect((await world.contextOf({ ...card, list })).handoffs.slice(0, 2).map(({ id }) => id)).toEqual([
        'rnd>production#1',
        'rnd>quality#2',
      ]);
  });
  it('of a mail are those between its people and the reader', async () => {
    const { handoffs } = await world.contextOf(mail({ people: [{ address: 'x@finance.example.com' }] }));
    expect(handoffs.map(({ id }) => id)).toEqual(['sales>finance#2', 'finance>sales#0']);
  });

  const tickedOf = async (view: Partial<View>, id = 'rnd>production#1') =>
    (await world.contextOf(view)).handoffs
      .find((handoff) => handoff.id === id)!
      .gives.map(({ ticked }) => ticked);

  it('are ticked for one card, entry by entry', async () => {
    const before = await tickedOf(card);
    expect(before.length).toBeGreaterThan(2);
    expect(before).not.toContain(true);
    await world.service.tick(aView(card), 'rnd>production#1', 1, true);
    expect(await tickedOf(card)).toEqual(before.map((_, entry) => entry === 1));
    expect(await tickedOf(card, 'rnd>quality#2')).not.toContain(true);
    expect(await tickedOf({ ...card, id: 'x2' })).toEqual(before);
    await world.service.tick(aView(card), 'rnd>production#1', 1, false);
    expect(await tickedOf(card)).toEqual(before);
  });
  it('and departments are known by the card’s list and labels alone', async () => {
    const unknown: Partial<View> = { kind: 'card', id: 'x9', url: 'https://trello.com/c/x9', title: 'Lamp' };
    expect((await world.contextOf(unknown)).handoffs).toEqual([]);
    const { handoffs, who } = await world.contextOf({ ...unknown, list: '财务部', labels: ['Quality'] });
    expect(who.map(({ department }) => department.id).toSorted()).toEqual(['finance', 'quality']);
    expect(handoffs.some(({ to, here }) => to.id === 'finance' && here)).toBe(true);
    // Between it and the reader's own.
    expect(handoffs.map(({ id }) => id)).toContain('finance>sales#0');
  });
  it('of a draft without a subject keep no tick, and no project chosen for it', async () => {
    const draft = aView({
      ...mail({ kind: 'draft', title: '', people: [{ address: 'x@finance.example.com' }] }),
    });
    const { id: _, ...unknown } = draft;
    await world.service.tick(unknown, 'finance>sales#0', 0, true);
    await world.service.choose(unknown, 'desk-lamp-3');
    expect((await world.contextOf(unknown)).goal).toBeUndefined();
    expect(JSON.stringify(await world.contextOf(unknown))).not.toContain('"ticked":true');
    const named = { ...unknown, title: 'Invoice' };
    await world.service.tick(named, 'finance>sales#0', 0, true);
    expect(JSON.stringify(await world.contextOf(named))).toContain('"ticked":true');
    expect(JSON.stringify(await world.contextOf({ ...named, title: 'Margin' }))).not.toContain(
      '"ticked":true',
    );
  });
  it('take no tick for an entry that there is not', async () => {
    await world.service.tick(aView(card), 'rnd>production#1', 99, true);
    await world.service.tick(aView(card), 'rnd>nobody#1', 0, true);
    await world.service.tick(aView(card), 'rnd>production#1', -1, true);
    expect(await tickedOf(card)).not.toContain(true);
  });
  it('keep their ticks where another revision moves them, and lose those of what says something else', async () => {
    const handoff = (gives: string[]) => ({ to: 'b', when: 'Mondays.', gives, doneWhen: 'Done.' });
    const other = { ...handoff(['Numbers']), when: 'Fridays.' };
    const handbook = (handoffs: Array<ReturnType<typeof handoff>>) => ({
      departments: [
        { id: 'a', name: 'A', people: ['*@a.example'], handoffs },
        { id: 'b', name: 'B', people: ['*@b.example'] },
      ],
    });
    const view = mail({ people: [{ address: 'x@a.example' }, { address: 'x@b.example' }] });
    world.take(handbook([handoff(['Numbers', 'Dates'])]));
    await world.service.tick(aView(view), 'a>b#0', 0, true);
    await world.service.tick(aView(view), 'a>b#0', 1, true);
    world.take(handbook([other, handoff(['Names', 'Numbers', 'Days'])]));
    expect(await tickedOf(view, 'a>b#0')).toEqual([false]);
    expect(await tickedOf(view, 'a>b#1')).toEqual([false, true, false]);
  });
});
