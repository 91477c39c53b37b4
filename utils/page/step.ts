/** Goes from marked word to marked word by keyboard. */
import type { Marks } from './mark';
import { liveRange, type Occurrence } from './occurrence';

export interface Steps {
  /** @returns the next (1) or previous (-1) marked word after `from`, or the first in view; it is scrolled into view */
  to(direction: 1 | -1, from: Occurrence | null): Occurrence | null;
  /** @returns the box of its first line, CSS px of the viewport */
  lineOf(occurrence: Occurrence): DOMRect | null;
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
    lineOf: (occurrence) => liveRange(occurrence)?.getClientRects()[0] ?? null,
  };
}

/** @returns index of the first word at or below the top of the window, or above its bottom for a step back */
function firstInView(all: readonly Occurrence[], direction: 1 | -1): number {
  const tops = all.map((occurrence) => liveRange(occurrence)?.getBoundingClientRect().top ?? Number.NaN);
  if (direction === 1)
    return Math.max(
      0,
      tops.findIndex((top) => top >= 0),
    );
  return Math.max(
    0,
    tops.findLastIndex((top) => top < innerHeight),
  );
}

function reveal(occurrence: Occurrence): void {
  const box = liveRange(occurrence)?.getBoundingClientRect();
  if (!box || (box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth)) return;
  const element = occurrence.range.startContainer.parentElement;
  element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
}
