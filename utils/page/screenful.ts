/**
 * Chooses which occurrences are marked: those that are seen, by default each term once per screenful. Places come from an
 * IntersectionObserver, which has them at hand after layout, so nothing here forces a layout while the page works.
 */
import { outermostWindow } from './frames';
import { idle } from './idle';
import type { Occurrence } from './occurrence';
import { isDrawnAsIcon } from './readable';
import { isSeen, watchUnseen } from './unseen';

export type Density = 'screenful' | 'all' | 'none';

export interface Screenful {
  /** New occurrences, in document order. */
  add(occurrences: readonly Occurrence[]): void;
  remove(occurrence: Occurrence): void;
  /** A change of the page is over: what took the place of nothing new is given to others. */
  settle(): void;
}

/** Where a block stands: px from the top left of the document. */
interface Spot {
  x: number;
  y: number;
}

/** A box in CSS px of the viewport, with how far the page was scrolled then. */
interface Place {
  box: DOMRectReadOnly;
  left: number;
  top: number;
}

/** What the observer told of an element. */
interface Sighting extends Place {
  target: Element;
  isIntersecting: boolean;
}

/** Where there is a mark no more, until it is known whether the same word stands there again. */
interface Vacancy {
  term: number;
  spot: Spot;
}

/** ms that deciding may take at a time. */
const decideTime = 4;

/** @param paint told what to mark */
export function createScreenful(
  density: Density,
  paint: { add(occurrence: Occurrence): void; remove(occurrence: Occurrence): void },
  signal: AbortSignal,
): Screenful {
  if (density === 'none') return { add() {}, remove() {}, settle() {} };
  /** Undecided occurrences, by the element whose being seen decides. */
  const waiting = new Map<Element, Set<Occurrence>>();
  const waitingOn = new Map<Occurrence, Element>();
  /** What is marked, by term. */
  const marked = new Map<number, Map<Occurrence, Spot>>();
  /** What was passed over, by term; one may step in when a marked one goes. */
  const passed = new Map<number, Map<Occurrence, Spot>>();
  /** By block. */
  let vacancies = new Map<Element, Vacancy[]>();
  /** Marked blocks are watched for being hidden, as those passed over may be seen still. */
  const blocks = new Map<Element, Set<Occurrence>>();
  let size = screenSize();
  /** Told of and yet to be looked at. */
  let sightings: Sighting[] = [];
  let isDeciding = false;
  const places = new IntersectionObserver((entries) => {
    const [left, top] = [scrollX, scrollY];
    for (const { target, boundingClientRect: box, isIntersecting } of entries)
      sightings.push({ target, box, isIntersecting, left, top });
    if (!isDeciding) void decideAll();
  });
  const sizes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (contentRect.height === 0 && !target.checkVisibility()) hide(target);
    }
  });
  const unseen = watchUnseen(document, ask, signal);
  signal.addEventListener('abort', () => {
    places.disconnect();
    sizes.disconnect();
  });
  return { add, remove, settle };

  function add(occurrences: readonly Occurrence[]): void {
    for (const occurrence of occurrences) if (!takeOver(occurrence)) wait(occurrence, occurrence.block);
  }

  function remove(occurrence: Occurrence): void {
    const { block, term } = occurrence;
    const element = waitingOn.get(occurrence);
    if (element) decided(occurrence, element);
    passed.get(term)?.delete(occurrence);
    const spot = unmark(occurrence);
    if (!spot) return;
    const others = vacancies.get(block);
    if (others) others.push({ term, spot });
    else vacancies.set(block, [{ term, spot }]);
  }

  function settle(): void {
    const left = [...vacancies.values()].flat();
    vacancies = new Map();
    for (const { term, spot } of left) giveAway(term, spot);
  }

  /** A word that was marked and stands in its block again stays marked without a flicker. */
  function takeOver(occurrence: Occurrence): boolean {
    const here = vacancies.get(occurrence.block);
    const at = here?.findIndex(({ term }) => term === occurrence.term) ?? -1;
    if (!here || at < 0) return false;
    mark(occurrence, here.splice(at, 1)[0]!.spot);
    return true;
  }

  function giveAway(term: number, spot: Spot): void {
    for (const [heir, own] of passed.get(term) ?? []) {
      if (!isNear(own, spot, size)) continue;
      passed.get(term)!.delete(heir);
      if (heir.block.isConnected) wait(heir, heir.block);
    }
  }

  function wait(occurrence: Occurrence, element: Element): void {
    waitingOn.set(occurrence, element);
    const others = waiting.get(element);
    if (others) others.add(occurrence);
    else {
      waiting.set(element, new Set([occurrence]));
      places.observe(element);
    }
  }

  function decided(occurrence: Occurrence, element: Element): void {
    if (waitingOn.get(occurrence) === element) waitingOn.delete(occurrence);
    const others = waiting.get(element);
    if (others?.delete(occurrence) && others.size === 0) forget(element);
  }

  function forget(element: Element): void {
    for (const occurrence of waiting.get(element) ?? []) waitingOn.delete(occurrence);
    waiting.delete(element);
    places.unobserve(element);
    unseen.delete(element);
  }

  /** Has the observer tell anew of an element. */
  function ask(element: Element): void {
    places.unobserve(element);
    if (waiting.has(element)) places.observe(element);
  }

  /** After a large slice of a page there are hundreds: what is not done in time goes on when there is time again. */
  async function decideAll(): Promise<void> {
    isDeciding = true;
    do {
      const end = performance.now() + decideTime;
      const checked = new Set<Occurrence>();
      size = screenSize();
      let done = 0;
      while (done < sightings.length && (done === 0 || performance.now() < end)) {
        decide(sightings[done++]!, checked);
      }
      sightings = sightings.slice(done);
    } while (sightings.length > 0 && (await idle(signal)));
    isDeciding = false;
  }

  function decide(sighting: Sighting, checked: Set<Occurrence>): void {
    const { target, box, isIntersecting } = sighting;
    const undecided = waiting.get(target);
    if (!undecided) return;
    if (!target.isConnected) forget(target);
    else if (box.width <= 1 || box.height <= 1) passOn(target, undecided);
    else if (!isIntersecting && isOffPage(sighting)) return;
    else if (!isSeen(target)) unseen.add(target);
    else {
      for (const occurrence of undecided) {
        if (place(occurrence, sighting, checked)) decided(occurrence, target);
      }
    }
  }

  /** An element without a box of its own (`display: contents`) is seen where what is around it is. */
  function passOn(target: Element, undecided: Set<Occurrence>): void {
    const around = target.parentElement;
    if (!around || getComputedStyle(target).display !== 'contents') return;
    forget(target);
    for (const occurrence of undecided) wait(occurrence, around);
  }

  /** @returns whether it is decided on */
  function place(occurrence: Occurrence, sighting: Sighting, checked: Set<Occurrence>): boolean {
    const spot = spotOf(occurrence, sighting, size);
    if (density === 'screenful' && isTaken(occurrence.term, spot, checked)) {
      put(passed, occurrence, spot);
      return true;
    }
    const parent = parentOf(occurrence);
    if (!isShown(occurrence)) {
      if (parent === sighting.target) return false;
      wait(occurrence, parent);
    } else if (!isDrawnAsIcon(parent)) mark(occurrence, spot);
    return true;
  }

  /** Whether the term is marked near `spot`, by what is seen now: since it was marked, things may have moved. */
  function isTaken(term: number, spot: Spot, checked: Set<Occurrence>): boolean {
    for (const [other, at] of marked.get(term) ?? []) {
      if (!isNear(at, spot, size)) continue;
      if (checked.has(other)) return true;
      checked.add(other);
      if (!other.block.isConnected) continue; // its removal is yet to be told
      if (!isSeen(parentOf(other))) {
        unmark(other);
        wait(other, other.block);
        continue;
      }
      Object.assign(
        at,
        spotOf(other, { box: other.block.getBoundingClientRect(), left: scrollX, top: scrollY }, size),
      );
      if (isNear(at, spot, size)) return true;
    }
    return false;
  }

  function mark(occurrence: Occurrence, spot: Spot): void {
    put(marked, occurrence, spot);
    paint.add(occurrence);
    if (density === 'all') return;
    const { block } = occurrence;
    const others = blocks.get(block);
    if (others) others.add(occurrence);
    else {
      blocks.set(block, new Set([occurrence]));
      sizes.observe(block);
    }
  }

  /** @returns where it was marked; undefined: it was not */
  function unmark(occurrence: Occurrence): Spot | undefined {
    const { block, term } = occurrence;
    const spot = marked.get(term)?.get(occurrence);
    if (!spot) return undefined;
    marked.get(term)!.delete(occurrence);
    paint.remove(occurrence);
    const others = blocks.get(block);
    if (others?.delete(occurrence) && others.size === 0) {
      blocks.delete(block);
      sizes.unobserve(block);
    }
    return spot;
  }

  function hide(block: Element): void {
    if (!block.isConnected) return; // its removal is yet to be told
    for (const occurrence of blocks.get(block) ?? []) {
      const spot = unmark(occurrence);
      wait(occurrence, block);
      if (spot) giveAway(occurrence.term, spot);
    }
  }
}

function put(map: Map<number, Map<Occurrence, Spot>>, occurrence: Occurrence, spot: Spot): void {
  const others = map.get(occurrence.term);
  if (others) others.set(occurrence, spot);
  else map.set(occurrence.term, new Map([[occurrence, spot]]));
}

interface Size {
  width: number;
  height: number;
}

/** px of a screenful; a frame as long as its content shows no more at once than the window it lies in */
function screenSize(): Size {
  const outermost = outermostWindow();
  const [width, height] =
    outermost === top ? [outermost.innerWidth, outermost.innerHeight] : [screen.width, screen.height];
  return { width: Math.min(innerWidth, width), height: Math.min(innerHeight, height) };
}

function isNear(a: Spot, b: Spot, { width, height }: Size): boolean {
  return Math.abs(a.y - b.y) < height && Math.abs(a.x - b.x) < width;
}

/** Where its block stands; in a block larger than a screen, where the word does. */
function spotOf({ range }: Occurrence, { box, left, top }: Place, { width, height }: Size): Spot {
  const own = box.height < height && box.width < width ? null : boxOf(range);
  const [x, y] = own ? [own.left + scrollX, own.top + scrollY] : [box.left + left, box.top + top];
  // Whole numbers lie in the object itself.
  return { x: Math.round(x), y: Math.round(y) };
}

function boxOf({ startContainer, startOffset }: StaticRange): DOMRectReadOnly | null {
  // Changed since it was read, and about to be read again.
  if (startOffset >= (startContainer as Text).length) return null;
  const live = startContainer.ownerDocument!.createRange();
  live.setStart(startContainer, startOffset);
  live.setEnd(startContainer, startOffset + 1);
  return live.getBoundingClientRect();
}

/** Whether no scrolling of the page brings it into view, as far as can be told. */
function isOffPage({ box: { right, bottom }, left, top }: Place): boolean {
  return right + left <= 0 || bottom + top <= 0;
}

/** The element a word stands in: its block or an inline element in that. */
function parentOf({ range, block }: Occurrence): Element {
  return range.startContainer.parentElement ?? block;
}

/** Whether a word in a block that is seen is seen too. */
function isShown({ range, block }: Occurrence): boolean {
  let inner = range.startContainer as Text | Element;
  for (let at = inner.parentElement; at; at = at.parentElement) {
    if (at.shadowRoot && !inner.assignedSlot) return false;
    if (at === block) return true;
    const { display, visibility, position, clip, clipPath } = getComputedStyle(at);
    if (display === 'none' || visibility !== 'visible') return false;
    if (position === 'absolute' && (clip !== 'auto' || clipPath !== 'none')) return false; // for screen readers only
    inner = at;
  }
  return true;
}
