/** Paints terms with the CSS Custom Highlight API: the page's own nodes stay as they are. */
import { liveRange, type Occurrence } from './occurrence';

/** Names in the document's highlight registry; `entrypoints/overlay.content/marks.css` gives them their look. */
export const highlightNames = {
  term: 'common-ground-term',
  contested: 'common-ground-contested',
  current: 'common-ground-current',
} as const;

export interface Marks {
  add(occurrence: Occurrence): void;
  remove(occurrence: Occurrence): void;
  /** @returns what is painted at a point of the viewport, in CSS px */
  at(x: number, y: number, shadowRoots: ShadowRoot[]): Occurrence | null;
  /** @returns all that is painted and still on the page, in document order */
  inOrder(): Occurrence[];
  /** Shows which one the keyboard is at; null: none. */
  setCurrent(occurrence: Occurrence | null): void;
  /** Another script of the page may have cleared the registry, which is shared. */
  restore(): void;
}

/** @param signal takes all paint away */
export function createMarks(signal: AbortSignal): Marks {
  const highlights = { term: new Highlight(), contested: new Highlight(), current: new Highlight() };
  const painted = new Map<AbstractRange, Occurrence>();
  const highlightOf = ({ contested }: Occurrence) => (contested ? highlights.contested : highlights.term);
  highlights.current.priority = 1;
  restore();
  signal.addEventListener('abort', () => {
    for (const name of Object.values(highlightNames)) CSS.highlights.delete(name);
    painted.clear();
  });

  function restore(): void {
    for (const [key, name] of Object.entries(highlightNames)) {
      const highlight = highlights[key as keyof typeof highlights];
      if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    }
  }

  return {
    add(occurrence) {
      painted.set(occurrence.range, occurrence);
      highlightOf(occurrence).add(occurrence.range);
    },
    remove(occurrence) {
      painted.delete(occurrence.range);
      highlightOf(occurrence).delete(occurrence.range);
      highlights.current.delete(occurrence.range);
    },
    at(x, y, shadowRoots) {
      for (const { ranges } of CSS.highlights.highlightsFromPoint(x, y, { shadowRoots })) {
        for (const range of ranges) {
          const occurrence = painted.get(range);
          if (occurrence) return occurrence;
        }
      }
      return null;
    },
    inOrder() {
      return [...painted.values()]
        .map((occurrence) => ({ occurrence, range: liveRange(occurrence) }))
        .filter((item): item is { occurrence: Occurrence; range: Range } => item.range !== null)
        .sort((a, b) => compare(a.range, b.range))
        .map(({ occurrence }) => occurrence);
    },
    setCurrent(occurrence) {
      highlights.current.clear();
      if (occurrence) highlights.current.add(occurrence.range);
    },
    restore,
  };
}

/** Ranges in different trees (shadow roots) are ordered by what is before what on the page. */
function compare(a: Range, b: Range): number {
  const [one, other] = [a.startContainer, b.startContainer];
  if (one.getRootNode() === other.getRootNode()) return a.compareBoundaryPoints(Range.START_TO_START, b);
  return topOf(a) - topOf(b);
}

function topOf(range: Range): number {
  return range.getBoundingClientRect().top;
}
