/** Firefox paints highlights in a shadow root only by a rule inside it (bug 1868009; csswg-drafts 12497). */
import marksStyle from '@/components/marks.css?inline';

let shared: CSSStyleSheet | undefined;

/**
 * Gives an open shadow root the look of marks, without adding a node to it, until `signal` ends. Called again, it does so
 * anew if the page has taken the look away.
 */
export function styleShadowRoot(root: ShadowRoot, signal: AbortSignal): void {
  if (!import.meta.env.FIREFOX || (shared && root.adoptedStyleSheets.includes(shared))) return;
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(marksStyle);
  }
  const sheet = shared;
  root.adoptedStyleSheets.push(sheet);
  const page = new WeakRef(root);
  signal.addEventListener('abort', () => {
    const still = page.deref();
    if (still) still.adoptedStyleSheets = still.adoptedStyleSheets.filter((other) => other !== sheet);
  });
}
