import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, lamp, texts } from './world';

const world = createWorld();

describe('this week', () => {
  it('has the latest of each department, the newest first, and how old it is', async () => {
    const { updates } = await world.contextOf(lamp);
    expect(updates.map(({ department, week, age }) => [department.id, week, age])).toEqual([
      ['rnd', '2026-W47', 1],
      ['production', '2026-W47', 1],
      ['operations', '2026-W47', 1],
      ['service', '2026-W47', 1],
      ['quality', '2026-W47', 1],
      ['marketing', '2026-W46', 2],
    ]);
    expect(updates[0]!.done?.text).toBeTruthy();
    world.reader = { ...world.reader, today: '2026-11-22' };
    expect((await world.contextOf(lamp)).updates[0]!.age).toBe(0);
  });
  it('takes what is dated ahead for new', async () => {
    world.reader = { ...world.reader, today: '2026-11-01' };
    expect(new Set((await world.contextOf(lamp)).updates.map(({ age }) => age))).toEqual(new Set([0]));
  });
});

describe('documents, decisions, lessons and measures', () => {
  const url = 'https://docs.example.com/';
  beforeEach(() => {
    const only = { audience: ['finance'] };
    world.take({
      departments: [{ id: 'finance', name: 'Finance' }],
      projects: [
        {
          id: 'p',
          name: 'P',
          goal: 'Goal.',
          where: [{ url: 'https://trello.com/*' }],
          measures: [
            { name: 'Open', weight: 1, target: 10, value: 5, owner: 'finance' },
            { name: 'Margin', weight: 3, target: 10, value: 10, owner: 'finance', ...only },
          ],
          documents: [
            { title: 'Charter', url },
            { title: 'Salaries', url, ...only },
          ],
          decisions: [
            { date: '2026-01-01', what: 'Old', why: 'Why.' },
            { date: '2026-03-01', what: 'Secret', why: 'Why.', ...only },
            { date: '2026-02-01', what: 'New', why: 'Why.', outcome: 'Held.' },
          ],
          lessons: [
            { date: '2026-01-01', text: 'Old' },
            { date: '2026-02-01', text: 'New', from: 'finance' },
            { date: '2026-03-01', text: 'Secret', ...only },
          ],
        },
      ],
    });
  });
  it('leave out what is not for the reader, as if it were not there', async () => {
    for (const department of ['sales', undefined]) {
      const { department: _, ...rest } = world.reader;
      world.reader = department === undefined ? rest : { ...rest, department };
      const context = await world.contextOf();
      expect(JSON.stringify(context)).not.toMatch(/Salaries|Secret|Margin/);
      expect(context.goal).toMatchObject({ reached: 0.5, measures: [{ weight: 1 }] });
    }
  });
  it('hold all for those it is for, the newest first', async () => {
    world.reader = { ...world.reader, department: 'finance' };
    const { goal, documents, decisions, lessons } = await world.contextOf();
    expect(goal!.reached).toBeCloseTo((0.5 + 3) / 4);
    expect(goal!.measures.map(({ weight }) => weight)).toEqual([0.25, 0.75]);
    expect(documents).toEqual([
      { title: { text: 'Charter', language: 'en' }, url },
      { title: { text: 'Salaries', language: 'en' }, url },
    ]);
    expect(texts(decisions.map(({ what }) => what))).toEqual(['Secret', 'New', 'Old']);
    expect(decisions[1]).toEqual({
      date: '2026-02-01',
      what: { text: 'New', language: 'en' },
      why: { text: 'Why.', language: 'en' },
      outcome: { text: 'Held.', language: 'en' },
    });
    expect(texts(lessons.map(({ text }) => text))).toEqual(['Secret', 'New', 'Old']);
    expect(lessons[1]).toMatchObject({ from: { id: 'finance', name: 'Finance' } });
  });
});
