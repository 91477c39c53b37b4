/** Times, sizes and counts as people of a language write them. */

const minute = 60_000;
const steps: ReadonlyArray<[unit: Intl.RelativeTimeFormatUnit, ms: number]> = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
];

export interface Formats {
  /** @returns "5 minutes ago", "tomorrow"; undefined within a minute of `now`. Times in ms since 1970. */
  distance(time: number, now: number): string | undefined;
  /** @returns day and hour of a time in ms since 1970 */
  moment(time: number): string;
  /** @returns hour and minute of a time in ms since 1970 */
  clock(time: number): string;
  /** @returns hour and minute, with the weekday where it is not that of `now`; times in ms since 1970 */
  hour(time: number, now: number): string;
  /** @returns "2 Feb 2026" for an ISO day */
  day(date: string): string;
  /** @returns "62%" for 0.62 */
  percent(part: number): string;
  count(value: number): string;
  /** @returns "Sales, Finance, and Quality" */
  all(names: string[]): string;
  /** @returns "1.4 MB" for a number of bytes */
  size(bytes: number): string;
  /** @returns "15 minutes", "4 hours" or "7 days" for a number of minutes */
  span(minutes: number): string;
}

/** @param language BCP 47 tag of the interface */
export function formatsOf(language: string): Formats {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const hour = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', hour: 'numeric', minute: 'numeric' });
  // An ISO day is midnight by UTC.
  const isoDay = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const share = new Intl.NumberFormat(language, { style: 'percent' });
  const list = new Intl.ListFormat(language);
  const plain = new Intl.NumberFormat(language);
  const unit = (value: number, name: string, unitDisplay: 'short' | 'long') =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay,
      maximumFractionDigits: 1,
    }).format(value);
  return {
    distance(time, now) {
      const ahead = time - now;
      const step = steps.find(([, ms]) => Math.abs(ahead) >= ms);
      return step && relative.format(Math.trunc(ahead / step[1]), step[0]);
    },
    moment: (time) => date.format(time),
    clock: (time) => hour.format(time),
    hour: (time, now) =>
      new Date(time).toDateString() === new Date(now).toDateString()
        ? hour.format(time)
        : weekday.format(time),
    day: (date) => isoDay.format(new Date(date)),
    percent: (part) => share.format(part),
    count: (value) => plain.format(value),
    all: (names) => list.format(names),
    size(bytes) {
      if (bytes < 1000) return unit(bytes, 'byte', 'long');
      return bytes < 1_000_000
        ? unit(bytes / 1000, 'kilobyte', 'short')
        : unit(bytes / 1_000_000, 'megabyte', 'short');
    },
    span(minutes) {
      if (minutes % 1440 === 0) return unit(minutes / 1440, 'day', 'long');
      return minutes % 60 === 0 ? unit(minutes / 60, 'hour', 'long') : unit(minutes, 'minute', 'long');
    },
  };
}
