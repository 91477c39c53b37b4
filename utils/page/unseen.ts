/**
 * Elements that have a place but are not seen (`visibility: hidden`): no observer tells when they show. They are looked
 * at again when something happened that could have shown them, so a page at rest costs nothing.
 */

export interface Unseen {
  add(element: Element): void;
  delete(element: Element): void;
}

/** ms from what happened to the look, which gathers what happens meanwhile */
const pause = 150;
/** Besides attributes set by scripts: what turns `:hover`, `:focus-within`, `:checked`, transitions and animations. */
const hints = ['pointerover', 'focusin', 'change', 'transitionend', 'animationend'];

/** @param onShown told once of an element that is seen now */
export function watchUnseen(
  document: Document,
  onShown: (element: Element) => void,
  signal: AbortSignal,
): Unseen {
  const elements = new Set<Element>();
  let watching: AbortController | null = null;
  let timer = 0;
  signal.addEventListener('abort', stop);
  return {
    add(element) {
      elements.add(element);
      if (!signal.aborted) start();
    },
    delete(element) {
      elements.delete(element);
      if (elements.size === 0) stop();
    },
  };

  function start(): void {
    if (watching) return;
    watching = new AbortController();
    const quiet = { capture: true, passive: true, signal: watching.signal };
    for (const hint of hints) document.addEventListener(hint, lookSoon, quiet);
    const observer = new MutationObserver(lookSoon);
    observer.observe(document, { attributes: true, subtree: true });
    watching.signal.addEventListener('abort', () => observer.disconnect());
  }

  function stop(): void {
    watching?.abort();
    watching = null;
    clearTimeout(timer);
    timer = 0;
  }

  function lookSoon(): void {
    timer ||= setTimeout(look, pause) as unknown as number;
  }

  function look(): void {
    timer = 0;
    for (const element of elements) {
      if (!element.isConnected) elements.delete(element);
      else if (isSeen(element)) {
        elements.delete(element);
        onShown(element);
      }
    }
    if (elements.size === 0) stop();
  }
}

/** @returns whether an element that has a box is visible */
export function isSeen(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
