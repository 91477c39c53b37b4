/**
 * Shadow roots that come after their host was read: no observer tells of them. Looked for when the page changes and a
 * few times after, as a custom element's script may come late; then no more.
 */

import { hostMark } from './readable';

export interface LateRoots {
  /** An element that has no shadow root yet and may get one. */
  expect(element: Element): void;
  /** @returns those that have one now, nothing twice */
  take(): Element[];
}

/** Elements besides custom ones that may be hosts (DOM, "valid shadow host name"). */
const hostTags = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);
/** Empty elements watched at most; a page with more uses them for something else. */
const mostElements = 1000;
/** ms between two looks while nothing changes: doubled from the first to the last. */
const firstPause = 250;
const lastPause = 16_000;

/**
 * @param roots the document and the shadow roots read so far
 * @param onLook called when it is time to `take`
 */
export function watchLateRoots(
  roots: () => Iterable<Document | ShadowRoot>,
  onLook: () => void,
  signal: AbortSignal,
): LateRoots {
  const elements = new Set<Element>();
  /** By tag, one custom element: when the class comes, it comes for all of them. */
  const samples = new Map<string, Element>();
  let pause = firstPause;
  let timer = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return { expect, take };

  function expect(element: Element): void {
    if (element.hasAttribute(hostMark)) return;
    const tag = element.localName;
    if (tag.includes('-')) {
      if (samples.get(tag)?.isConnected) return;
      samples.set(tag, element);
    } else {
      if (!hostTags.has(tag) || elements.size >= mostElements || elements.has(element)) return;
      elements.add(element);
    }
    pause = firstPause;
    lookLater();
  }

  function take(): Element[] {
    const found: Element[] = [];
    for (const element of elements) {
      if (element.shadowRoot) found.push(element);
      else if (element.isConnected && !element.firstChild) continue;
      elements.delete(element);
    }
    for (const [tag, sample] of samples) {
      if (!sample.shadowRoot && sample.isConnected) continue;
      samples.delete(tag);
      const all = [...roots()].flatMap((root) => [...root.querySelectorAll(tag)]);
      const [other] = all.filter((one) => !one.shadowRoot);
      if (other) samples.set(tag, other);
      if (sample.shadowRoot) found.push(...all.filter((one) => one.shadowRoot));
    }
    return found;
  }

  function lookLater(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      pause *= 2;
      onLook();
      if (pause <= lastPause && elements.size + samples.size > 0) lookLater();
    }, pause) as unknown as number;
  }
}
