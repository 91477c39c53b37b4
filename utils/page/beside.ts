/** Keeps something of ours beside an element of the page, as long as that is there; the page itself is not touched. */
import {
  autoUpdate,
  type Coords,
  computePosition,
  detectOverflow,
  flip,
  type Middleware,
  offset,
  type SideObject,
  shift,
} from '@floating-ui/dom';
import { isOnPage } from './on-page';

export interface BesideOptions {
  /** Looks for the element; null: it is not on the page now. */
  find(): Element | null;
  /**
   * `behind`: on its first line that has room, else below, or nowhere while something of ours leaves no room;
   * `inside`: in its lower corner, where it ends.
   */
  where: 'behind' | 'inside';
  /** It has come to an element, or the page has changed: time to take over its look. */
  onPlaced?(anchor: Element): void;
  /** px at the sides of the window that something else of ours lies over */
  covered(): Covered;
  signal: AbortSignal;
}

export interface Covered {
  left: number;
  right: number;
}

export interface Beside {
  /** The page has changed: the element may have come, gone, moved, or been drawn anew. */
  look(): void;
  /** It is wanted no more, for now. */
  leave(): void;
}

/** px */
const gap = 8;
const margins = ({ left, right }: Covered): SideObject => ({
  top: gap,
  right: right + gap,
  bottom: gap,
  left: left + gap,
});
/** What shows more than its text. */
const solid = 'a, button, input, img, svg';
/** ms without a movement after which its place is reckoned anew */
const rested = 120;
/** ms that changes of the page are gathered before it is looked for again */
const settle = 100;
/** ms for which an element that should come is waited for */
const patience = 4000;
/** How often an element may vanish within so many ms before it is no longer followed: drawing us is no reason to draw it anew. */
const mostLosses = 20;
const within = 10_000;

/** @param ours positioned fixed; hidden while it has no place */
export function keepBeside(
  ours: HTMLElement,
  { find, where, onPlaced, covered, signal }: BesideOptions,
): Beside {
  const { ownerDocument: document } = ours;
  let anchor: Element | null = null;
  let release: (() => void) | null = null;
  let resting = 0;
  let losses: number[] = [];
  let waiting = 0;
  let soon = 0;
  const changes = new MutationObserver(() => {
    soon ||= window.setTimeout(() => {
      soon = 0;
      attempt();
    }, settle);
  });
  ours.hidden = true;
  signal.addEventListener('abort', () => {
    letGo();
    stopWaiting();
  });

  return {
    look,
    leave() {
      stopWaiting();
      letGo();
    },
  };

  function look(): void {
    losses = losses.filter((time) => performance.now() - time < within);
    if (signal.aborted || losses.length >= mostLosses) return;
    if (anchor && !isOnPage(anchor)) letGo();
    const before = anchor;
    if (attempt()) {
      if (before && before === anchor) {
        onPlaced?.(before);
        void place(before);
      }
      return;
    }
    // It is drawn a moment after the address has changed.
    changes.observe(document, { subtree: true, childList: true });
    clearTimeout(waiting);
    waiting = window.setTimeout(stopWaiting, patience);
  }

  function stopWaiting(): void {
    changes.disconnect();
    clearTimeout(waiting);
    clearTimeout(soon);
    soon = 0;
  }

  function attempt(): boolean {
    // What was found before may have left the page meanwhile.
    const element = find();
    const found = element && isOnPage(element) ? element : null;
    if (found !== anchor) {
      letGo();
      anchor = found;
      if (found) follow(found);
    }
    if (found) stopWaiting();
    return found !== null;
  }

  function follow(element: Element): void {
    onPlaced?.(element);
    ours.hidden = false;
    release = autoUpdate(element, ours, () => {
      if (!isOnPage(element)) {
        losses.push(performance.now());
        letGo();
        look();
      } else waitForRest(element);
    });
  }

  /** While the page scrolls, or moves it, nothing is reckoned: ours is not to be seen until that is over. */
  function waitForRest(element: Element): void {
    clearTimeout(resting);
    ours.classList.add('moving');
    resting = window.setTimeout(place, rested, element);
  }

  async function place(element: Element): Promise<void> {
    if (!isOnPage(element)) return; // told of by what follows it
    const beside = covered();
    const seen = await isSeen(element, beside);
    if (element !== anchor || !isOnPage(element)) return;
    const found = await (where === 'behind' ? behind : inside)(element, ours, beside);
    if (element !== anchor) return;
    if (found) ours.style.translate = `${Math.round(found.x)}px ${Math.round(found.y)}px`;
    ours.style.visibility = seen && found ? 'visible' : 'hidden';
    ours.classList.remove('moving');
  }

  function letGo(): void {
    const end = release;
    release = null;
    anchor = null;
    clearTimeout(resting);
    ours.hidden = true;
    try {
      end?.();
    } catch {
      // Its frame has gone, and all that was to be released with it.
    }
  }
}

/** Whether any of it shows between what covers the window's sides. Only the browser knows what frames and boxes cut off. */
function isSeen(element: Element, { left, right }: Covered): Promise<boolean> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        observer.disconnect();
        resolve(entry?.isIntersecting === true);
      },
      { rootMargin: `0px ${-right}px 0px ${-left}px` },
    );
    observer.observe(element);
  });
}

/** @returns null: it would lie over the page's own words because of what is open beside them */
async function behind(element: Element, ours: HTMLElement, covered: Covered): Promise<Coords | null> {
  const lines = linesOf(element);
  const padding = margins(covered);
  const room: Middleware = {
    name: 'room',
    fn: async (state) => ({ data: await detectOverflow(state, { padding }) }),
  };
  const end = (element.parentElement ?? element).getBoundingClientRect().right;
  for (const line of lines) {
    if (line.right + gap + ours.offsetWidth > end) continue;
    const { x, y, middlewareData } = await computePosition(boxIn(element, line), ours, {
      strategy: 'fixed',
      placement: 'right',
      middleware: [offset(gap), room],
    });
    const { top, right, bottom, left } = middlewareData.room as SideObject;
    if (Math.max(top, right, bottom, left) <= 0) return { x, y };
  }
  if (covered.left > 0 || covered.right > 0) return null;
  const all = lines.length > 0 ? boxIn(element, lines.reduce(around)) : element;
  return computePosition(all, ours, {
    strategy: 'fixed',
    placement: 'bottom-end',
    middleware: [offset(gap), flip({ padding, fallbackPlacements: ['top-end'] }), shift({ padding })],
  });
}

function inside(element: Element, ours: HTMLElement, covered: Covered): Promise<Coords> {
  return computePosition(element, ours, {
    strategy: 'fixed',
    placement: 'bottom-end',
    middleware: [
      offset(({ rects }) => ({ mainAxis: -rects.floating.height - gap, alignmentAxis: gap })),
      shift({ padding: margins(covered) }),
    ],
  });
}

const boxIn = (contextElement: Element, box: DOMRect) => ({
  contextElement,
  getBoundingClientRect: () => box,
});

/** @returns the lines of what an element shows, top down: it is often as wide as its page, what it says is not */
function linesOf(element: Element): DOMRect[] {
  const { ownerDocument: document } = element;
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const boxes: DOMRect[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!/\S/.test((node as Text).data)) continue;
      range.selectNodeContents(node);
      boxes.push(...range.getClientRects());
    } else if ((node as Element).matches(solid)) boxes.push(...(node as Element).getClientRects());
  }
  const lines: DOMRect[] = [];
  for (const box of boxes.sort((one, two) => one.top - two.top)) {
    const line = lines.at(-1);
    if (line && box.top + box.height / 2 < line.bottom) lines[lines.length - 1] = around(line, box);
    else lines.push(box);
  }
  return lines;
}

function around(one: DOMRect, two: DOMRect): DOMRect {
  const [left, top] = [Math.min(one.left, two.left), Math.min(one.top, two.top)];
  return new DOMRect(
    left,
    top,
    Math.max(one.right, two.right) - left,
    Math.max(one.bottom, two.bottom) - top,
  );
}
