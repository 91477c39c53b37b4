/** The one element of ours in a page: it holds the card's frame in a closed shadow root, above everything else. */
import frameStyle from '@/components/card/frame.css?inline';
import tokenStyle from '@/components/tokens.css?inline';
import type { Place } from './place';
import { hostMark } from './readable';

export interface CardHost {
  readonly frame: HTMLIFrameElement;
  /** Brings it into the document, so that its frame begins to load. */
  load(): void;
  /**
   * Puts it above all of the page, still unseen.
   * @returns false if the page did not let it
   */
  raise(): boolean;
  /** Whether nothing has come above it since that would keep it from being used. */
  readonly isUppermost: boolean;
  /** Shows it. */
  reveal(place: Place, dark: boolean): void;
  /** Takes it out of sight; the frame stays loaded. */
  hide(): void;
  remove(): void;
  readonly hasFocus: boolean;
  /** Box while shown, CSS px of its window's viewport. */
  box(): DOMRect | null;
}

/** @param document where it is shown */
export function createCardHost(document: Document): CardHost {
  // A built-in element: the class of a custom one could be the page's, and ElementInternals hands it the closed root.
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  const frame = document.createElement('iframe');
  style.textContent = tokenStyle + frameStyle;
  root.append(style, frame);
  host.setAttribute(hostMark, '');
  host.setAttribute('popover', 'manual');
  frame.title = 'Common Ground';

  return {
    frame,
    load() {
      if (!host.isConnected) document.documentElement.append(host);
    },
    raise() {
      const parent = livelyParent(document);
      frame.classList.remove('shown');
      // What is not seen yet is not to be heard or tabbed into either.
      host.inert = true;
      const raised = unlessHindered(() => {
        if (host.popover !== 'manual') host.popover = 'manual';
        if (host.parentElement !== parent) moveInto(parent, host);
        // Shown anew it is the last, and so the uppermost, of the top layer.
        if (host.matches(':popover-open')) host.hidePopover();
        host.showPopover();
      });
      // Lengths of ours do not grow with a page that is zoomed by CSS.
      frame.style.setProperty('zoom', String(1 / (host.currentCSSZoom ?? 1)));
      return raised;
    },
    get isUppermost() {
      return host.matches(':popover-open') && host.parentElement === livelyParent(document);
    },
    reveal({ left, top, width, height }, dark) {
      frame.style.colorScheme = dark ? 'dark' : 'light';
      frame.style.left = `${left}px`;
      frame.style.top = `${top}px`;
      frame.style.width = `${width}px`;
      frame.style.height = `${height}px`;
      frame.classList.add('shown');
      host.inert = false;
    },
    hide() {
      frame.classList.remove('shown');
      unlessHindered(() => {
        if (host.isConnected && host.matches(':popover-open')) host.hidePopover();
      });
    },
    remove: () => host.remove(),
    get hasFocus() {
      return document.activeElement === host;
    },
    box: () => (frame.matches('.shown') && frame.checkVisibility() ? frame.getBoundingClientRect() : null),
  };
}

/**
 * An open modal dialog makes all outside of it inert (HTML, "blocked by the modal dialog"), and in browsers so does an
 * element in full screen.
 */
function livelyParent(document: Document): Element {
  const { documentElement, fullscreenElement } = document;
  const modals = document.querySelectorAll('dialog:modal');
  const holdsOthers = fullscreenElement && !fullscreenElement.matches('iframe, video, img, canvas, object');
  return modals[modals.length - 1] ?? (holdsOthers ? fullscreenElement : documentElement);
}

/**
 * A page hears when the element is shown and hidden (beforetoggle), and may take it out or change it in the midst.
 * @returns whether all was done
 */
function unlessHindered(change: () => void): boolean {
  try {
    change();
    return true;
  } catch {
    return false;
  }
}

/** A frame that is moved loads anew, unless its move keeps state (DOM, moveBefore), which only works within a document. */
function moveInto(parent: Element, host: HTMLElement): void {
  if (host.isConnected && host.ownerDocument === parent.ownerDocument) parent.moveBefore(host, null);
  else parent.append(host);
}
