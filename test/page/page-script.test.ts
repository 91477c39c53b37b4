/** A script of ours that fails begins again, later each time; one that recovered is not made to wait for old failures. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Beginning, pageScript } from '@/utils/platform/page-script';

vi.mock('@/utils/messages/send', () => ({ send: vi.fn(), Unloaded: class extends Error {} }));

let end: AbortController;
let begun: Beginning[];
let refuses: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  end = new AbortController();
  begun = [];
  refuses = false;
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const script = () =>
  pageScript(
    end.signal,
    async () => {
      if (refuses) throw new Error('storage');
    },
    (_said, beginning) => begun.push(beginning),
  );

/** @returns ms after which it begins again */
async function waits(): Promise<number> {
  const before = begun.length;
  for (let waited = 0; waited <= 60_000; waited += 500) {
    if (begun.length > before) return waited;
    await vi.advanceTimersByTimeAsync(500);
  }
  return Number.POSITIVE_INFINITY;
}

it('waits twice as long after each failure', async () => {
  script().begin();
  await vi.advanceTimersByTimeAsync(0);
  for (const wait of [1000, 2000, 4000, 8000]) {
    begun.at(-1)!.fail(new Error('gone for a moment'));
    expect(await waits()).toBe(wait);
  }
});

it('forgets failures of long ago', async () => {
  script().begin();
  await vi.advanceTimersByTimeAsync(0);
  for (let i = 0; i < 5; i++) {
    begun.at(-1)!.fail(new Error('gone for a moment'));
    await waits();
  }
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  begun.at(-1)!.fail(new Error('gone for a moment'));
  expect(await waits()).toBe(1000);
});

it('does not begin a second time when it has begun for another reason meanwhile', async () => {
  const { begin } = script();
  refuses = true;
  begin();
  await vi.advanceTimersByTimeAsync(0);
  refuses = false;
  begin();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(begun).toHaveLength(1);
});

it('ends with its page, also while it waits', async () => {
  script().begin();
  await vi.advanceTimersByTimeAsync(0);
  begun[0]!.fail(new Error('gone for a moment'));
  end.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(begun).toHaveLength(1);
});
