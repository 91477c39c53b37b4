import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composite,
  type ProjectPlace,
  projectAt,
  reached,
  shares,
  withoutPrefixes,
} from '@/utils/handbook/projects';
import { readHandbook } from '@/utils/handbook/read';

const { projects } = readHandbook({
  format: 1,
  name: 'Projects',
  projects: [
    { id: 'all', where: [{ url: 'https://board.example.com/*' }, { subject: '*' }] },
    { id: 'lamp', where: [{ url: 'https://board.example.com/lamp*' }, { subject: '*[Lamp]*' }] },
    { id: 'lamp-3', where: [{ url: 'https://board.example.com/lamp-3*' }, { subject: '[Lamp] 3*' }] },
    { id: 'lamp-3-too', where: [{ url: 'https://board.example.com/*lamp-3' }] },
    { id: 'chinese', where: [{ subject: '*台灯三代*' }] },
    { id: 'nowhere' },
  ].map((project) => ({ name: project.id, goal: 'Goal.', ...project })),
}).handbook!;
const at = (place: Partial<ProjectPlace>) => projectAt({ url: '', title: '', ...place }, projects)?.id;

describe('the project of a place', () => {
  it.each([
    ['https://board.example.com/lamp-3/card/1', 'lamp-3'],
    ['https://board.example.com/LAMP-2', 'lamp'],
    ['https://board.example.com/chair', 'all'],
    // Both leave as little to `*`: the first one.
    ['https://board.example.com/lamp-3', 'lamp-3'],
  ])('is told by its address, by the pattern that says most: %s', (url, project) => {
    expect(at({ url, title: '台灯三代', kind: 'board' })).toBe(project);
  });

  it.each([
    ['Re: [Lamp] 3 is late', 'lamp-3'],
    ['Fwd: RE: [Lamp] 3 is late', 'lamp-3'],
    ['回复：转发：[Lamp] 3 晚了', 'lamp-3'],
    ['About [Lamp] 3', 'lamp'],
    ['答复: 台灯三代的交期', 'chinese'],
    ['Lunch', 'all'],
  ])('of a mail, by its subject: %s', (title, project) => {
    expect(at({ url: 'https://board.example.com/lamp-3', title, kind: 'thread' })).toBe(project);
  });

  it('of a card, is told by its board where its address says nothing', () => {
    expect(at({ url: 'https://trello.com/c/x', board: '台灯三代', title: '[Lamp] 3', kind: 'card' })).toBe(
      'chinese',
    );
    expect(at({ url: 'https://trello.com/c/x', title: '[Lamp] 3', kind: 'card' })).toBe('lamp-3');
  });

  it('is none where no pattern fits', () => {
    const some = projects.filter(({ id }) => id !== 'all');
    expect(projectAt({ url: 'https://else.example.com/', title: 'Lunch' }, some)).toBeUndefined();
    expect(projectAt({ url: '', title: '' }, some)).toBeUndefined();
  });
});

it.each([
  ['Re: Re: lamp', 'lamp'],
  ['RE[2]: lamp', 'lamp'],
  ['AW: WG: lamp', 'lamp'],
  ['回覆：轉寄: lamp', 'lamp'],
  [' Fw : lamp ', 'lamp'],
  ['Result: lamp', 'Result: lamp'],
  ['Re', 'Re'],
  ['Reply to all: lamp', 'Reply to all: lamp'],
])('the subject %s is %s', (subject, plain) => {
  expect(withoutPrefixes(subject)).toBe(plain);
});

describe('how much of its target a measure has reached', () => {
  it.each([
    ['higher', 100, 70, 0.7],
    ['higher', 100, 120, 1],
    ['higher', 100, 0, 0],
    ['higher', 100, -5, 0],
    ['higher', 0, 0, 1],
    ['higher', 0, -1, 0],
    ['higher', -10, -20, 0],
    ['lower', 4, 8, 0.5],
    ['lower', 4, 4, 1],
    ['lower', 4, 0, 1],
    ['lower', 0, 3, 0],
    ['lower', 0, 0, 1],
    ['lower', -2, 3, 0],
    ['higher', 100, undefined, undefined],
  ] as const)('%s is better, target %d, value %s: %s', (better, target, value, part) => {
    expect(reached({ better, target, ...(value !== undefined && { value }) })).toBe(part);
  });
});

describe('the composite measure', () => {
  const measure = (weight: number, value?: number, target = 100) => ({
    weight,
    target,
    better: 'higher' as const,
    ...(value !== undefined && { value }),
  });
  it('is the weighted mean, whatever the weights sum to', () => {
    expect(composite([measure(3, 100), measure(1, 20)])).toBeCloseTo(0.8);
    expect(composite([measure(0.3, 100), measure(0.1, 20)])).toBeCloseTo(0.8);
  });
  it('leaves out what is not known', () => {
    expect(composite([measure(3, 50), measure(1)])).toBeCloseTo(0.5);
    expect(composite([measure(3), measure(1)])).toBeUndefined();
    expect(composite([])).toBeUndefined();
    // What weighs nothing says nothing, as long as something else weighs.
    expect(composite([measure(0, 50), measure(1)])).toBeUndefined();
  });
  it('takes all for equal where none weighs anything', () => {
    expect(shares([measure(0), measure(0)])).toEqual([0.5, 0.5]);
    expect(composite([measure(0, 100), measure(0, 0)])).toBe(0.5);
  });

  const some = fc.array(
    fc.record(
      {
        weight: fc.double({ min: 0, noNaN: true }),
        target: fc.double({ noNaN: true }),
        value: fc.double({ noNaN: true }),
        better: fc.constantFrom('higher' as const, 'lower' as const),
      },
      { requiredKeys: ['weight', 'target', 'better'] },
    ),
    { minLength: 1, maxLength: 8 },
  );
  const finite = some.filter((measures) => measures.every(({ weight }) => Number.isFinite(weight)));

  it('lies between the least and the most that its measures have reached', () => {
    fc.assert(
      fc.property(finite, (measures) => {
        const whole = composite(measures);
        const parts = measures.map(reached).filter((part) => part !== undefined);
        for (const part of parts) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
        if (whole === undefined) return;
        expect(whole).toBeGreaterThanOrEqual(Math.min(...parts) - 1e-12);
        expect(whole).toBeLessThanOrEqual(Math.max(...parts) + 1e-12);
      }),
    );
  });
  it('has shares that sum to 1', () => {
    fc.assert(
      fc.property(finite, (measures) => {
        expect(shares(measures).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
  it('rises or stays where one of its measures comes nearer to its target', () => {
    fc.assert(
      fc.property(finite, fc.nat(), (measures, pick) => {
        const i = pick % measures.length;
        const better = measures.map((one, n) => (n === i ? { ...one, value: one.target } : one));
        const [before, after] = [composite(measures), composite(better)];
        if (before === undefined || measures[i]!.value === undefined) return;
        expect(after!).toBeGreaterThanOrEqual(before - 1e-12);
      }),
    );
  });
});
