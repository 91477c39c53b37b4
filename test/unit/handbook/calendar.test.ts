import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingHours,
  type Calendar,
  isOpen,
  isUsable,
  nextChange,
  workingHoursBetween,
} from '@/utils/handbook/calendar';

const office: Calendar = {
  timeZone: 'Asia/Shanghai',
  days: [1, 2, 3, 4, 5],
  hours: [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ],
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-10-10'],
};
const changed = (more: Partial<Calendar>): Calendar => ({ ...office, ...more });
const at = (iso: string) => Date.parse(iso);
const iso = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString().replace('.000', '');

describe('whether a department works', () => {
  it.each([
    // A Tuesday.
    ['2026-11-24T08:59:59+08:00', false],
    ['2026-11-24T09:00:00+08:00', true],
    ['2026-11-24T11:59:59+08:00', true],
    ['2026-11-24T12:00:00+08:00', false],
    ['2026-11-24T13:30:00+08:00', true],
    ['2026-11-24T18:00:00+08:00', false],
    // In London it is still Monday.
    ['2026-11-24T01:30:00Z', true],
    ['2026-11-28T10:00:00+08:00', false],
  ])('by its own clock: %s', (when, open) => {
    expect(isOpen(office, at(when))).toBe(open);
  });

  it.each([
    ['2026-09-30T10:00:00+08:00', true],
    ['2026-10-01T10:00:00+08:00', false],
    ['2026-10-08T10:00:00+08:00', true],
    // A Saturday that is worked.
    ['2026-10-10T10:00:00+08:00', true],
    ['2026-10-11T10:00:00+08:00', false],
  ])('with holidays and make-up days: %s', (when, open) => {
    expect(isOpen(office, at(when))).toBe(open);
  });

  it('up to midnight and over it', () => {
    const late = changed({ hours: [['20:00', '24:00']] });
    expect(isOpen(late, at('2026-11-24T23:59:59+08:00'))).toBe(true);
    expect(isOpen(late, at('2026-11-25T00:00:00+08:00'))).toBe(false);
    const night = changed({ hours: [['22:00', '06:00']] });
    expect(isOpen(night, at('2026-11-24T23:00:00+08:00'))).toBe(true);
    // Friday's shift goes into Saturday; Sunday's does not exist.
    expect(isOpen(night, at('2026-11-28T05:59:59+08:00'))).toBe(true);
    expect(isOpen(night, at('2026-11-28T06:00:00+08:00'))).toBe(false);
    expect(isOpen(night, at('2026-11-30T05:00:00+08:00'))).toBe(false);
  });
});

describe('when that changes', () => {
  it.each([
    ['2026-11-24T08:00:00+08:00', '2026-11-24T01:00:00Z'],
    ['2026-11-24T09:00:00+08:00', '2026-11-24T04:00:00Z'],
    ['2026-11-24T12:00:00+08:00', '2026-11-24T05:30:00Z'],
    ['2026-11-24T18:00:00+08:00', '2026-11-25T01:00:00Z'],
    ['2026-11-27T19:00:00+08:00', '2026-11-30T01:00:00Z'],
    ['2026-09-30T18:00:00+08:00', '2026-10-08T01:00:00Z'],
    ['2026-10-09T18:00:00+08:00', '2026-10-10T01:00:00Z'],
  ])('after %s', (when, change) => {
    expect(iso(nextChange(office, at(when)))).toBe(change);
  });

  it('takes spans that touch or overlap for one, also over midnight', () => {
    const touching = changed({
      hours: [
        ['12:00', '18:00'],
        ['09:00', '12:00'],
        ['10:00', '13:00'],
      ],
    });
    expect(iso(nextChange(touching, at('2026-11-24T10:00:00+08:00')))).toBe('2026-11-24T10:00:00Z');
    const always = changed({ hours: [['00:00', '24:00']] });
    expect(iso(nextChange(always, at('2026-11-24T10:00:00+08:00')))).toBe('2026-11-27T16:00:00Z');
  });

  it('is not known where it never opens or never closes', () => {
    const now = at('2026-11-24T10:00:00+08:00');
    expect(nextChange(changed({ days: [], workdays: [] }), now)).toBeUndefined();
    expect(nextChange(changed({ hours: [] }), now)).toBeUndefined();
    expect(nextChange(changed({ hours: [['09:00', '09:00']] }), now)).toBeUndefined();
    const always = changed({ days: [1, 2, 3, 4, 5, 6, 7], hours: [['00:00', '24:00']], holidays: [] });
    expect(isOpen(always, now)).toBe(true);
    expect(nextChange(always, now)).toBeUndefined();
  });
});

describe('summer time', () => {
  const berlin = changed({
    timeZone: 'Europe/Berlin',
    days: [1, 2, 3, 4, 5, 6, 7],
    hours: [['01:00', '04:00']],
    holidays: [],
  });
  it('is an hour less of work in spring, an hour more in autumn', () => {
    expect(
      workingHoursBetween(berlin, at('2026-03-29T00:00:00+01:00'), at('2026-03-29T23:00:00+02:00')),
    ).toBe(2);
    expect(
      workingHoursBetween(berlin, at('2026-10-25T00:00:00+02:00'), at('2026-10-25T23:00:00+01:00')),
    ).toBe(4);
    expect(
      workingHoursBetween(berlin, at('2026-06-01T00:00:00+02:00'), at('2026-06-01T23:00:00+02:00')),
    ).toBe(3);
  });
  it('moves the beginning of work against UTC', () => {
    const office = changed({ timeZone: 'Europe/Berlin', hours: [['09:00', '17:00']], holidays: [] });
    expect(iso(nextChange(office, at('2026-03-27T18:00:00+01:00')))).toBe('2026-03-30T07:00:00Z');
    expect(iso(nextChange(office, at('2026-10-23T18:00:00+02:00')))).toBe('2026-10-26T08:00:00Z');
  });
  it('starts an hour that is skipped when it has been', () => {
    const skipped = changed({
      timeZone: 'Europe/Berlin',
      days: [7],
      hours: [['02:30', '04:00']],
      holidays: [],
    });
    expect(iso(nextChange(skipped, at('2026-03-29T00:00:00+01:00')))).toBe('2026-03-29T01:30:00Z');
  });
});

describe('working hours', () => {
  it.each([
    ['2026-11-24T09:00:00+08:00', 3, '2026-11-24T04:00:00Z'],
    ['2026-11-24T09:00:00+08:00', 4, '2026-11-24T06:30:00Z'],
    ['2026-11-24T16:00:00+08:00', 4, '2026-11-25T03:00:00Z'],
    ['2026-11-27T17:00:00+08:00', 8, '2026-11-30T09:30:00Z'],
    ['2026-09-30T17:00:00+08:00', 2, '2026-10-08T02:00:00Z'],
    ['2026-11-28T10:00:00+08:00', 0, '2026-11-30T01:00:00Z'],
    ['2026-11-24T10:00:00+08:00', 0, '2026-11-24T02:00:00Z'],
  ])('from %s, %d of them', (from, hours, end) => {
    expect(iso(addWorkingHours(office, at(from), hours))).toBe(end);
  });
  it('are none backwards, and never pass where nobody works', () => {
    expect(
      workingHoursBetween(office, at('2026-11-24T18:00:00+08:00'), at('2026-11-24T09:00:00+08:00')),
    ).toBe(0);
    expect(addWorkingHours(changed({ hours: [] }), at('2026-11-24T18:00:00+08:00'), 1)).toBeUndefined();
  });

  const minute = 60_000;
  const time = fc
    .integer({ min: 0, max: 24 * 60 })
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
  const date = fc
    .integer({ min: 0, max: 600 })
    .map((d) => iso(at('2026-01-01T00:00:00Z') + d * 24 * 60 * minute)!.slice(0, 10));
  const calendar = fc.record({
    timeZone: fc.constantFrom(
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'UTC',
    ),
    days: fc.uniqueArray(fc.constantFrom<1 | 2 | 3 | 4 | 5 | 6 | 7>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
    hours: fc.array(fc.tuple(time, time), { minLength: 1, maxLength: 3 }),
    holidays: fc.array(date, { maxLength: 20 }),
    workdays: fc.array(date, { maxLength: 5 }),
  });
  const instant = fc
    .integer({ min: 0, max: 500 * 24 * 60 })
    .map((minutes) => at('2026-01-01T00:00:00Z') + minutes * minute);

  it('added and then measured are the same, and end while somebody works or as work ends', () => {
    fc.assert(
      fc.property(calendar, instant, fc.integer({ min: 0, max: 200 * 60 }), (calendar, from, minutes) => {
        const end = addWorkingHours(calendar, from, minutes / 60);
        if (end === undefined) {
          // Nobody works any more: a few make-up days at most.
          const left = workingHoursBetween(calendar, from, from + 3_000 * 24 * 60 * minute);
          expect(left).toBeLessThan(Math.max(minutes / 60, 1e-9));
          return;
        }
        expect(end).toBeGreaterThanOrEqual(from);
        expect(workingHoursBetween(calendar, from, end)).toBeCloseTo(minutes / 60, 6);
        expect(isOpen(calendar, end) || (minutes > 0 && isOpen(calendar, end - 1))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('are open or not as the next change says', () => {
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
        expect(workingHoursBetween(calendar, from, change)).toBeCloseTo(
          open ? (change - from) / 3_600_000 : 0,
          6,
        );
      }),
      { numRuns: 300 },
    );
  });
});

it('a time zone that the machine does not know is told from one it does', () => {
  expect(isUsable(office)).toBe(true);
  expect(isUsable(changed({ timeZone: 'Asia/Atlantis' }))).toBe(false);
  expect(isUsable(changed({ timeZone: '北京' }))).toBe(false);
});
