/** Paints terms with the CSS Custom Highlight API: the page's own nodes stay as they are. */
import { liveRange, type Occurrence } from './occurrence';
import { isShadowRoot } from './readable';
import { isSeen } from './unseen';

/** Names in the document's highlight registry; `components/marks.css` gives them their look. */
const highlightNames = {
  term: 'common-ground-term',
  contested: 'common-ground-contested',
  current: 'common-ground-current',
} as const;

export interface Marks {
  add(occurrence: Occurrence): void;
  remove(occurrence: Occurrence): void;
  /** @returns what is painted at a point of the viewport, in CSS px */
  at(x: number, y: number, shadowRoots: ShadowRoot[]): Occurrence | null;
  /** @returns all that is painted, as it came */
  painted(): Iterable<Occurrence>;
  /** @returns all that is painted and seen on the page, in document order */
  inOrder(): Occurrence[];
  /** Shows which one the keyboard is at; null: none. */
  setCurrent(occurrence: Occurrence | null): void;
  /** Another script of the page may have cleared the registry, which is shared. */
  restore(): void;
}

/**
 * @param onChange something was painted, or is no more
 * @param signal takes all paint away
 */
export function createMarks(onChange: () => void, signal: AbortSignal): Marks {
  const highlights = { term: new Highlight(), contested: new Highlight(), current: new Highlight() };
  const painted = new Map<AbstractRange, Occurrence>();
  const highlightOf = ({ contested }: Occurrence) => (contested ? highlights.contested : highlights.term);
  highlights.current.priority = 1;
  signal.addEventListener('abort', () => {
    for (const [key, name] of Object.entries(highlightNames)) {
      // A newer script of ours may have put its own there.
      if (CSS.highlights.get(name) === highlights[key as keyof typeof highlights])
        CSS.highlights.delete(name);
    }
    painted.clear();
  });

  function restore(): void {
    // A page on which nothing is marked sees no names of ours.
    if (painted.size === 0) return;
    for (const [key, name] of Object.entries(highlightNames)) {
      const highlight = highlights[key as keyof typeof highlights];
      if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    }
  }

  return {
    add(occurrence) {
      if (signal.aborted) return;
      painted.set(occurrence.range, occurrence);
      highlightOf(occurrence).add(occurrence.range);
      if (painted.size === 1) restore();
      onChange();
    },
    remove(occurrence) {
      painted.delete(occurrence.range);
      highlightOf(occurrence).delete(occurrence.range);
      highlights.current.delete(occurrence.range);
      onChange();
    },
    at(x, y, shadowRoots) {
      if (painted.size === 0) return null;
      restore();
      for (const { ranges } of CSS.highlights.highlightsFromPoint(x, y, { shadowRoots })) {
        for (const range of ranges) {
          const occurrence = painted.get(range);
          if (occurrence) return occurrence;
        }
      }
      return null;
    },
    painted: () => painted.values(),
    inOrder() {
      return [...painted.values()].filter(isSeenOnPage).sort((a, b) => compare(a.range, b.range));
    },
    setCurrent(occurrence) {
      highlights.current.clear();
      if (occurrence) highlights.current.add(occurrence.range);
    },
    restore,
  };
}

function isSeenOnPage(occurrence: Occurrence): boolean {
  const parent = occurrence.range.startContainer.parentElement ?? occurrence.block;
  return liveRange(occurrence) !== null && isSeen(parent);
}

/** Ranges in different trees (shadow roots) are ordered by where those trees hang. */
function compare(a: StaticRange, b: StaticRange): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
  const [one, other] = [outward(a.startContainer), outward(b.startContainer)];
  for (const node of one) {
    const fellow = other.find((candidate) => candidate.getRootNode() === node.getRootNode());
    // Of a host and what stands in its shadow tree, the host's own text is taken for the later.
    if (!fellow) continue;
    if (fellow === node) return one.indexOf(node) - other.indexOf(fellow);
    return node.compareDocumentPosition(fellow) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  return 0;
}

/** @returns the node, the host of the shadow tree it stands in, the host of that one's, and so on */
function outward(node: Node): Node[] {
  const nodes = [node];
  for (let root = node.getRootNode(); isShadowRoot(root); root = root.host.getRootNode())
    nodes.push(root.host);
  return nodes;
}
