/** Goes from marked word to marked word by keyboard. */
import type { Marks } from './mark';
import { liveRange, type Occurrence } from './occurrence';

export interface Steps {
  /** @returns the next (1) or previous (-1) marked word after `from`, or the first in view; it is scrolled into view */
  to(direction: 1 | -1, from: Occurrence | null): Occurrence | null;
  /** @returns where a term is marked first, after where it was last gone to; it is scrolled into view */
  toTerm(term: number): Occurrence | null;
}

export function createSteps(marks: Marks): Steps {
  let last: Occurrence | null = null;
  return {
    to(direction, from) {
      const all = marks.inOrder();
      if (all.length === 0) return null;
      const at = all.indexOf(from ?? last!);
      const next = at >= 0 ? at + direction : firstInView(all, direction);
      last = all[(next + all.length) % all.length]!;
      reveal(last);
      return last;
    },
    toTerm(term) {
      const all = marks.inOrder().filter((occurrence) => occurrence.term === term);
      const next = all[(all.indexOf(last!) + 1) % all.length];
      if (!next) return null;
      last = next;
      reveal(next);
      return next;
    },
  };
}

/** @returns index of the first word at or below the top of the window, or above its bottom for a step back */
function firstInView(all: readonly Occurrence[], direction: 1 | -1): number {
  const tops = all.map((occurrence) => liveRange(occurrence)?.getBoundingClientRect().top ?? Number.NaN);
  const found =
    direction === 1 ? tops.findIndex((top) => top >= 0) : tops.findLastIndex((top) => top < innerHeight);
  return Math.max(0, found);
}

function reveal(occurrence: Occurrence): void {
  if (isSeen(occurrence)) return;
  const at = { block: 'center', inline: 'nearest', behavior: 'instant' } as const;
  occurrence.range.startContainer.parentElement?.scrollIntoView(at);
  // A paragraph higher than the window: its middle need not be where the word is.
  const box = liveRange(occurrence)?.getBoundingClientRect();
  if (box && (box.top < 0 || box.bottom > innerHeight)) {
    scrollBy({ top: box.top - innerHeight / 2, behavior: 'instant' });
  }
}

/** @returns whether the word is in the window and not scrolled out of, or under, something in it */
function isSeen(occurrence: Occurrence): boolean {
  const box = liveRange(occurrence)?.getClientRects()[0];
  if (!box || box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) return false;
  const { startContainer } = occurrence.range;
  const root = startContainer.getRootNode() as Document | ShadowRoot;
  const top = root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return top?.contains(startContainer) ?? false;
}
