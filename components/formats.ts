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
  count(value: number): string;
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
    count: (value) => plain.format(value),
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
