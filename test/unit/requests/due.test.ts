import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clara,
  content,
  createEvents,
  hour,
  monday,
  operations,
  rnd,
  tom,
  wei,
} from '@/test/fixtures/requests';
import type { Calendar } from '@/utils/handbook/calendar';
import { dueOf, type Hours } from '@/utils/requests/due';
import type { RequestEvent } from '@/utils/requests/events';
import { standingOf } from '@/utils/requests/life';

/** 09:00 to 12:00 and 13:30 to 18:00. */
const shanghai: Calendar = {
  timeZone: 'Asia/Shanghai',
  days: [1, 2, 3, 4, 5],
  hours: [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ],
  holidays: ['2026-11-24'],
  workdays: [],
};
const berlin: Calendar = { ...shanghai, timeZone: 'Europe/Berlin', holidays: [] };
const hours: Hours = {
  calendar: (department) => ({ rnd: shanghai, operations: berlin })[department ?? ''],
  answersWithin: (department) => ({ rnd: 4, operations: 8 })[department ?? ''],
};
const day = 24 * hour;

const due = (now: number, ...events: RequestEvent[]) => dueOf(standingOf(events)!, hours, now);

describe('an answer', () => {
  const event = createEvents();
  const asked = event('queued', { at: monday, who: clara, to: rnd, content });
  const restated = event('restated', { at: monday + 2 * hour, who: wei, understood: 'A' });

  it('is due in working hours of who is asked', () => {
    expect(due(monday, asked)).toEqual({ left: 4, at: Date.parse('2026-11-23T14:30+08:00'), paused: false });
    // Lunch does not count.
    expect(due(monday + 4 * hour, asked)).toMatchObject({ left: 1 });
  });

  it('is late by working hours, no holiday among them', () => {
    expect(due(monday + 2 * day, asked)).toEqual({ left: -3.5, paused: false });
  });

  it('waits while the asker is asked back', () => {
    expect(due(monday + 3 * day, asked, restated)).toMatchObject({ left: 2, paused: true });
    const confirmed = event('confirmed', { at: monday + 3 * day, who: clara });
    expect(due(monday + 3 * day + hour, asked, restated, confirmed)).toMatchObject({
      left: 1,
      paused: false,
    });
  });

  it('is due by the day that was asked for, rather than by what the department promises', () => {
    const by = Date.parse('2026-11-25T12:00+08:00');
    const withDay = { ...asked, content: { ...content, by } };
    expect(due(monday, withDay)).toEqual({ left: 10.5, at: by, paused: false });
  });

  it('has the whole time again where it was handed on, by the next one’s calendar', () => {
    const handed = event('handed-on', { at: monday + hour, who: wei, to: operations });
    // 09:00 in Shanghai is 02:00 in Berlin.
    expect(due(monday + hour, asked, handed)).toMatchObject({
      left: 8,
      at: Date.parse('2026-11-24T09:30+01:00'),
    });
    const accepted = event('accepted', { at: monday + 2 * hour, who: tom });
    expect(due(monday + 8 * hour, asked, handed, accepted)).toMatchObject({ left: 7 });
  });

  it('counts every hour where the department has no calendar, and none where nobody said by when', () => {
    const unknown = { department: { id: 'legal', name: 'Legal' } };
    const by = monday + day;
    expect(due(monday, { ...asked, to: unknown })).toBeNull();
    expect(due(monday, { ...asked, to: unknown, content: { ...content, by } })).toEqual({
      ...{ left: 24, at: by, paused: false },
    });
  });

  it('is due no more when it is over', () => {
    expect(due(monday, asked, event('cancelled', { at: monday + 1, who: clara }))).toBeNull();
  });

  it('gets no more time by waiting for the receiver, and loses none by waiting for the asker', () => {
    const instant = fc.integer({ min: 0, max: 20 * 24 }).map((hours) => monday + hours * hour);
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [now, later] = [Math.min(a, b), Math.max(a, b)];
        const left = (at: number, ...events: RequestEvent[]) => due(at, ...events)!.left;
        expect(left(later, asked)).toBeLessThanOrEqual(left(now, asked));
        expect(left(later, asked, restated)).toBe(left(now, asked, restated));
      }),
    );
  });
});
