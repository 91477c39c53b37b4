import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awakeWhile } from '@/utils/platform/awake';

const getPlatformInfo = vi.hoisted(() => vi.fn(async () => ({})));
vi.mock('@/utils/platform/browser', () => ({ browser: { runtime: { getPlatformInfo } } }));

beforeEach(() => {
  vi.useFakeTimers();
  getPlatformInfo.mockClear();
});
afterEach(() => vi.useRealTimers());

it('calls the browser more often than every 30 seconds while there is work, and then no more', async () => {
  let end = (_: string) => {};
  const done = awakeWhile(
    () =>
      new Promise<string>((resolve) => {
        end = resolve;
      }),
  );
  await vi.advanceTimersByTimeAsync(29_000);
  expect(getPlatformInfo).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(61_000);
  expect(getPlatformInfo.mock.calls.length).toBeGreaterThanOrEqual(4);
  end('done');
  expect(await done).toBe('done');
  getPlatformInfo.mockClear();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(getPlatformInfo).not.toHaveBeenCalled();
});

it('lets the browser sleep after work that failed', async () => {
  await expect(awakeWhile(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(getPlatformInfo).not.toHaveBeenCalled();
});
