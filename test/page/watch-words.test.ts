/** Who asked for the marked words is told once that they are others now. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type WatchedWords, watchWords } from '@/utils/page/watch-words';

let end: AbortController;
let marked: string[] | undefined;
let reads: number;
let told: number;
let words: WatchedWords<string[]>;

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  marked = undefined;
  reads = told = 0;
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

function begin(isAsked: boolean): void {
  words = watchWords(
    () => {
      reads++;
      return marked;
    },
    isAsked,
    () => told++,
    end.signal,
  );
}
async function mark(...now: string[]): Promise<void> {
  marked = now.length > 0 ? now : undefined;
  words.changed();
  await vi.advanceTimersByTimeAsync(1000);
}

it('does nothing at all while nobody asks', async () => {
  begin(false);
  marked = ['launch'];
  words.changed();
  expect(vi.getTimerCount()).toBe(0);
  await mark('delivery');
  dispatchEvent(new Event('pagehide'));
  end.abort();
  expect([reads, told]).toEqual([0, 0]);
});

it('tells once, and again only after the next question', async () => {
  begin(false);
  expect(words.answer()).toBeUndefined();
  await mark('launch');
  await mark('launch', 'delivery');
  expect(told).toBe(1);
  expect(words.answer()).toEqual(['launch', 'delivery']);
  await mark('delivery');
  expect(told).toBe(2);
});

it('gathers what comes one after the other', async () => {
  begin(false);
  words.answer();
  for (let i = 0; i < 20; i++) {
    marked = [`word ${i}`];
    words.changed();
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect([reads, told]).toEqual([2, 1]);
});

it('keeps silent where the same words are marked again', async () => {
  marked = ['launch'];
  begin(false);
  words.answer();
  await mark('launch');
  expect(told).toBe(0);
  await mark('delivery');
  expect(told).toBe(1);
});

it('tells of the first words on a page whose panel is open already', async () => {
  begin(true);
  await mark();
  expect(told).toBe(0);
  await mark('launch');
  expect(told).toBe(1);
});

it('tells that its words go: with their frame, or with the script', () => {
  for (const go of [() => dispatchEvent(new Event('pagehide')), () => end.abort()]) {
    marked = ['launch'];
    begin(false);
    words.answer();
    told = 0;
    go();
    expect(told).toBe(1);
  }
});

it('says nothing of words that were none, and nothing after its end', async () => {
  begin(true);
  dispatchEvent(new Event('pagehide'));
  words.changed();
  end.abort();
  await mark('launch');
  expect(told).toBe(0);
});
