/** When a pointer counts as resting on a word, and when as gone. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliveryAndSla } from '@/test/fixtures/occurrences';
import { type Hover, watchHover } from '@/utils/page/hover';
import type { Marks } from '@/utils/page/mark';
import type { Occurrence } from '@/utils/page/occurrence';

/** Two words on one line: where they stand, CSS px. */
const boxes = { delivery: new DOMRect(100, 100, 60, 20), sla: new DOMRect(300, 100, 30, 20) };
const card = new DOMRect(100, 130, 384, 200);
let words: Record<keyof typeof boxes, Occurrence>;
let told: string[];
let cardBox: DOMRect | null;
let end: AbortController;
let hover: Hover;

beforeEach(() => {
  vi.useFakeTimers();
  words = deliveryAndSla();
  const nameOf = (word: Occurrence) => (word === words.sla ? 'sla' : 'delivery');
  const isIn = ({ left, right, top, bottom }: DOMRect, x: number, y: number) =>
    x >= left && x <= right && y >= top && y <= bottom;
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(function (this: Range) {
    return [boxes[this.startOffset === 0 ? 'delivery' : 'sla']] as unknown as DOMRectList;
  });
  document.elementsFromPoint = () => [words.delivery.block];
  const marks = {
    at: (x: number, y: number) =>
      isIn(boxes.delivery, x, y) ? words.delivery : isIn(boxes.sla, x, y) ? words.sla : null,
  } as Partial<Marks> as Marks;
  told = [];
  cardBox = null;
  end = new AbortController();
  hover = watchHover(
    { marks, shadowRoots: [], cardBox: () => cardBox, signal: end.signal },
    {
      onApproach: (word) => told.push(`approach ${nameOf(word)}`),
      onRest(word) {
        told.push(`rest ${nameOf(word)}`);
        cardBox = card;
      },
      onLeave() {
        told.push('leave');
        cardBox = null;
      },
    },
  );
});
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function point(
  type: string,
  x: number,
  y: number,
  more: Partial<PointerEventInit> & { trusted?: boolean } = {},
) {
  const { trusted = true, ...init } = more;
  const event = new PointerEvent(type, {
    clientX: x,
    clientY: y,
    pointerType: 'mouse',
    bubbles: true,
    ...init,
  });
  Object.defineProperty(event, 'isTrusted', { value: trusted });
  document.body.dispatchEvent(event);
}
const passes = (ms: number) => vi.advanceTimersByTime(ms);
/** Moves the mouse and lets a frame pass. */
function move(x: number, y: number, more = {}) {
  point('pointermove', x, y, more);
  passes(16);
}

describe('a mouse', () => {
  it('that rests on a word opens its card', () => {
    move(110, 110);
    expect(told).toEqual(['approach delivery']);
    passes(60);
    expect(told).toEqual(['approach delivery', 'rest delivery']);
  });

  it('that passes by opens nothing', () => {
    move(110, 110);
    move(110, 300);
    passes(1000);
    expect(told).toEqual(['approach delivery', 'leave']);
  });

  it('may tremble, but not wander', () => {
    move(110, 110);
    passes(20);
    move(112, 111);
    passes(30);
    expect(told).toContain('rest delivery');
    told = [];
    cardBox = null;
    move(110, 300);
    for (let x = 100; x < 160; x += 10) move(x, 110);
    expect(told).not.toContain('rest delivery');
  });

  it('that selects or drags opens nothing', () => {
    move(110, 110, { buttons: 1 });
    passes(1000);
    expect(told).toEqual([]);
  });

  it('that presses the word before its card was there opens none, until it comes back', () => {
    point('pointermove', 110, 110);
    point('pointerdown', 110, 110);
    point('pointerup', 110, 110);
    passes(1000);
    move(112, 110);
    passes(1000);
    expect(told).not.toContain('rest delivery');
    move(110, 300);
    move(110, 110);
    passes(1000);
    expect(told).toContain('rest delivery');
  });

  it('that presses where the word was, before the page scrolled on, has left it', () => {
    move(110, 110);
    passes(20);
    words.delivery.range.startContainer.parentElement!.remove();
    point('pointerdown', 110, 300);
    expect(told.at(-1)).toBe('leave');
  });

  it('moved by a script is none', () => {
    move(110, 110, { trusted: false });
    passes(1000);
    expect(told).toEqual([]);
  });

  it('that stays where the card was closed does not open it again', () => {
    move(110, 110);
    passes(60);
    told = [];
    cardBox = null;
    move(120, 112);
    passes(1000);
    expect(told).toEqual([]);
    move(120, 300);
    move(120, 112);
    passes(60);
    expect(told).toContain('rest delivery');
  });

  it('goes on to another word', () => {
    move(110, 110);
    passes(60);
    move(310, 110);
    passes(60);
    expect(told.slice(2)).toEqual(['approach sla', 'rest sla']);
  });

  it('keeps the card on the way there, however long it rests', () => {
    move(110, 110);
    passes(60);
    move(150, 125);
    passes(1000);
    expect(told).not.toContain('leave');
    hover.inCard(true);
    passes(1000);
    expect(told).not.toContain('leave');
  });

  it('closes the card a moment after it left word and card', () => {
    move(110, 110);
    passes(60);
    move(600, 400);
    passes(100);
    expect(told).not.toContain('leave');
    passes(250);
    expect(told.at(-1)).toBe('leave');
  });

  it('that jumps from the word into a frame has left it', () => {
    move(110, 110);
    passes(60);
    told = [];
    point('pointermove', 112, 110);
    const event = new PointerEvent('pointerover', { pointerType: 'mouse', bubbles: true });
    const path = [
      document.createElement('iframe'),
      document.body,
      document.documentElement,
      document,
      window,
    ];
    Object.defineProperties(event, { isTrusted: { value: true }, composedPath: { value: () => path } });
    document.body.dispatchEvent(event);
    passes(1000);
    expect(told).toEqual(['leave']);
  });

  it('that comes back in that moment keeps it', () => {
    move(110, 110);
    passes(60);
    move(600, 400);
    hover.inCard(true);
    passes(1000);
    expect(told).not.toContain('leave');
    hover.inCard(false);
    passes(300);
    expect(told.at(-1)).toBe('leave');
  });
});

describe('a finger', () => {
  const touch = { pointerType: 'touch' };

  it('that rests opens the card', () => {
    point('pointerdown', 110, 110, touch);
    passes(499);
    expect(told).toEqual(['approach delivery']);
    passes(1);
    expect(told).toEqual(['approach delivery', 'rest delivery']);
  });

  it.each<[string, () => void]>([
    ['is lifted', () => point('pointerup', 110, 110, touch)],
    ['scrolls', () => point('pointermove', 110, 130, touch)],
    ['begins a gesture of the browser', () => point('pointercancel', 110, 110, touch)],
  ])('that %s opens nothing', (_, act) => {
    point('pointerdown', 110, 110, touch);
    passes(200);
    act();
    passes(1000);
    expect(told).toEqual(['approach delivery', 'leave']);
  });
});

it('ends with the signal', () => {
  move(110, 110);
  end.abort();
  passes(1000);
  move(310, 110);
  passes(1000);
  expect(told).toEqual(['approach delivery']);
});
