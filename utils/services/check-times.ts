/** When a handbook is looked at anew. All times in ms since 1970, all spans in ms. */
import type { SyncState } from '@/utils/store/handbook-store';

const minute = 60_000;
const hour = 60 * minute;

/** The longest that a server's Retry-After is heeded. */
const longestWait = 24 * hour;

/**
 * Spread over ±10 %, so that a company's browsers do not all ask at once.
 * @param every minutes
 * @param random from 0 to 1
 * @returns when to look again after a good check
 */
export function afterSuccess(now: number, every: number, random: number): number {
  return now + every * minute * (0.9 + 0.2 * random);
}

/**
 * Doubles from a minute up to the usual interval, at least an hour, and is spread over its upper half.
 * @param failures in a row, this one included
 * @param every minutes
 * @param retryAfter what the server asked for; never undercut, up to a day
 * @returns when to look again after a failed check
 */
export function afterFailure(
  now: number,
  failures: number,
  every: number,
  random: number,
  retryAfter = 0,
): number {
  const wait = Math.min(minute * 2 ** (failures - 1), Math.max(every * minute, hour));
  const asked = Math.min(retryAfter, longestWait) * (1 + 0.1 * random);
  return now + Math.max(wait * (0.5 + 0.5 * random), asked);
}

/**
 * @param every minutes
 * @returns when the next check is due; now where the clock was set back since the last one
 */
export function nextCheck(
  { checkedAt = 0, nextCheckAt = 0, failures, error }: SyncState,
  now: number,
  every: number,
): number {
  if (now < Math.max(checkedAt, error?.at ?? 0)) return now;
  // The interval may have been shortened meanwhile.
  return failures > 0 ? nextCheckAt : Math.min(nextCheckAt, afterSuccess(checkedAt, every, 1));
}
