import { describe, expect, it } from 'vitest';
import { formatsOf } from '@/components/formats';

const now = Date.UTC(2026, 0, 31, 12);
const minute = 60_000;

describe.each([
  ['en', ['5 minutes ago', '2 hours ago', 'yesterday', 'in 3 minutes', 'tomorrow']],
  ['zh-CN', ['5分钟前', '2小时前', '昨天', '3分钟后', '明天']],
] as const)('times in %s', (language, expected) => {
  it('are told as people tell them', () => {
    const { distance } = formatsOf(language);
    const ahead = [-5.9, -170, -25 * 60, 3.5, 26 * 60];
    expect(ahead.map((minutes) => distance(now + minutes * minute, now))).toEqual(expected);
  });

  it('have no distance within a minute', () => {
    const { distance } = formatsOf(language);
    expect(distance(now - 59_000, now)).toBeUndefined();
    expect(distance(now + 59_000, now)).toBeUndefined();
  });
});

it('tells sizes in the unit that reads best', () => {
  const { size } = formatsOf('en');
  expect([0, 999, 1500, 999_999, 1_432_000].map(size)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.5 kB',
    '1,000 kB',
    '1.4 MB',
  ]);
});

it('tells spans in whole days, hours or minutes', () => {
  expect([15, 60, 90, 240, 1440, 10_080].map(formatsOf('en').span)).toEqual([
    '15 minutes',
    '1 hour',
    '90 minutes',
    '4 hours',
    '1 day',
    '7 days',
  ]);
  expect(formatsOf('zh-CN').span(240)).toBe('4小时');
});
