/** Finds what a host's selectors stand for, in a document and the frames that belong to it. */
import { attempt } from './attempt';
import type { SlotName, Way, Ways } from './host';

/** Elements looked at for one slot. */
const mostHits = 200;
/** A frame within a frame is as deep as any host goes. */
const mostDepth = 3;
const mostFrames = 12;

export interface Found {
  elements: Element[];
  /** The way that found them, and its index among those of the slot. */
  way: Way;
  index: number;
}

/** What is searched, and for which card or mail. */
export interface Ground {
  ways: Ways;
  /** Frames first: what a frame shows is nearer to what is in view than what stands around it. */
  documents: Document[];
  /** Id in the address. */
  id?: string;
  /** What was found already: a page is searched once for each slot. */
  known: Map<SlotName, Found | null>;
}

export function groundOf(document: Document, ways: Ways, id?: string): Ground {
  return {
    ways,
    documents: documentsOf(document, ways.frame ?? []),
    known: new Map(),
    ...(id !== undefined && { id }),
  };
}

/** @returns what the newest way finds that finds anything; what is shown, unless all of it is hidden */
export function find(ground: Ground, slot: SlotName): Found | null {
  const known = ground.known.get(slot);
  if (known !== undefined) return known;
  const found = search(ground, slot);
  ground.known.set(slot, found);
  return found;
}

/** @returns what a way finds that is no newer than the given one, independently of it */
export function findAnother(ground: Ground, slot: SlotName, { index, elements }: Found): Found | null {
  const other = search(ground, slot, index + 1);
  return other?.elements[0] === elements[0] ? null : other;
}

function search({ ways, documents, id }: Ground, slot: SlotName, from = 0): Found | null {
  for (const [index, way] of (ways[slot] ?? []).entries()) {
    if (index < from) continue;
    const css = selectorFor(way.css, id);
    if (css === null) continue;
    for (const document of documents) {
      const elements = hits(document, css);
      if (elements.length > 0) return { elements, way, index };
    }
  }
  return null;
}

/** @returns what the newest way finds within an element, shown or not; null: nothing */
export function findWithin(ways: Ways, slot: SlotName, element: Element): Omit<Found, 'index'> | null {
  for (const way of ways[slot] ?? []) {
    const elements = attempt(() => [...element.querySelectorAll(way.css)].slice(0, mostHits), []);
    if (elements.length > 0) return { elements, way };
  }
  return null;
}

/** @returns how many elements each way of a slot finds, over all documents */
export function countsOf({ ways, documents, id }: Ground, slot: SlotName): number[] {
  return (ways[slot] ?? []).map((way) => {
    const css = selectorFor(way.css, id);
    if (css === null) return 0;
    return documents.reduce(
      (sum, document) => sum + attempt(() => document.querySelectorAll(css).length, 0),
      0,
    );
  });
}

/** An id from an address goes into a selector only where it cannot change its meaning. */
function selectorFor(css: string, id: string | undefined): string | null {
  if (!css.includes('{id}')) return css;
  return id !== undefined && /^[\w.-]+$/.test(id) ? css.replaceAll('{id}', id) : null;
}

function hits(document: Document, css: string): Element[] {
  return attempt(() => {
    const list = document.querySelectorAll(css);
    const elements = Array.from({ length: Math.min(list.length, mostHits) }, (_, at) => list[at] as Element);
    const shown = elements.filter(isShown);
    return shown.length > 0 ? shown : elements;
  }, []);
}

/** Applications keep views that are not shown any more (Gmail, Trello, ZenTao). */
const isShown = (element: Element) => attempt(() => element.checkVisibility(), true);

function documentsOf(document: Document, frames: readonly Way[]): Document[] {
  const found: Document[] = [];
  const enter = (outer: Document, depth: number) => {
    for (const { css } of depth < mostDepth ? frames : []) {
      for (const frame of hits(outer, css).filter(isShown)) {
        const inner = attempt(() => (frame as HTMLIFrameElement).contentDocument, null);
        if (!inner || found.includes(inner) || found.length >= mostFrames) continue;
        enter(inner, depth + 1);
        found.push(inner);
      }
    }
  };
  enter(document, 0);
  return [...found, document];
}
