/** Where hover happens: the pointer rests on a marked word, or leaves it for good. */
import type { Marks } from './mark';
import { liveRange, type Occurrence } from './occurrence';

/** ms the pointer rests before the card opens: longer than a pointer passing by, and the card is there within 100. */
const restDelay = 50;
/** px the pointer may move and still be at rest. */
const restSlack = 4;
/** ms the pointer may be elsewhere before the card closes (WCAG 1.4.13, hoverable). */
const leaveDelay = 250;
/** ms a finger rests for a long press. */
const pressDelay = 500;
/** px a finger may tremble meanwhile. */
const pressSlack = 10;
/** px around the way from word to card. */
const waySlack = 6;

export interface HoverEvents {
  /** The pointer came to a word: time to fetch. */
  onApproach(occurrence: Occurrence): void;
  /** It rests there, at a point of the viewport, CSS px. */
  onRest(occurrence: Occurrence, point: Point): void;
  /** It left word, card and the way between them. */
  onLeave(): void;
}

export interface HoverPlace {
  marks: Marks;
  shadowRoots: readonly ShadowRoot[];
  /** Box of the open card, CSS px of the viewport, or null. */
  cardBox(): DOMRect | null;
  signal: AbortSignal;
}

export interface Hover {
  /** The pointer came into the card or left it: only the card's frame knows. */
  inCard(inside: boolean): void;
}

export interface Point {
  x: number;
  y: number;
}

/** Listens without ever taking an event from the page. */
export function watchHover({ marks, shadowRoots, cardBox, signal }: HoverPlace, events: HoverEvents): Hover {
  let pointer: Point | null = null;
  /** Where the pointer came to rest. */
  let rest: Point | null = null;
  let at: Occurrence | null = null;
  /** The pointer's stay on this word has opened a card; one that was closed by hand does not come again. */
  let opened = false;
  /** Box of the line that the open card belongs to. */
  let line: DOMRect | null = null;
  let frame = 0;
  const resting = timer(restDelay, signal);
  const leaving = timer(leaveDelay, signal);
  const pressing = timer(pressDelay, signal);
  const quiet = { capture: true, passive: true, signal } as const;

  addEventListener('pointermove', (event) => event.isTrusted && moved(event), quiet);
  addEventListener('pointerdown', (event) => event.isTrusted && pressed(event), quiet);
  addEventListener('pointerup', lifted, quiet);
  addEventListener('pointercancel', lifted, quiet);
  addEventListener('pointerover', (event) => event.isTrusted && over(event), quiet);
  // Capturing, it would hear of every element that the pointer leaves.
  document.documentElement.addEventListener('pointerleave', left, { passive: true, signal });
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));

  return {
    inCard(inside) {
      if (!inside) away();
      else {
        resting.stop();
        leaving.stop();
        at = null;
      }
    },
  };

  function moved({ clientX: x, clientY: y, buttons, pointerType }: PointerEvent): void {
    if (pointerType === 'touch') {
      if (pointer && distance(pointer, { x, y }) > pressSlack) lifted();
      return;
    }
    if (buttons !== 0) return; // selecting or dragging
    // Browsers also tell of a pointer that lies still while the page scrolls under it.
    if (pointer?.x === x && pointer.y === y) return;
    pointer = { x, y };
    frame ||= requestAnimationFrame(look);
  }

  function left({ isTrusted, pointerType }: PointerEvent): void {
    // A finger leaves the page whenever it is lifted.
    if (isTrusted && pointerType !== 'touch') away();
  }

  /** What the pointer does in a frame is heard there alone, and its last move before may have been on the word. */
  function over(event: PointerEvent): void {
    const [target] = event.composedPath();
    if (!(target instanceof HTMLIFrameElement) || event.pointerType === 'touch') return;
    pointer = null;
    away();
  }

  function look(): void {
    frame = 0;
    if (!pointer) return;
    const found = wordAt(pointer);
    if (found) come(found, pointer);
    else if (isOnTheWay(pointer)) leaving.stop();
    else away();
  }

  function come(found: Occurrence, point: Point): void {
    leaving.stop();
    if (found === at && (opened || (rest && distance(rest, point) <= restSlack))) return;
    if (found !== at) {
      at = found;
      opened = false;
      events.onApproach(found);
    }
    rest = point;
    resting.start(() => open(found, point));
  }

  function away(): void {
    resting.stop();
    const wasOnWord = at !== null;
    at = null;
    rest = null;
    if (!cardBox()) {
      if (wasOnWord) events.onLeave();
    } else if (!leaving.isRunning) leaving.start(events.onLeave);
  }

  function open(found: Occurrence, point: Point): void {
    opened = true;
    line = lineAt(found, point);
    events.onRest(found, point);
  }

  function pressed({ clientX: x, clientY: y, pointerType }: PointerEvent): void {
    const point = { x, y };
    if (pointerType !== 'touch') {
      // Who presses a word wants what the page does there, and no card that comes after.
      resting.stop();
      const found = wordAt(point);
      // The page may have scrolled under a pointer that lay still.
      if (at && found !== at) events.onLeave();
      at = found;
      opened = true;
      return;
    }
    pointer = point;
    const found = wordAt(point);
    if (!found) return;
    events.onApproach(found);
    pressing.start(() => open(found, point));
  }

  /** The finger has gone, or went on: it was no long press. */
  function lifted(): void {
    if (!pressing.isRunning) return;
    pressing.stop();
    events.onLeave();
  }

  function wordAt({ x, y }: Point): Occurrence | null {
    const found = marks.at(x, y, [...shadowRoots]);
    return found && !isCovered(found, x, y) ? found : null;
  }

  function isOnTheWay(point: Point): boolean {
    const card = cardBox();
    return card !== null && line !== null && onTheWay(line, card, point);
  }
}

/**
 * A word may break over lines.
 * @returns as wide as the line of the word that is nearest to a point, as high as all of its lines that follow on each
 *   other, so that a card beside it covers none; CSS px of the viewport
 */
export function lineAt(occurrence: Occurrence, point: Point): DOMRect | null {
  const boxes = [...(liveRange(occurrence)?.getClientRects() ?? [])];
  const [near] = boxes.toSorted((a, b) => distanceTo(a, point) - distanceTo(b, point));
  if (!near) return null;
  // A word broken between columns has lines far apart.
  const joined = boxes.filter((box) => Math.abs(box.top - near.top) < 2.5 * near.height);
  const top = Math.min(...joined.map((box) => box.top));
  const bottom = Math.max(...joined.map((box) => box.bottom));
  return new DOMRect(near.x, top, near.width, bottom - top);
}

/** Firefox also finds words that lie under something else; a transparent link laid over a card is no cover. */
function isCovered({ range: { startContainer } }: Occurrence, x: number, y: number): boolean {
  const root = startContainer.getRootNode() as Document | ShadowRoot;
  const above = root.elementsFromPoint(x, y);
  const own = above.findIndex((element) => element.contains(startContainer));
  return above.slice(0, Math.max(0, own)).some(isOpaque);
}

const pictures = new Set(['IMG', 'CANVAS', 'VIDEO', 'IFRAME', 'OBJECT', 'EMBED']);

function isOpaque(element: Element): boolean {
  if (pictures.has(element.tagName)) return true;
  const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
  const seeThrough = /^(?:transparent|rgba?\(.*, 0(?:\.[0-4]\d*)?\)|.*\/ 0(?:\.[0-4]\d*)?\))$/.test(
    backgroundColor,
  );
  return Number(opacity) > 0.5 && (!seeThrough || backgroundImage !== 'none');
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function distanceTo({ left, right, top, bottom }: DOMRect, { x, y }: Point): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** The safe corridor: the quadrilateral between the facing edges of word and card, a little widened. */
function onTheWay(word: DOMRect, card: DOMRect, { x, y }: Point): boolean {
  const below = card.top >= word.bottom;
  const [from, to] = below ? [word.top, card.top] : [card.bottom, word.bottom];
  if (y < from - waySlack || y > to + waySlack) return false;
  // 0 at the word, 1 at the card
  const part = below
    ? (y - word.top) / (card.top - word.top)
    : (word.bottom - y) / (word.bottom - card.bottom);
  const left = word.left + (card.left - word.left) * part;
  const right = word.right + (card.right - word.right) * part;
  return x >= left - waySlack && x <= right + waySlack;
}

function timer(delay: number, signal: AbortSignal) {
  let running = 0;
  const stop = () => {
    clearTimeout(running);
    running = 0;
  };
  signal.addEventListener('abort', stop);
  return {
    get isRunning() {
      return running !== 0;
    },
    stop,
    /** Starts anew. */
    start(done: () => void) {
      stop();
      running = window.setTimeout(() => {
        running = 0;
        done();
      }, delay);
    },
  };
}
