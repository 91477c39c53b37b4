/** Weeks as ISO 8601 counts them: from Monday; week 1 is the one that holds 4 January. */

/** ms of a day by UTC, which knows no summer time */
export const day = 86_400_000;

/**
 * @param date ISO day: 2026-01-01
 * @returns its week: 2026-W01
 */
export function isoWeekOf(date: string): string {
  // A week belongs to the year that its Thursday lies in.
  const thursday = mondayOf(Date.parse(date)) + 3 * day;
  const year = new Date(thursday).getUTCFullYear();
  const number = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * day));
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** @returns whole weeks from one week to another; below 0 where the other is earlier */
export function weeksBetween(from: string, to: string): number {
  return Math.round((mondayOfWeek(to) - mondayOfWeek(from)) / (7 * day));
}

function mondayOfWeek(week: string): number {
  const [year, number] = week.split('-W').map(Number) as [number, number];
  return mondayOf(Date.UTC(year, 0, 4)) + (number - 1) * 7 * day;
}

function mondayOf(time: number): number {
  return time - ((new Date(time).getUTCDay() + 6) % 7) * day;
}
