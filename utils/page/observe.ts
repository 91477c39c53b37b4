/** Tells which parts of a page changed, as the least that has to be read again. */
import { flowOf, isElement, isInline, isShadowRoot, isWithinSkipped, secretField } from './readable';
import type { Part } from './walk';

export interface Changes {
  /** To be read again. */
  parts: Part[];
  /** Nodes went. */
  removed: boolean;
  /** What must no longer be read, with all it holds: it became an editor or a form with a secret, or moved into one. */
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
        // What turns text into an editor, or its form into one that holds a secret, while it stands there.
        attributeFilter: ['contenteditable', 'type', 'autocomplete'],
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
  for (const record of records) {
    const { type, target, addedNodes, removedNodes } = record;
    if (type === 'characterData') addFlow(target);
    else if (record.attributeName === 'contenteditable') addRoot(target as Element);
    else if (type === 'attributes') addSecretForm(target as Element);
    if (removedNodes.length > 0) {
      removed = true;
      // What stood left and right of it may join to a term now.
      if (isRunningText(record.previousSibling) || isRunningText(record.nextSibling)) addFlow(target);
    }
    for (const node of addedNodes) {
      if (node.nodeType === Node.TEXT_NODE) addFlow(node);
      if (!isElement(node)) continue;
      addRoot(node);
      addSecretForm(node);
      // It may stand in the middle of a term.
      if (isRunningText(node.previousSibling) || isRunningText(node.nextSibling)) addFlow(target);
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

  function addSecretForm(element: Element): void {
    if (!element.matches(secretField) && !element.querySelector(secretField)) return;
    const form = element.closest('form');
    if (form) roots.add(form);
  }
}

/** Whether text flows here; white space between blocks does not count. */
function isRunningText(node: Node | null): boolean {
  if (node === null) return false;
  return isElement(node) ? isInline(node) : node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue!);
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
