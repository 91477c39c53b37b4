import { describe, expect, it } from 'vitest';
import { aView } from '@/test/fixtures/views';
import type { View } from '@/utils/messages/view';
import { createWorld, lamp, mail } from './world';

const world = createWorld();

it('there is none without a handbook', async () => {
  world.used = null;
  expect(await world.service.context(aView())).toBeNull();
  expect(await world.service.words('v1', [{ term: 0, frame: 0, word: 'x' }])).toEqual([]);
  expect(await world.service.search('x', 8)).toEqual([]);
  await world.service.tick(aView(), 'sales>operations#0', 0, true);
});

describe('the goal', () => {
  it('is that of the project whose board it is', async () => {
    const { goal } = await world.contextOf(lamp);
    expect(goal).toMatchObject({
      id: 'desk-lamp-3',
      name: { text: 'Desk Lamp 3: spring launch', language: 'en' },
      owners: [{ id: 'rnd', name: 'R&D' }],
      milestone: { name: { text: 'Design freeze' }, date: '2026-12-18', days: 24 },
      chosen: false,
    });
    expect(goal!.goal.text).toMatch(/^Desk Lamp 3 can be bought/);
  });
  it('is that of the project that a mail is about, answered or forwarded', async () => {
    expect((await world.contextOf(mail({ title: 'Re: [Returns] numbers' }))).goal?.id).toBe('halve-returns');
    expect((await world.contextOf(mail({ title: '转发：台灯三代 交期' }))).goal?.id).toBe('desk-lamp-3');
    expect((await world.contextOf(mail())).goal).toBeUndefined();
  });
  it('shows each measure with its part, and the whole as their weighted mean', async () => {
    const { measures, reached } = (await world.contextOf(lamp)).goal!;
    expect(measures[0]).toEqual({
      name: { text: 'Launch on time with full stock', language: 'en' },
      owner: { id: 'operations', name: 'Operations' },
      weight: expect.closeTo(0.3),
      reached: 0.7,
      value: 70,
      previous: 60,
      target: 100,
      unit: { text: '%', language: 'en' },
      better: 'higher',
    });
    expect(measures[2]).toMatchObject({ better: 'lower', target: 4, value: 6.5, reached: 4 / 6.5 });
    const mean = measures.reduce((sum, { weight, reached }) => sum + weight * reached!, 0);
    expect(reached).toBeCloseTo(mean);
    expect(reached).toBeCloseTo(0.3 * 0.7 + 0.2 * (88.4 / 95) + 0.2 * (4 / 6.5) + 0.15 * (34.2 / 38));
  });
  it('is in the reader’s language', async () => {
    world.reader = { ...world.reader, languages: ['zh-CN'] };
    const { goal, projects } = await world.contextOf(lamp);
    expect(goal!.name).toEqual({ text: '台灯三代春季上市', language: 'zh-CN' });
    expect(goal!.owners).toEqual([{ id: 'rnd', name: '研发部' }]);
    expect(projects.map(({ name }) => name.language)).toEqual(['zh-CN', 'zh-CN', 'zh-CN', 'zh-CN']);
  });
  it('says that a milestone is past', async () => {
    world.reader = { ...world.reader, today: '2026-12-20' };
    expect((await world.contextOf(lamp)).goal!.milestone!.days).toBe(-2);
  });
});

describe('a project chosen for a place', () => {
  const card: Partial<View> = {
    kind: 'card',
    url: 'https://trello.com/c/x1/5-price',
    id: 'x1',
    title: 'Price',
    board: 'Autumn',
  };
  const board: Partial<View> = { url: 'https://trello.com/b/q/autumn', id: 'q', title: 'Autumn' };
  it('is that of the whole board, in whichever view of it it was chosen', async () => {
    await world.service.choose(aView(card), 'hotel-line');
    expect((await world.contextOf(card)).goal).toMatchObject({ id: 'hotel-line', chosen: true });
    expect((await world.contextOf({ ...card, id: 'x2', title: 'Other' })).goal?.id).toBe('hotel-line');
    expect((await world.contextOf(board)).goal?.id).toBe('hotel-line');
    expect((await world.contextOf({ ...board, id: 'r', title: 'Spring' })).goal).toBeUndefined();
  });
  it('goes before what the handbook says, until it is taken back', async () => {
    await world.service.choose(aView(lamp), 'hotel-line');
    expect((await world.contextOf(lamp)).goal).toMatchObject({ id: 'hotel-line', chosen: true });
    await world.service.choose(aView(lamp), null);
    expect((await world.contextOf(lamp)).goal).toMatchObject({ id: 'desk-lamp-3', chosen: false });
  });
  it('is that of one mail thread only', async () => {
    await world.service.choose(aView(mail()), 'hotel-line');
    expect((await world.contextOf(mail())).goal?.id).toBe('hotel-line');
    expect((await world.contextOf(mail({ id: '8' }))).goal).toBeUndefined();
  });
  it('counts no more once the handbook lacks it', async () => {
    await world.service.choose(aView(lamp), 'hotel-line');
    world.take({ projects: [{ id: 'other', name: 'Other', goal: 'Goal.' }] });
    expect((await world.contextOf(lamp)).goal).toBeUndefined();
  });
});
