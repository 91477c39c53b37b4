/**
 * Finds the handbook's terms on a page and keeps them found while it changes. A page never holds the handbook: it asks,
 * by the hashes of its tokens, for the few terms that could begin on it.
 */

import { prepareHan } from '@/utils/terms/boundaries';
import type { Form } from '@/utils/terms/form';
import { KeySet, newKeys } from '@/utils/terms/key-set';
import { type Match, scan } from '@/utils/terms/scan';
import { APART, Tokeniser, type Tokens } from '@/utils/terms/tokens';
import { Trie } from '@/utils/terms/trie';
import { afterFrame, idle, inTaskOfItsOwn, nextTask } from './idle';
import { watchLateRoots } from './late-roots';
import type { Marks } from './mark';
import { observe } from './observe';
import type { Occurrence } from './occurrence';
import { flowOf, flowsOn, isEditor, isWithinSkipped } from './readable';
import { createScreenful, type Density } from './screenful';
import { type Meetings, type Part, type Slice, type Walk, walk } from './walk';

/** Characters read at once: few at first, when the script has never run here and is ten times slower, then more. */
const firstSlice = 1_000;
const largestSlice = 8_000;
/** ms that a slice is to take, so that a slow machine stays below 50. */
const sliceTime = 8;
/** Points looked at, per axis, to find what is on screen. */
const samples = 4;

export interface Words {
  /** Open shadow roots met so far and still on the page. */
  readonly shadowRoots: ShadowRoot[];
  /** @returns the ids of terms that stand within `reach` px above or below a point of the viewport */
  termsAround(y: number, reach: number): number[];
}

export interface WordsOptions {
  marks: Marks;
  density: Density;
  /** Asks which forms begin with these keys; rejects when the extension is gone. */
  formsBeginning(keys: number[]): Promise<Form[]>;
  /** Told of each open shadow root when it is met, and again after changes: a page may take our look away. */
  onShadowRoot(root: ShadowRoot): void;
  /** A change of the page has been read. */
  onChanged(): void;
  /** A question was not answered: nothing is read any more. */
  onFailure(error: unknown): void;
  signal: AbortSignal;
}

/** Starts to read `document`; ends with the signal. */
export function findWords(document: Document, options: WordsOptions): Words {
  const { marks, density, formsBeginning, onShadowRoot, onChanged, onFailure, signal } = options;
  const trie = new Trie();
  const asked = new KeySet();
  const tokeniser = new Tokeniser();
  const found = new Map<Text, Occurrence[]>();
  const shadowRoots: ShadowRoot[] = [];
  let sliceSize = firstSlice;
  let preparedHan = false;
  const screenful = createScreenful(density, marks, signal);
  let stirred = false;
  let wake = () => {};
  const stir = () => {
    stirred = true;
    wake();
  };
  signal.addEventListener('abort', stir);
  const changes = observe(document, stir, signal);
  const lateRoots = watchLateRoots(() => [document, ...shadowRoots], stir, signal);
  const meet: Meetings = { shadowRoot, possibleHost: lateRoots.expect };
  run().catch((error) => {
    if (!signal.aborted) onFailure(error);
  });
  return { shadowRoots, termsAround };

  async function run(): Promise<void> {
    if (density === 'none' || !(await afterFrame(signal)) || isEditor(document)) return;
    // Not its element: `document.open` puts another in its place.
    changes.watch(document);
    const first = walk(partsOnScreen(document), meet, tokeniser);
    await nextTask();
    while (!first.done) if (!(await readSlice(first))) return;
    let whole: Walk | null = walk([{ root: document.documentElement, deep: true }], meet, tokeniser);
    let changed: Walk | null = null;
    for (let turn = 0; ; turn++) {
      if (!whole && !changed && !stirred) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      // Resting a moment lets the page work, and gathers the changes of one gesture of it.
      if (!(await idle(signal))) return;
      if (!changed && stirred) changed = walk(takeChanges(), meet, tokeniser);
      // In turns, so that neither what changes all the time nor a long page keeps the other waiting.
      const reading: Walk | null = changed && (turn % 2 === 0 || !whole) ? changed : whole;
      if (reading && !reading.done && !(await readSlice(reading))) return;
      if (whole?.done) whole = null;
      if (!changed?.done) continue;
      changed = null;
      screenful.settle();
      marks.restore();
      shadowRoots.forEach(onShadowRoot);
      onChanged();
    }
  }

  function takeChanges(): Part[] {
    stirred = false;
    const { parts, removed, closed } = changes.take();
    if (removed || closed.length > 0) drop(closed);
    return [...parts, ...lateRoots.take().map((root) => ({ root, deep: true }))];
  }

  /** @returns false when the work is over */
  async function readSlice(reading: Walk): Promise<boolean> {
    const began = performance.now();
    const slice = reading.next(sliceSize);
    if (!slice) return true;
    const keys = newKeys(slice.tokens, asked);
    const coming = keys.length > 0 ? formsBeginning(keys) : [];
    const read = performance.now();
    for (const form of await coming) trie.add(form);
    if (trie.hasHan && !preparedHan) {
      preparedHan = true;
      await inTaskOfItsOwn(prepareHan);
    }
    if (signal.aborted) return false;
    const answered = performance.now();
    settle(slice);
    pace(Math.max(read - began, performance.now() - answered));
    return true;
  }

  /** @param took ms of the longer of the two tasks that a slice makes */
  function pace(took: number): void {
    const factor = Math.min(2, sliceTime / Math.max(took, 0.1));
    sliceSize = Math.min(largestSlice, Math.max(firstSlice, sliceSize * factor));
  }

  function shadowRoot(root: ShadowRoot): void {
    if (shadowRoots.includes(root)) return;
    shadowRoots.push(root);
    changes.watch(root);
    onShadowRoot(root);
  }

  function termsAround(y: number, reach: number): number[] {
    const isAround = new Map<Element, boolean>();
    const terms = new Set<number>();
    for (const { term, block } of marks.painted()) {
      if (terms.has(term)) continue;
      let around = isAround.get(block);
      if (around === undefined) {
        const { top, bottom } = block.getBoundingClientRect();
        around = bottom > y - reach && top < y + reach;
        isAround.set(block, around);
      }
      if (around) terms.add(term);
    }
    return [...terms];
  }

  /** Replaces what was known of the slice's text nodes by what stands there now; what has not changed stays painted. */
  function settle(slice: Slice): void {
    const { nodes } = slice;
    const before = new Map(nodes.map((node) => [node, found.get(node) ?? []]));
    const after = new Map<Text, Occurrence[]>();
    const news: Occurrence[] = [];
    for (const match of matchesIn(slice)) {
      const made = occurrenceOf(match, slice);
      if (!made) continue;
      const node = nodes[match.startNode]!;
      const same = before.get(node)?.find((old) => isSame(old, made));
      if (!same) news.push(made);
      const others = after.get(node);
      if (others) others.push(same ?? made);
      else after.set(node, [same ?? made]);
    }
    for (const [node, old] of before) {
      const now = after.get(node);
      if (now) found.set(node, now);
      else found.delete(node);
      for (const occurrence of old) if (!now?.includes(occurrence)) screenful.remove(occurrence);
    }
    screenful.add(news);
  }

  /** A term across elements counts only where those flow on in one line as styled; if not, both sides are looked at anew. */
  function matchesIn({ tokens, texts, nodes }: Slice): Match[] {
    for (;;) {
      const matches = scan(tokens, texts, trie);
      const breaks = matches.flatMap((match) => breakIn(match, nodes) ?? []);
      if (breaks.length === 0) return matches;
      for (const node of breaks) separate(tokens, node);
    }
  }

  /** Forgets what stands in nodes that have left the page, or in elements that are closed to us now. */
  function drop(closed: readonly Element[]): void {
    for (const [node, gone] of found) {
      if (node.isConnected && !closed.some((element) => element.contains(node))) continue;
      found.delete(node);
      for (const occurrence of gone) screenful.remove(occurrence);
    }
    for (let i = shadowRoots.length - 1; i >= 0; i--)
      if (!shadowRoots[i]!.isConnected) shadowRoots.splice(i, 1);
  }
}

function occurrenceOf(match: Match, { nodes, blocks }: Slice): Occurrence | null {
  const [start, end] = [nodes[match.startNode]!, nodes[match.endNode]!];
  if (match.start > start.length || match.end > end.length) return null; // changed while we asked
  const range = new StaticRange({
    startContainer: start,
    startOffset: match.start,
    endContainer: end,
    endOffset: match.end,
  });
  return { term: match.term, contested: match.contested, range, block: blocks[match.startNode]! };
}

/** @returns the number of the first text node of a match that does not flow on from the one before; undefined: all do */
function breakIn({ startNode, endNode }: Match, nodes: readonly Text[]): number | undefined {
  for (let node = startNode + 1; node <= endNode; node++)
    if (!flowOn(nodes[node - 1]!, nodes[node]!)) return node;
  return undefined;
}

function isSame(a: Occurrence, b: Occurrence): boolean {
  return (
    a.term === b.term &&
    a.block === b.block &&
    a.range.startOffset === b.range.startOffset &&
    a.range.endContainer === b.range.endContainer &&
    a.range.endOffset === b.range.endOffset
  );
}

/** Whether text flows on from one text node to the next of a flow, over the inline elements that end and begin between. */
function flowOn(before: Text, after: Text): boolean {
  for (let at = before.parentElement; at && !at.contains(after); at = at.parentElement) {
    if (!flowsOn(at, false)) return false;
  }
  for (let at = after.parentElement; at && !at.contains(before); at = at.parentElement) {
    if (!flowsOn(at, false)) return false;
  }
  return true;
}

/** Marks that no term reaches over from the nodes before `node` into it. */
function separate(tokens: Tokens, node: number): void {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens.startNode[middle]! < node) low = middle + 1;
    else high = middle;
  }
  tokens.gap[low] = APART;
}

/** @returns what flows in view now: read first, whatever the length of the page */
function partsOnScreen(document: Document): Part[] {
  const flows = new Set<Element | ShadowRoot>();
  for (let row = 0; row < samples * 2; row++) {
    for (let column = 0; column < samples; column++) {
      const x = ((column + 0.5) / samples) * innerWidth;
      const y = ((row + 0.5) / (samples * 2)) * innerHeight;
      const element = elementAt(document, x, y);
      const flow = element && flowOf(element);
      if (flow && !isWithinSkipped(element)) flows.add(flow);
    }
  }
  return [...flows].map((root) => ({ root, deep: false }));
}

function elementAt(root: Document | ShadowRoot, x: number, y: number): Element | null {
  const element = root.elementFromPoint(x, y);
  const shadow = element?.shadowRoot;
  return shadow && shadow !== root ? (elementAt(shadow, x, y) ?? element) : element;
}
