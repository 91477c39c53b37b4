/** Tells which parts of a page changed, as the least that has to be read again. */
import { flowOf, isElement, isInline, isShadowRoot, isWithinSkipped } from './readable';
import type { Part } from './walk';

export interface Changes {
  /** To be read again. */
  parts: Part[];
  /** Nodes went. */
  removed: boolean;
  /** What must no longer be read, with all it holds: it became an editor, or moved into one. */
  closed: Element[];
}

export interface Observation {
  /** Watches another root: the document, or an open shadow root. */
  watch(root: Node): void;
  /** @returns what changed since the last call, nothing twice */
  take(): Changes;
}

/** More records than this are not kept, as a hidden tab may wait for days: the whole page is read again. */
const mostRecords = 10_000;

/**
 * @param onChange called when something changed; it is to be quick
 * @param signal ends the watch
 */
export function observe(document: Document, onChange: () => void, signal: AbortSignal): Observation {
  let batches: MutationRecord[][] = [];
  let kept = 0;
  const observer = new MutationObserver((records) => {
    keep(records);
    onChange();
  });
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    watch(root) {
      observer.observe(root, {
        childList: true,
        characterData: true,
        subtree: true,
        // The one attribute that turns text into an editor while it stands there.
        attributeFilter: ['contenteditable'],
      });
    },
    take() {
      keep(observer.takeRecords());
      const taken = batches;
      const all = kept <= mostRecords;
      batches = [];
      kept = 0;
      return all
        ? changesOf(taken.flat())
        : { parts: [{ root: document.documentElement, deep: true }], removed: true, closed: [] };
    },
  };

  function keep(records: MutationRecord[]): void {
    kept += records.length;
    if (kept > mostRecords) batches = [];
    else batches.push(records);
  }
}

/** @returns what the records say has to be read again */
function changesOf(records: readonly MutationRecord[]): Changes {
  const flows = new Set<Element | ShadowRoot>();
  const roots = new Set<Element>();
  let removed = false;
  for (const { type, target, addedNodes, removedNodes } of records) {
    if (type === 'characterData') addFlow(target);
    else if (type === 'attributes') addRoot(target as Element);
    for (const node of removedNodes) {
      removed = true;
      // Text left and right of it may join to a term now.
      if (node.nodeType === Node.TEXT_NODE || (isElement(node) && isInline(node))) addFlow(target);
    }
    for (const node of addedNodes) {
      if (node.nodeType === Node.TEXT_NODE) addFlow(node);
      else if (isElement(node)) addRoot(node);
    }
  }
  const parts: Part[] = [];
  const closed: Element[] = [];
  for (const root of roots) {
    if (!root.isConnected || hasAncestorIn(root, roots)) continue;
    if (isWithinSkipped(root)) closed.push(root);
    else parts.push({ root, deep: true });
  }
  for (const flow of flows) {
    const covered = isElement(flow) && !isInline(flow) && roots.has(flow);
    if (!flow.isConnected || covered || hasAncestorIn(flow, roots)) continue;
    if (!isWithinSkipped(isElement(flow) ? flow : flow.host)) parts.push({ root: flow, deep: false });
  }
  return { parts, removed, closed };

  function addRoot(element: Element): void {
    if (isInline(element)) addFlow(element);
    roots.add(element);
  }

  function addFlow(node: Node): void {
    const flow = flowOf(node);
    if (flow) flows.add(flow);
  }
}

/** Whether an ancestor, over the borders of shadow trees, is in the set. */
function hasAncestorIn(node: Element | ShadowRoot, set: ReadonlySet<Element>): boolean {
  let at: Node | null = node;
  for (;;) {
    at = isShadowRoot(at) ? at.host : at.parentNode;
    if (!at) return false;
    if (isElement(at) && set.has(at)) return true;
  }
}
