import { beforeEach, expect, it, vi } from 'vitest';
import { memory } from '@/test/fixtures/session';
import { onceWhileEnabled } from '@/utils/platform/once-while-enabled';

vi.mock('@/utils/platform/browser', async () => ({
  browser: { storage: { session: (await import('@/test/fixtures/session')).session } },
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
