/**
 * Chooses which occurrences are marked: by default a term once per screenful. Places come from an IntersectionObserver,
 * which has them at hand after layout, so nothing here ever forces a layout.
 */
import type { Occurrence } from './occurrence';

export type Density = 'screenful' | 'all' | 'none';

export interface Screenful {
  /** New occurrences, in document order. */
  add(occurrences: readonly Occurrence[]): void;
  remove(occurrence: Occurrence): void;
}

/** A block without a place yet: hidden, or not laid out. It is decided on when it gets one. */
const hidden = (rect: DOMRectReadOnly) => rect.width === 0 || rect.height === 0;

export function createScreenful(
  density: Density,
  paint: { add(occurrence: Occurrence): void; remove(occurrence: Occurrence): void },
  signal: AbortSignal,
): Screenful {
  if (density === 'none') return { add() {}, remove() {} };
  /** Undecided occurrences by block. */
  const waiting = new Map<Element, Set<Occurrence>>();
  /** Where each term is marked, px from the top of the document. */
  const places = new Map<number, Map<Occurrence, number>>();
  /** Occurrences passed over; one of them may step in when a marked one goes. */
  const passed = new Map<number, Set<Occurrence>>();
  const observer = new IntersectionObserver(decide);
  signal.addEventListener('abort', () => observer.disconnect());
  return { add, remove };

  function add(occurrences: readonly Occurrence[]): void {
    for (const occurrence of occurrences) {
      const others = waiting.get(occurrence.block);
      if (others) {
        others.add(occurrence);
        continue;
      }
      waiting.set(occurrence.block, new Set([occurrence]));
      observer.observe(occurrence.block);
    }
  }

  function remove(occurrence: Occurrence): void {
    waiting.get(occurrence.block)?.delete(occurrence);
    passed.get(occurrence.term)?.delete(occurrence);
    if (!places.get(occurrence.term)?.delete(occurrence)) return;
    paint.remove(occurrence);
    const heirs = passed.get(occurrence.term);
    passed.delete(occurrence.term);
    if (heirs) add([...heirs].filter(({ block }) => block.isConnected));
  }

  function decide(entries: IntersectionObserverEntry[]): void {
    for (const { target, boundingClientRect: rect } of entries) {
      if (!target.isConnected) forget(target);
      else if (!hidden(rect) && target.checkVisibility({ visibilityProperty: true })) {
        const undecided = waiting.get(target);
        forget(target);
        for (const occurrence of undecided ?? []) place(occurrence, rect);
      }
    }
  }

  function forget(block: Element): void {
    waiting.delete(block);
    observer.unobserve(block);
  }

  function place(occurrence: Occurrence, rect: DOMRectReadOnly): void {
    const top = rect.top + scrollY + rect.height * depthInBlock(occurrence, rect);
    const marked = places.get(occurrence.term) ?? new Map<Occurrence, number>();
    places.set(occurrence.term, marked);
    const near = [...marked.values()].some((other) => Math.abs(other - top) < innerHeight);
    if (density === 'screenful' && near) {
      const others = passed.get(occurrence.term);
      if (others) others.add(occurrence);
      else passed.set(occurrence.term, new Set([occurrence]));
      return;
    }
    marked.set(occurrence, top);
    paint.add(occurrence);
  }
}

/** @returns about how deep in a block taller than a screen the occurrence stands, 0 to 1 */
function depthInBlock({ block, range }: Occurrence, rect: DOMRectReadOnly): number {
  if (rect.height < innerHeight) return 0;
  const siblings = [...block.childNodes];
  const at = siblings.findIndex((node) => node.contains(range.startContainer));
  return at < 0
    ? 0
    : (at + range.startOffset / ((range.startContainer as Text).length || 1)) / siblings.length;
}
