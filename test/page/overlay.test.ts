/** What is asked, drawn and opened as the pointer comes, rests and goes, and keys are pressed. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliveryAndSla } from '@/test/fixtures/occurrences';
import type { Definition, PageStart } from '@/utils/messages/protocol';
import { createCard, type PageCard } from '@/utils/page/card';
import { findWords } from '@/utils/page/find-words';
import { type HoverEvents, watchHover } from '@/utils/page/hover';
import { createMarks } from '@/utils/page/mark';
import type { Occurrence } from '@/utils/page/occurrence';
import { type Ask, type Overlay, startOverlay } from '@/utils/page/overlay';

vi.mock('@/utils/page/card');
vi.mock('@/utils/page/find-words');
vi.mock('@/utils/page/hover', async (original) => ({ ...(await original<object>()), watchHover: vi.fn() }));
vi.mock('@/utils/page/mark');

const start: Extract<PageStart, { on: true }> = {
  on: true,
  vocabulary: 'v1',
  settings: { density: 'all', theme: 'auto', hints: true },
  messages: {},
  language: 'en',
  asked: false,
};
const point = { x: 0, y: 0 };
let words: { delivery: Occurrence; sla: Occurrence };
/** Answers the question asked about a term. */
let answer: Record<number, (found: boolean) => Promise<void>>;
let told: string[];
let card: { isOpen: boolean; isPinned: boolean };
let pointer: HoverEvents;
let end: AbortController;
let overlay: Overlay;

beforeEach(() => {
  words = deliveryAndSla();
  vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([
    new DOMRect(100, 100, 60, 20),
  ] as unknown as DOMRectList);
  told = [];
  answer = {};
  card = { isOpen: false, isPinned: false };
  const name = (content: object) => (content as { definition: { word: string } }).definition.word;
  vi.mocked(createCard).mockReturnValue({
    prepare() {},
    draw: (content) => told.push(`draw ${name(content)}`),
    open({ content, focus }) {
      told.push(`open ${name(content)}${focus ? ' by key' : ''}`);
      card.isOpen = true;
    },
    leave: () => told.push('leave'),
    get isOpen() {
      return card.isOpen;
    },
    get isPinned() {
      return card.isPinned;
    },
  } as Partial<PageCard> as PageCard);
  vi.mocked(findWords).mockReturnValue({ shadowRoots: [], termsAround: () => [] });
  vi.mocked(createMarks).mockReturnValue({
    setCurrent() {},
    inOrder: () => [words.delivery, words.sla],
  } as Partial<ReturnType<typeof createMarks>> as ReturnType<typeof createMarks>);
  vi.mocked(watchHover).mockImplementation((_place, events) => {
    pointer = events;
    return { inCard() {} };
  });
  const ask = {
    define(term, word) {
      told.push(`ask ${word}`);
      return new Promise((resolve) => {
        answer[term] = async (found) => {
          resolve(found ? ({ word } as Definition) : null);
          await settle();
        };
      });
    },
  } as Partial<Ask> as Ask;
  end = new AbortController();
  overlay = startOverlay(
    start,
    ask,
    { url: '', origin: '', greeting: '' },
    { onStale() {}, onFailure() {}, onMarked: () => told.push('other words') },
    end.signal,
  );
});
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
});

const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
const approach = (word: Occurrence) => pointer.onApproach(word);
async function rest(word: Occurrence) {
  pointer.onRest(word, point);
  await settle();
}

describe('a pointer', () => {
  it('asks as it comes; the answer is drawn and opens when it rests', async () => {
    approach(words.delivery);
    await answer[1]!(true);
    expect(told).toEqual(['ask delivery', 'draw delivery']);
    await rest(words.delivery);
    expect(told).toEqual(['ask delivery', 'draw delivery', 'open delivery']);
  });

  it('that rests before the answer is there waits for it', async () => {
    approach(words.delivery);
    await rest(words.delivery);
    expect(told).toEqual(['ask delivery']);
    await answer[1]!(true);
    expect(told.at(-1)).toBe('open delivery');
  });

  it('that has gone again wants no answer', async () => {
    approach(words.delivery);
    pointer.onLeave();
    await answer[1]!(true);
    expect(told).toEqual(['ask delivery', 'leave']);
  });

  it('that has gone to the next word wants only its answer', async () => {
    approach(words.delivery);
    await rest(words.delivery);
    approach(words.sla);
    await answer[1]!(true);
    await answer[2]!(true);
    expect(told).toEqual(['ask delivery', 'ask SLA', 'draw SLA']);
  });

  it('at a word that means nothing draws and opens nothing', async () => {
    approach(words.delivery);
    await answer[1]!(false);
    await rest(words.delivery);
    expect(told).toEqual(['ask delivery']);
  });

  it('asks nothing while a card is pinned', async () => {
    card.isPinned = true;
    approach(words.delivery);
    await rest(words.delivery);
    expect(told).toEqual([]);
  });

  it('gets no answer where the overlay has ended', async () => {
    approach(words.delivery);
    end.abort();
    await answer[1]!(true);
    expect(told).toEqual(['ask delivery']);
  });
});

describe('the key for the next word', () => {
  it('opens its card with the focus', async () => {
    expect(overlay.command('next-term')).toBe(true);
    await answer[1]!(true);
    expect(told).toEqual(['ask delivery', 'open delivery by key']);
  });

  it('counts, not the pointer that was on another word, even if that leaves', async () => {
    approach(words.sla);
    overlay.command('next-term');
    pointer.onLeave();
    await answer[2]!(true);
    await answer[1]!(true);
    expect(told).toEqual(['ask SLA', 'ask delivery', 'leave', 'open delivery by key']);
  });

  it('counts, not the pointer that comes to another word meanwhile', async () => {
    overlay.command('next-term');
    approach(words.sla);
    await answer[2]!(true);
    await answer[1]!(true);
    expect(told).toEqual(['ask delivery', 'ask SLA', 'open delivery by key']);
  });
});

it('lists the marked words for a panel, and tells when others are marked', async () => {
  const [changed] = vi.mocked(createMarks).mock.lastCall!;
  changed();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(told).toEqual([]);
  expect(overlay.words()).toEqual({
    vocabulary: 'v1',
    words: [
      { term: 1, word: 'delivery' },
      { term: 2, word: 'SLA' },
    ],
  });
  vi.mocked(createMarks).mock.results.at(-1)!.value.inOrder = () => [words.sla];
  changed();
  await vi.waitFor(() => expect(told).toEqual(['other words']));
});
