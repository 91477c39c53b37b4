import { beforeEach, expect, it, vi } from 'vitest';
import { onceWhileEnabled } from '@/utils/platform/once-while-enabled';

/** Memory of the session, as the browser keeps it. */
const memory = vi.hoisted(() => new Map<string, unknown>());
vi.mock('@/utils/platform/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => (memory.has(key) ? { [key]: memory.get(key) } : {}),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) memory.set(key, value);
        },
      },
    },
  },
}));
beforeEach(() => memory.clear());

it('works at the first start of the background alone', async () => {
  const work = vi.fn(async () => {});
  await onceWhileEnabled(work);
  await onceWhileEnabled(work);
  expect(work).toHaveBeenCalledOnce();
});

it('works again at the next start where the work failed', async () => {
  const work = vi.fn(async () => {});
  work.mockRejectedValueOnce(new Error('No scripts.'));
  await expect(onceWhileEnabled(work)).rejects.toThrow('No scripts.');
  await onceWhileEnabled(work);
  await onceWhileEnabled(work);
  expect(work).toHaveBeenCalledTimes(2);
});

it('works again where the background was ended in the middle', async () => {
  void onceWhileEnabled(() => new Promise(() => {}));
  await new Promise((resolve) => setTimeout(resolve));
  const work = vi.fn(async () => {});
  await onceWhileEnabled(work);
  expect(work).toHaveBeenCalledOnce();
});
