/** Where hover happens: the pointer rests on a marked word, or leaves it for good. */
import type { Marks } from './mark';
import { liveRange, type Occurrence } from './occurrence';

/** ms the pointer rests before the card opens: longer than a pointer passing by, short of a noticeable wait. */
const restDelay = 80;
/** ms the pointer may be elsewhere before the card closes (WCAG 1.4.13, hoverable). */
const leaveDelay = 250;
/** ms a finger rests for a long press. */
const pressDelay = 500;
/** px a finger may tremble meanwhile. */
const pressSlack = 10;

export interface HoverEvents {
  /** The pointer came to a word: time to fetch. */
  onApproach(occurrence: Occurrence): void;
  /** It rests there; `line` is the box of the line it is on, CSS px of the viewport. */
  onRest(occurrence: Occurrence, line: DOMRect): void;
  /** It left word, card and the way between them. */
  onLeave(): void;
}

export interface HoverPlace {
  marks: Marks;
  shadowRoots: readonly ShadowRoot[];
  /** Box of the open card, or null. */
  cardBox(): DOMRect | null;
  signal: AbortSignal;
}

/** Listens without ever taking an event from the page. */
export function watchHover({ marks, shadowRoots, cardBox, signal }: HoverPlace, events: HoverEvents): void {
  let pointer: { x: number; y: number } | null = null;
  let frame = 0;
  let at: Occurrence | null = null;
  let line: DOMRect | null = null;
  let resting = 0;
  let leaving = 0;
  let pressing = 0;
  const quiet = { capture: true, passive: true, signal } as const;

  addEventListener('pointermove', (event) => event.isTrusted && moved(event), quiet);
  addEventListener('pointerdown', (event) => event.isTrusted && pressed(event), quiet);
  addEventListener('pointerup', () => clearTimeout(pressing), quiet);
  addEventListener('pointercancel', () => clearTimeout(pressing), quiet);
  document.documentElement.addEventListener('pointerleave', () => settle(null), quiet);
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    for (const timer of [resting, leaving, pressing]) clearTimeout(timer);
  });

  function moved({ clientX: x, clientY: y, buttons, pointerType }: PointerEvent): void {
    if (pointerType === 'touch') {
      if (pointer && Math.hypot(x - pointer.x, y - pointer.y) > pressSlack) clearTimeout(pressing);
      return;
    }
    if (buttons !== 0) return; // selecting or dragging
    pointer = { x, y };
    frame ||= requestAnimationFrame(look);
  }

  function look(): void {
    frame = 0;
    if (!pointer) return;
    const { x, y } = pointer;
    const card = cardBox();
    if (card && contains(card, x, y)) {
      clearTimeout(resting);
      clearTimeout(leaving);
      leaving = 0;
      return;
    }
    const found = marks.at(x, y, [...shadowRoots]);
    if (found) settle(found, x, y);
    else if (!(card && line && onTheWay(line, card, x, y))) settle(null);
  }

  function settle(found: Occurrence | null, x = 0, y = 0): void {
    if (found) {
      clearTimeout(leaving);
      leaving = 0;
      if (found === at) return;
      clearTimeout(resting);
      at = found;
      const box = lineAt(found, x, y);
      events.onApproach(found);
      resting = setTimeout(() => {
        if (!box) return;
        line = box;
        events.onRest(found, box);
      }, restDelay) as unknown as number;
      return;
    }
    clearTimeout(resting);
    if (leaving || !(at || cardBox())) return;
    at = null;
    leaving = setTimeout(() => {
      leaving = 0;
      line = null;
      events.onLeave();
    }, leaveDelay) as unknown as number;
  }

  function pressed({ clientX: x, clientY: y, pointerType }: PointerEvent): void {
    if (pointerType !== 'touch') return;
    pointer = { x, y };
    clearTimeout(pressing);
    const found = marks.at(x, y, [...shadowRoots]);
    if (!found) {
      const card = cardBox();
      if (card && !contains(card, x, y)) events.onLeave();
      return;
    }
    events.onApproach(found);
    pressing = setTimeout(() => {
      const box = lineAt(found, x, y);
      if (box) events.onRest(found, box);
    }, pressDelay) as unknown as number;
  }
}

/** @returns the box of the line of the word that is nearest to a point; a word may break over lines */
export function lineAt(occurrence: Occurrence, x: number, y: number): DOMRect | null {
  const boxes = [...(liveRange(occurrence)?.getClientRects() ?? [])];
  const distance = (box: DOMRect) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  return boxes.reduce<DOMRect | null>(
    (best, box) => (best && distance(best) <= distance(box) ? best : box),
    null,
  );
}

function contains(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** The safe corridor: the quadrilateral between the facing edges of word and card, a little widened. */
function onTheWay(word: DOMRect, card: DOMRect, x: number, y: number): boolean {
  const slack = 6;
  const below = card.top >= word.bottom;
  const [from, to] = below ? [word.top, card.top] : [card.bottom, word.bottom];
  if (y < from - slack || y > to + slack) return false;
  // 0 at the word, 1 at the card
  const part = below
    ? (y - word.top) / (card.top - word.top)
    : (word.bottom - y) / (word.bottom - card.bottom);
  const left = word.left + (card.left - word.left) * part;
  const right = word.right + (card.right - word.right) * part;
  return x >= left - slack && x <= right + slack;
}
