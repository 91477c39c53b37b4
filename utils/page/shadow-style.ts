/** Firefox paints highlights in a shadow root only by a rule inside it (bug 1868009; csswg-drafts 12497). */
import marksStyle from '@/components/marks.css?inline';

/** Gives an open shadow root the look of marks, without adding a node to it, until `signal` ends. */
export function styleShadowRoot(root: ShadowRoot, signal: AbortSignal): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(marksStyle);
  root.adoptedStyleSheets.push(sheet);
  signal.addEventListener('abort', () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  });
}
