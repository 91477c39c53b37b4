// @ts-check

/** @param {readonly number[]} numbers at least one */
export const median = (numbers) => percentile(numbers, 50);

/**
 * @param {readonly number[]} numbers at least one
 * @param {number} percent
 */
export function percentile(numbers, percent) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = Math.ceil((percent / 100) * sorted.length) - 1;
  return sorted[Math.max(0, at)] ?? Number.NaN;
}
