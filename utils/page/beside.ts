/** Keeps something of ours beside an element of the page, as long as that is there; the page itself is not touched. */
import {
  autoUpdate,
  type ComputePositionConfig,
  computePosition,
  flip,
  hide,
  offset,
  type SideObject,
  shift,
  type VirtualElement,
} from '@floating-ui/dom';

export interface BesideOptions {
  /** Looks for the element; null: it is not on the page now. */
  find(): Element | null;
  /** `behind`: on the line of what it holds; `inside`: in its lower corner, where it ends. */
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
const ways: Record<BesideOptions['where'], (covered: Covered) => Partial<ComputePositionConfig>> = {
  behind: (covered) => ({
    placement: 'right',
    middleware: [
      offset(gap),
      flip({ padding: margins(covered), fallbackPlacements: ['bottom-end', 'top-end'] }),
      shift({ padding: margins(covered) }),
      hide({ padding: { ...covered, top: 0, bottom: 0 } }),
    ],
  }),
  inside: (covered) => ({
    placement: 'bottom-end',
    middleware: [
      offset(({ rects }) => ({ mainAxis: -rects.floating.height - gap, alignmentAxis: gap })),
      shift({ padding: margins(covered) }),
      hide({ padding: { ...covered, top: 0, bottom: 0 } }),
    ],
  }),
};
const margins = ({ left, right }: Covered): SideObject => ({
  top: gap,
  right: right + gap,
  bottom: gap,
  left: left + gap,
});
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
    const { x, y, middlewareData } = await computePosition(
      where === 'behind' ? contentsOf(element) : element,
      ours,
      { strategy: 'fixed', ...ways[where](covered()) },
    );
    if (element !== anchor) return;
    ours.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
    ours.style.visibility = middlewareData.hide?.referenceHidden ? 'hidden' : 'visible';
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

/** In Firefox, what stood in a frame that shows another page now is a dead object, which throws at any touch. */
function isOnPage(element: Element): boolean {
  try {
    return element.isConnected;
  } catch {
    return false;
  }
}

/** A heading is as wide as its page; what it says is not. */
function contentsOf(element: Element): VirtualElement {
  return {
    contextElement: element,
    getBoundingClientRect() {
      const range = element.ownerDocument.createRange();
      range.selectNodeContents(element);
      const box = range.getBoundingClientRect();
      return box.width > 0 ? box : element.getBoundingClientRect();
    },
  };
}
