import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingHours,
  type Calendar,
  isOpen,
  nextChange,
  workingHoursBetween,
} from '@/utils/handbook/calendar';

const minute = 60_000;
const quarter = 15 * minute;
const hour = 60 * minute;
const day = 24 * hour;
const newYear = Date.parse('2026-01-01T00:00:00Z');
const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const date = fc.integer({ min: 0, max: 600 }).map((days) => dateOf(newYear + days * day));
const days = fc.uniqueArray(fc.constantFrom<1 | 2 | 3 | 4 | 5 | 6 | 7>(1, 2, 3, 4, 5, 6, 7), {
  minLength: 1,
});
const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];

/** Days on which clocks are set, and one on which none is. */
const settings = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Asia/Shanghai', '2026-10-01'],
] as const;

describe('any calendar', () => {
  const time = fc.integer({ min: 0, max: 24 * 60 }).map(clock);
  const calendar: fc.Arbitrary<Calendar> = fc.record({
    timeZone: fc.constantFrom(...zones),
    days,
    hours: fc.array(fc.tuple(time, time), { minLength: 1, maxLength: 3 }),
    holidays: fc.array(date, { maxLength: 20 }),
    workdays: fc.array(date, { maxLength: 5 }),
  });
  const instant = fc.integer({ min: 0, max: 500 * 24 * 60 }).map((minutes) => newYear + minutes * minute);
  const working = fc.integer({ min: 0, max: 200 * 60 });

  it('measures what was added, and ends while somebody works or as work ends', () => {
    fc.assert(
      fc.property(calendar, instant, working, (calendar, from, minutes) => {
        const end = addWorkingHours(calendar, from, minutes / 60);
        if (end === undefined) {
          // Nobody works any more: a few make-up days at most.
          const left = workingHoursBetween(calendar, from, from + 3_000 * day);
          expect(left).toBeLessThan(Math.max(minutes / 60, 1e-9));
          return;
        }
        expect(end).toBeGreaterThanOrEqual(from);
        expect(workingHoursBetween(calendar, from, end)).toBeCloseTo(minutes / 60, 9);
        expect(isOpen(calendar, end) || (minutes > 0 && isOpen(calendar, end - 1))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('adds what was measured, up to a moment of work', () => {
    fc.assert(
      fc.property(calendar, instant, fc.integer({ min: 1, max: 20 * 24 * 60 }), (calendar, from, minutes) => {
        const to = from + minutes * minute;
        const end = addWorkingHours(calendar, from, workingHoursBetween(calendar, from, to));
        if (isOpen(calendar, to - 1)) expect(end).toBe(to);
        else if (end !== undefined) expect(workingHoursBetween(calendar, Math.min(end, to), to)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('comes to the same in two steps as in one', () => {
    fc.assert(
      fc.property(
        calendar,
        instant,
        working,
        fc.integer({ min: 1, max: 100 * 60 }),
        (calendar, from, first, second) => {
          const middle = addWorkingHours(calendar, from, first / 60);
          const end = addWorkingHours(calendar, from, (first + second) / 60);
          if (middle === undefined || end === undefined) return;
          expect(addWorkingHours(calendar, middle, second / 60)).toBe(end);
          expect(workingHoursBetween(calendar, middle, end)).toBeCloseTo(second / 60, 9);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is open or not as the next change says', () => {
    fc.assert(
      fc.property(calendar, instant, (calendar, from) => {
        const open = isOpen(calendar, from);
        const change = nextChange(calendar, from);
        if (change === undefined) return;
        expect(change).toBeGreaterThan(from);
        expect(isOpen(calendar, change - 1)).toBe(open);
        expect(isOpen(calendar, change)).toBe(!open);
        const between = from + Math.floor((change - from) / 2);
        expect(isOpen(calendar, between)).toBe(open);
        expect(workingHoursBetween(calendar, from, change)).toBeCloseTo(open ? (change - from) / hour : 0, 9);
      }),
      { numRuns: 300 },
    );
  });
});

describe('against the clock of the place, read a quarter of an hour at a time', () => {
  const clocks = new Map(
    zones.map((timeZone) => [
      timeZone,
      new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
    ]),
  );
  const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

  /** Knows nothing of offsets: only what the clock on the wall says. */
  function isWorked({ timeZone, days, hours, holidays, workdays }: Calendar, instant: number): boolean {
    const [today, time] = clocks.get(timeZone)!.format(instant).split(' ') as [string, string];
    const yesterday = dateOf(Date.parse(today) - day);
    const works = (date: string) =>
      workdays.includes(date) ||
      (days.some((one) => one % 7 === new Date(date).getUTCDay()) && !holidays.includes(date));
    const now = minutesOf(time);
    return hours.some(([first, last]) => {
      const [begins, ends] = [minutesOf(first), minutesOf(last)];
      if (begins <= ends) return works(today) && begins <= now && now < ends;
      return (works(today) && begins <= now) || (works(yesterday) && now < ends);
    });
  }

  // Their clocks are set between 01:30 and 03:30; for hours that begin or end then see below.
  const time = fc.integer({ min: 16, max: 96 }).map((quarters) => clock(quarters * 15));
  const around = fc.constantFrom(...settings).chain(([timeZone, set]) => {
    const near = fc.integer({ min: -5, max: 5 }).map((days) => dateOf(Date.parse(set) + days * day));
    return fc.record({
      calendar: fc.record({
        timeZone: fc.constant<string>(timeZone),
        days,
        hours: fc.array(fc.tuple(time, time), { minLength: 1, maxLength: 3 }),
        holidays: fc.array(near, { maxLength: 3 }),
        workdays: fc.array(near, { maxLength: 2 }),
      }),
      from: fc
        .integer({ min: -4 * 96, max: 96 })
        .map((quarters) => Date.parse(`${set}T00:00:00Z`) + quarters * quarter),
      quarters: fc.integer({ min: 0, max: 6 * 96 }),
    });
  });

  it('counts the same hours', () => {
    fc.assert(
      fc.property(around, ({ calendar, from, quarters }) => {
        let worked = 0;
        for (let step = 0; step < quarters; step++) {
          if (isWorked(calendar, from + step * quarter)) worked++;
        }
        expect(workingHoursBetween(calendar, from, from + quarters * quarter)).toBe(worked / 4);
      }),
      { numRuns: 300 },
    );
  });

  it('is open at the same times', () => {
    fc.assert(
      fc.property(around, ({ calendar, from, quarters }) => {
        const instant = from + quarters * quarter;
        expect(isOpen(calendar, instant)).toBe(isWorked(calendar, instant));
      }),
      { numRuns: 500 },
    );
  });
});

it('hours cut in two, also while the clock is set, are as long and as open as in one', () => {
  const night = fc.uniqueArray(fc.integer({ min: 0, max: 5 * 60 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(
      fc.constantFrom(...settings),
      night,
      fc.integer({ min: 0, max: 24 * 60 }),
      ([timeZone, set], times, minutes) => {
        const [first, middle, last] = times.toSorted((a, b) => a - b).map(clock) as [string, string, string];
        const whole: Calendar = {
          timeZone,
          days: [1, 2, 3, 4, 5, 6, 7],
          hours: [[first, last]],
          holidays: [],
          workdays: [],
        };
        const cut: Calendar = {
          ...whole,
          hours: [
            [first, middle],
            [middle, last],
          ],
        };
        const start = Date.parse(`${set}T00:00:00Z`) - 12 * hour;
        const instant = start + minutes * minute;
        expect(workingHoursBetween(cut, start, instant)).toBe(workingHoursBetween(whole, start, instant));
        expect(isOpen(cut, instant)).toBe(isOpen(whole, instant));
      },
    ),
    { numRuns: 500 },
  );
});
