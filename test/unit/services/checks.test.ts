import { beforeEach, expect, it } from 'vitest';
import type { HandbookStatus } from '@/utils/messages/protocol';
import { createChecks } from '@/utils/services/checks';

const now = 1_000_000;
const minute = 60_000;
const status = (nextCheckAt?: number): HandbookStatus => ({
  source: 'address',
  problems: [],
  departments: [],
  busy: false,
  ...(nextCheckAt !== undefined && { nextCheckAt }),
});

/** What happened, in order. */
let events: unknown[];
beforeEach(() => {
  events = [];
});

const checks = (sync: () => Promise<HandbookStatus>) =>
  createChecks({
    sync: async (occasion) => {
      events.push(occasion);
      return sync();
    },
    wakeAt: async (at) => {
      events.push(at);
    },
    async awakeWhile(work) {
      events.push('awake');
      try {
        return await work();
      } finally {
        events.push('asleep');
      }
    },
    now: () => now,
  });

it('are made awake, with the next one set before, in case the browser ends this one', async () => {
  const check = checks(async () => status(now + 60 * minute));
  expect(await check('schedule')).toEqual(status(now + 60 * minute));
  expect(events).toEqual([now + 5 * minute, 'awake', 'schedule', 'asleep', now + 60 * minute]);
});

it('end where none is to come', async () => {
  await checks(async () => status())('hand');
  expect(events.at(-1)).toBeUndefined();
  expect(events).toHaveLength(5);
});

it('go on after one that failed', async () => {
  const check = checks(() => Promise.reject(new Error('No storage here.')));
  await expect(check('start')).rejects.toThrow('No storage here.');
  expect(events).toEqual([now + 5 * minute, 'awake', 'start', 'asleep', now + 5 * minute]);
});
