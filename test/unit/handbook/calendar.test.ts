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
  it.each(['02:00', '02:30', '02:59', '03:00'])(
    'starts what begins in or with an hour that is skipped when it has been: %s',
    (time) => {
      const skipped = changed({
        timeZone: 'Europe/Berlin',
        days: [7],
        hours: [[time, '04:00']],
        holidays: [],
      });
      expect(iso(nextChange(skipped, at('2026-03-29T00:00:00+01:00')))).toBe('2026-03-29T01:00:00Z');
    },
  );
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
  it.each([
    // Berlin's clock is set forward on 29 March 2026; Good Friday is 3 April.
    ['Europe/Berlin', '2026-03-27T14:00:00Z', 4, '2026-03-30T09:00:00Z'],
    ['Europe/Berlin', '2026-04-02T14:00:00Z', 4, '2026-04-06T10:00:00Z'],
    // New York's is set back on 1 November 2026.
    ['America/New_York', '2026-10-30T20:00:00Z', 4, '2026-11-02T17:00:00Z'],
    // Lord Howe's by half an hour, on 5 April and 4 October 2026: UTC+11, then UTC+10:30.
    ['Australia/Lord_Howe', '2026-04-02T05:00:00Z', 4, '2026-04-06T01:30:00Z'],
    ['Australia/Lord_Howe', '2026-10-02T05:30:00Z', 4, '2026-10-05T01:00:00Z'],
  ])('of %s, over a change of its clock or a holiday: from %s', (timeZone, from, hours, end) => {
    const calendar = changed({ timeZone, hours: [['09:00', '17:00']], holidays: ['2026-04-03'] });
    expect(iso(addWorkingHours(calendar, at(from), hours))).toBe(end);
    expect(workingHoursBetween(calendar, at(from), at(end))).toBe(hours);
  });
  it('may be set back to the moment at which so many are left', () => {
    // Eight hours from Friday noon are due on Monday noon; two are left on Monday at ten.
    const day = changed({ hours: [['09:00', '17:00']] });
    const asked = at('2026-11-27T12:00:00+08:00');
    const due = addWorkingHours(day, asked, 8)!;
    expect(iso(due)).toBe('2026-11-30T04:00:00Z');
    const warned = addWorkingHours(day, asked, 6)!;
    expect(iso(warned)).toBe('2026-11-30T02:00:00Z');
    expect(workingHoursBetween(day, warned, due)).toBe(2);
  });
});

it('a time zone that the machine does not know is told from one it does', () => {
  expect(isUsable(office)).toBe(true);
  expect(isUsable(changed({ timeZone: 'Asia/Atlantis' }))).toBe(false);
  expect(isUsable(changed({ timeZone: '北京' }))).toBe(false);
});
