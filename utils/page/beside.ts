/** Keeps something of ours beside an element of the page, as long as that is there; the page itself is not touched. */
import {
  autoUpdate,
  type ComputePositionConfig,
  computePosition,
  flip,
  hide,
  offset,
  shift,
  type VirtualElement,
} from '@floating-ui/dom';

export interface BesideOptions {
  /** Looks for the element; null: it is not on the page now. */
  find(): Element | null;
  /** `behind`: on the line of what it holds; `inside`: in its lower corner, where it ends. */
  where: 'behind' | 'inside';
  /** It has come to an element: time to take over its look. */
  onPlaced?(anchor: Element): void;
  signal: AbortSignal;
}

export interface Beside {
  /** The page has changed: the element may have come, gone, or been drawn anew. */
  look(): void;
  /** It is wanted no more, for now. */
  leave(): void;
}

/** px */
const gap = 8;
const ways: Record<BesideOptions['where'], Pick<ComputePositionConfig, 'placement' | 'middleware'>> = {
  behind: {
    placement: 'right',
    middleware: [
      offset(gap),
      flip({ padding: gap, fallbackPlacements: ['bottom-end', 'top-end'] }),
      shift({ padding: gap }),
      hide(),
    ],
  },
  inside: {
    placement: 'bottom-end',
    middleware: [
      offset(({ rects }) => ({ mainAxis: -rects.floating.height - gap, alignmentAxis: gap })),
      shift({ padding: gap }),
      hide(),
    ],
  },
};
/** ms that changes of the page are gathered before it is looked for again */
const settle = 100;
/** ms for which an element that should come is waited for */
const patience = 4000;
/** How often an element may vanish within so many ms before it is no longer followed: drawing us is no reason to draw it anew. */
const mostLosses = 20;
const within = 10_000;

/** @param ours positioned fixed; hidden while it has no place */
export function keepBeside(ours: HTMLElement, { find, where, onPlaced, signal }: BesideOptions): Beside {
  const { ownerDocument: document } = ours;
  let anchor: Element | null = null;
  let release: (() => void) | null = null;
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
    rest();
  });

  return {
    look,
    leave() {
      rest();
      letGo();
    },
  };

  function look(): void {
    losses = losses.filter((time) => performance.now() - time < within);
    if (signal.aborted || losses.length >= mostLosses) return;
    if (anchor && !isOnPage(anchor)) letGo();
    if (attempt()) return;
    // It is drawn a moment after the address has changed.
    changes.observe(document, { subtree: true, childList: true });
    clearTimeout(waiting);
    waiting = window.setTimeout(rest, patience);
  }

  function rest(): void {
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
    if (found) rest();
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
      } else void place(element);
    });
  }

  async function place(element: Element): Promise<void> {
    const { x, y, middlewareData } = await computePosition(
      where === 'behind' ? contentsOf(element) : element,
      ours,
      { strategy: 'fixed', ...ways[where] },
    );
    if (element !== anchor) return;
    ours.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
    ours.style.visibility = middlewareData.hide?.referenceHidden ? 'hidden' : 'visible';
  }

  function letGo(): void {
    const end = release;
    release = null;
    anchor = null;
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
