/** Tells when what is in view changes: an application moves on without loading, draws itself bit by bit, fills frames. */
import type { View } from '@/utils/messages/view';
import { watchColours } from './theme';

/** ms that changes of the page are gathered before it is read again */
const settle = 60;
/** ms after which a page that changes all the time is read nevertheless */
const longest = 400;

export interface ViewWatch {
  /** What is in view now, read anew. */
  read(): View;
  /** Whether somebody looks: then every change is told; else the page is not even read. */
  closely(on: boolean): void;
  /** Something of ours stands elsewhere now: whoever is told of what the page shows looks again. */
  lookAgain(): void;
  /** Told now, and whenever the page may show something else, or look otherwise. */
  onMoved(listener: () => void, signal: AbortSignal): void;
}

/**
 * @param read reads the page; it may cost a few ms
 * @param onView told of each view that is not the one before
 */
export function watchView(
  document: Document,
  read: () => View,
  onView: (view: View) => void,
  signal: AbortSignal,
): ViewWatch {
  const page = document.defaultView!;
  let last = '';
  let timer = 0;
  let since = 0;
  let closely = false;
  const changes = new MutationObserver(later);
  const title = new MutationObserver(later);
  let titled: Element | null = null;
  const moved = new Set<() => void>();

  // A script's own world hears a page's pushState there (Navigation API).
  page.navigation.addEventListener('currententrychange', later, { signal });
  page.addEventListener('hashchange', later, { signal });
  document.addEventListener('visibilitychange', later, { signal });
  // Frames of the page: mail readers show a message in one. Their load is heard on its way down.
  document.addEventListener(
    'load',
    ({ target }) => (target as Partial<Element>).localName === 'iframe' && later(),
    {
      capture: true,
      signal,
    },
  );
  signal.addEventListener('abort', () => {
    page.clearTimeout(timer);
    changes.disconnect();
    title.disconnect();
  });
  heedTitle();
  watchColours(document, later, signal);

  return {
    read() {
      const view = read();
      last = JSON.stringify(view);
      return view;
    },
    closely(on) {
      closely = on;
      changes.disconnect();
      if (!on || signal.aborted) return;
      changes.observe(document, { subtree: true, childList: true, characterData: true });
      later();
    },
    lookAgain: later,
    onMoved(listener, signal) {
      moved.add(listener);
      signal.addEventListener('abort', () => moved.delete(listener));
      listener();
    },
  };

  function later(): void {
    if (signal.aborted) return;
    const now = page.performance.now();
    if (timer === 0) since = now;
    page.clearTimeout(timer);
    timer = page.setTimeout(tell, Math.max(0, Math.min(settle, since + longest - now)));
  }

  function tell(): void {
    timer = 0;
    heedTitle();
    if (document.hidden) return; // told when it is seen again
    if (closely) tellView();
    for (const listener of moved) {
      try {
        listener();
      } catch (error) {
        console.warn('Common Ground goes on:', error); // what one of them stumbles over is no matter of the others
      }
    }
  }

  function tellView(): void {
    const view = read();
    const text = JSON.stringify(view);
    if (text === last) return;
    last = text;
    onView(view);
  }

  /** A page may put another title element in the place of the one before. */
  function heedTitle(): void {
    const element = document.querySelector('head > title');
    if (element === titled) return;
    titled = element;
    title.disconnect();
    if (element) title.observe(element, { childList: true, characterData: true, subtree: true });
  }
}
