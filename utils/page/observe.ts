/** Tells which parts of a page changed, as the least that has to be read again. */
import { blockOf, isInline, isWithinSkipped } from './readable';

/** Something to read: `deep` with the blocks in it, else only what flows in it. */
export interface Part {
  root: Element | ShadowRoot;
  deep: boolean;
}

export interface Observation {
  /** Watches another root: the document's element, or an open shadow root. */
  watch(root: Node): void;
  /** @returns what changed since the last call, nothing twice; `removed` where nodes went */
  take(): { parts: Part[]; removed: boolean };
}

/**
 * @param onChange called once when something changed after `take`; it is to be quick
 * @param signal ends the watch
 */
export function observe(onChange: () => void, signal: AbortSignal): Observation {
  let records: MutationRecord[] = [];
  const observer = new MutationObserver((news) => {
    if (records.length === 0) onChange();
    // One call with all records: a page may make 100,000, too many for spread arguments.
    records = records.length === 0 ? news : records.concat(news);
  });
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    watch(root) {
      observer.observe(root, { childList: true, characterData: true, subtree: true });
    },
    take() {
      const taken = records.concat(observer.takeRecords());
      records = [];
      return partsOf(taken);
    },
  };
}

/** @returns what the records say has to be read again */
export function partsOf(records: readonly MutationRecord[]): { parts: Part[]; removed: boolean } {
  const flows = new Set<Element>();
  const blocks = new Set<Element>();
  let removed = false;
  for (const { type, target, addedNodes, removedNodes } of records) {
    if (type === 'characterData') {
      addFlow(target);
      continue;
    }
    for (const node of removedNodes) {
      removed = true;
      // Text left and right of it may join to a term now.
      if (node.nodeType === Node.TEXT_NODE || (node instanceof Element && isInline(node))) addFlow(target);
    }
    for (const node of addedNodes) {
      if (node.nodeType === Node.TEXT_NODE) addFlow(node);
      else if (node instanceof Element) {
        if (isInline(node)) addFlow(node);
        blocks.add(node);
      }
    }
  }
  const readable = (element: Element) => element.isConnected && !isWithinSkipped(element);
  const deep = [...blocks].filter((block) => !hasAncestorIn(block, blocks) && readable(block));
  const shallow = [...flows].filter(
    (flow) => !blocks.has(flow) && !hasAncestorIn(flow, blocks) && readable(flow),
  );
  return {
    parts: [...deep.map((root) => ({ root, deep: true })), ...shallow.map((root) => ({ root, deep: false }))],
    removed,
  };

  function addFlow(node: Node): void {
    const block = blockOf(node) ?? (node.getRootNode() as ShadowRoot).host;
    if (block) flows.add(block);
  }
}

function hasAncestorIn(element: Element, set: ReadonlySet<Element>): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) if (set.has(at)) return true;
  return false;
}
