/** Makes checks for a new revision, each of which sets the next. */
import type { HandbookStatus } from '@/utils/messages/protocol';
import type { Sync } from './sync';

export interface ChecksNeeds {
  sync: Sync['check'];
  /** Sets when the background is woken for the next check, ms since 1970; undefined: not at all. */
  wakeAt(at: number | undefined): Promise<void>;
  /** Keeps the background awake. */
  awakeWhile<T>(work: () => Promise<T>): Promise<T>;
  /** ms since 1970 */
  now(): number;
}

/** ms after the beginning of a check that came to no end, as the shortest interval that can be chosen. */
const again = 5 * 60_000;

/** @returns `Sync.check`, after which another one comes whatever became of it, even if the browser ended it */
export function createChecks({ sync, wakeAt, awakeWhile, now }: ChecksNeeds): Sync['check'] {
  return async (occasion): Promise<HandbookStatus> => {
    let next: number | undefined = now() + again;
    await wakeAt(next);
    try {
      const status = await awakeWhile(() => sync(occasion));
      next = status.nextCheckAt;
      return status;
    } finally {
      await wakeAt(next);
    }
  };
}
