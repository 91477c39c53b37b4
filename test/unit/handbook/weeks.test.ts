import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWeekOf, weeksBetween } from '@/utils/handbook/weeks';

const day = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

describe('the week of a day', () => {
  // Examples of ISO 8601 as its readers give them, of years that begin on each weekday.
  it.each([
    ['2026-11-24', '2026-W48'],
    ['2026-01-01', '2026-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
    ['2021-01-03', '2020-W53'],
    ['2018-12-31', '2019-W01'],
    ['2016-01-03', '2015-W53'],
  ])('%s lies in %s', (date, week) => {
    expect(isoWeekOf(date)).toBe(week);
  });
});

describe('weeks between two', () => {
  it.each([
    ['2026-W48', '2026-W48', 0],
    ['2026-W47', '2026-W48', 1],
    ['2026-W53', '2027-W01', 1],
    ['2025-W52', '2026-W01', 1],
    ['2027-W01', '2026-W48', -6],
  ])('%s to %s: %d', (from, to, weeks) => {
    expect(weeksBetween(from, to)).toBe(weeks);
  });

  it('are the weeks that a day was moved by', () => {
    const time = fc.integer({ min: Date.UTC(1990, 0, 1) / day, max: Date.UTC(2100, 0, 1) / day });
    fc.assert(
      fc.property(time, fc.integer({ min: -600, max: 600 }), (days, weeks) => {
        const week = isoWeekOf(iso(days * day));
        expect(weeksBetween(week, isoWeekOf(iso((days + weeks * 7) * day)))).toBe(weeks);
        expect(week).toMatch(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/);
      }),
    );
  });
  it('change on Mondays only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const isMonday = new Date(days * day).getUTCDay() === 1;
        expect(weeksBetween(isoWeekOf(iso((days - 1) * day)), isoWeekOf(iso(days * day)))).toBe(
          isMonday ? 1 : 0,
        );
      }),
    );
  });
});
