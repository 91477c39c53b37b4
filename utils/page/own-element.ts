/** The one element that holds all of ours on a board or in mail, but the card: in a closed shadow root, never in the page's way. */
import tokenStyle from '@/components/tokens.css?inline';
import { hostMark } from './readable';

/** How often a page may take it away within so many ms before we leave the page alone. */
const mostRemovals = 5;
const within = 10_000;

const ours = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'touchstart'],
  ...['keydown', 'keypress', 'keyup', 'focusin'],
];

/**
 * @param style rules of what is put into it
 * @param onGivenUp the page took it away too often: it stays away
 * @param signal takes it away
 */
export function createOwnElement(
  document: Document,
  style: string,
  onGivenUp: () => void,
  signal: AbortSignal,
): ShadowRoot {
  const home = document.documentElement;
  const host = document.createElement('div');
  host.setAttribute(hostMark, '');
  // Dialogs that keep the focus inside leave us alone by this (react-focus-lock: Trello).
  host.setAttribute('data-no-focus-lock', 'true');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = document.createElement('style');
  sheet.textContent = tokenStyle + style;
  root.append(sheet);
  // What is done to us is not meant for the page: a dialog would close at a press outside of it, a shortcut would act.
  for (const type of ours) host.addEventListener(type, (event) => event.stopPropagation(), { signal });

  let removals: number[] = [];
  // Some applications empty the document when they draw anew: then it comes again, but never against the page. In another
  // element it could be faded or moved under the pointer, so that presses come to the panel unseen.
  const watch = new MutationObserver(() => {
    if (host.parentNode === home) return;
    const now = performance.now();
    removals = [...removals.filter((time) => now - time < within), now];
    if (removals.length > mostRemovals) {
      watch.disconnect();
      host.remove();
      onGivenUp();
    } else home.append(host);
  });
  home.append(host);
  watch.observe(home, { childList: true });
  signal.addEventListener('abort', () => {
    watch.disconnect();
    host.remove();
  });
  return root;
}
