/**
 * When a department works, by its calendar. Days and clocks are those of its time zone. The arithmetic is Temporal's
 * (ECMA-262), which is the browser's own where it has it, and summer time comes from the machine's IANA database.
 * A shift belongs to the day that it begins on, also where that is a holiday or a make-up day.
 */
import { Temporal } from 'temporal-polyfill';
import type { Department } from './schema';
import { isTimeZone } from './time-zones';

export type Calendar = NonNullable<Department['calendar']>;

/** Working time without a break, ms since 1970; it ends before `to`. */
interface Span {
  from: number;
  to: number;
}

const hour = 3_600_000;
/** Work that goes on longer than this, ms, is taken to go on for ever. */
const longestSpan = 35 * 24 * hour;
/** Days that are looked ahead at most. */
const farthest = 3_660;
/** Days without work after which none is expected any more. */
const longestBreak = 400;

/** @returns whether the machine knows the calendar's time zone; all below throws a RangeError where it does not */
export function isUsable({ timeZone }: Calendar): boolean {
  return isTimeZone(timeZone);
}

/**
 * @param instant whole ms since 1970
 * @returns whether somebody works then: from the moment work begins until just before it ends
 */
export function isOpen(calendar: Calendar, instant: number): boolean {
  const today = dayOf(calendar, instant);
  // A night shift began yesterday.
  return [today.subtract({ days: 1 }), today].some((day) =>
    spansOn(calendar, day).some(({ from, to }) => from <= instant && instant < to),
  );
}

/**
 * @param instant whole ms since 1970
 * @returns when work begins or ends next, in ms since 1970 and later than `instant`; undefined where it goes on for
 *   more than five weeks, or no work is in sight for a year
 */
export function nextChange(calendar: Calendar, instant: number): number | undefined {
  for (const { from, to } of spansFrom(calendar, instant)) {
    if (from > instant) return from;
    return to - from < longestSpan ? to : undefined;
  }
  return undefined;
}

/**
 * @param from whole ms since 1970
 * @param hours working hours, 0 or more
 * @returns when so much working time has passed, in whole ms since 1970: the end of a span rather than the beginning of
 *   the next; for 0 hours, when work goes on. undefined where that is more than ten years away
 */
export function addWorkingHours(calendar: Calendar, from: number, hours: number): number | undefined {
  let left = Math.round(hours * hour);
  for (const span of spansFrom(calendar, from)) {
    const start = Math.max(span.from, from);
    if (left <= span.to - start) return start + left;
    left -= span.to - start;
  }
  return undefined;
}

/**
 * @param from whole ms since 1970
 * @param to whole ms since 1970, at most ten years later
 * @returns hours of working time between them; 0 where `to` is the earlier
 */
export function workingHoursBetween(calendar: Calendar, from: number, to: number): number {
  let sum = 0;
  for (const span of spansFrom(calendar, from)) {
    if (span.from >= to) break;
    sum += Math.min(span.to, to) - Math.max(span.from, from);
  }
  return sum / hour;
}

/** @returns spans that end after an instant, in their order, those that touch as one, up to `longestSpan` */
function* spansFrom(calendar: Calendar, instant: number): Generator<Span, void> {
  let day = dayOf(calendar, instant).subtract({ days: 1 });
  let open: Span | undefined;
  let idle = 0;
  for (let ahead = 0; ahead < farthest && idle < longestBreak; ahead++) {
    for (const { from, to } of spansOn(calendar, day)) {
      idle = 0;
      if (open && from <= open.to && open.to - open.from < longestSpan) {
        open.to = Math.max(open.to, to);
        continue;
      }
      if (open && open.to > instant) yield open;
      const start = Math.max(from, open?.to ?? from);
      open = { from: start, to: Math.max(start, to) };
    }
    idle++;
    day = day.add({ days: 1 });
  }
  if (open && open.to > instant) yield open;
}

/** @returns working time that begins on a day, in its order */
function spansOn({ timeZone, days, hours, holidays, workdays }: Calendar, day: Temporal.PlainDate): Span[] {
  const date = day.toString();
  const works =
    workdays.includes(date) ||
    (days.some((weekday) => weekday === day.dayOfWeek) && !holidays.includes(date));
  if (!works) return [];
  return hours
    .flatMap(([first, last]) => {
      const [begins, ends] = [minutesOf(first), minutesOf(last)];
      // What ends earlier than it begins ends the next day.
      const [from, to] = [begins, ends < begins ? ends + 24 * 60 : ends].map((minutes) =>
        instantOf(day, minutes, timeZone),
      ) as [number, number];
      return from < to ? [{ from, to }] : [];
    })
    .sort((a, b) => a.from - b.from);
}

function dayOf({ timeZone }: Calendar, instant: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
}

/**
 * @param minutes by the clock since 00:00
 * @returns ms since 1970: of a time that comes twice the first; for a time that summer time skips, when it has been
 *   skipped. So what is later by the clock is never earlier, and spans that touch still do
 */
function instantOf(day: Temporal.PlainDate, minutes: number, timeZone: string): number {
  const time = day.toPlainDateTime().add({ minutes });
  const zoned = time.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  if (zoned.toPlainDateTime().equals(time)) return zoned.epochMilliseconds;
  // `compatible` makes 03:30 of a 02:30 that is skipped, `earlier` 01:30; the clock is set between them.
  const before = time.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return (before.getTimeZoneTransition('next') ?? zoned).epochMilliseconds;
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}
