/**
 * Finds the handbook's terms on a page and keeps them found while it changes. A page never holds the handbook: it asks,
 * by the hashes of its tokens, for the few terms that could begin on it.
 */

import { type Form, partsKey } from '@/utils/terms/form';
import { KeySet } from '@/utils/terms/key-set';
import { type Match, scan } from '@/utils/terms/scan';
import { APART, pairKey, singleKey, Tokeniser, type Tokens } from '@/utils/terms/tokens';
import { Trie } from '@/utils/terms/trie';
import { afterFrame, idle } from './idle';
import type { Marks } from './mark';
import { observe, type Part } from './observe';
import type { Occurrence } from './occurrence';
import { blockOf, isWithinSkipped } from './readable';
import { createScreenful, type Density } from './screenful';
import { type Slice, walk } from './walk';

/** Characters read without a pause: about 2 ms of work, 8 on a slow machine. */
const sliceSize = 16_000;
/** Points looked at, per axis, to find what is on screen. */
const samples = 4;

export interface Words {
  /** Open shadow roots met so far. */
  readonly shadowRoots: ShadowRoot[];
  /** @returns the ids of terms that stand within `reach` px above or below a point of the viewport */
  termsAround(y: number, reach: number): number[];
}

export interface WordsOptions {
  marks: Marks;
  density: Density;
  /** Asks which forms begin with these keys; rejects when the extension is gone. */
  formsBeginning(keys: number[]): Promise<Form[]>;
  onShadowRoot(root: ShadowRoot): void;
  signal: AbortSignal;
}

/** Starts to read `document`; ends with the signal. */
export function findWords(document: Document, options: WordsOptions): Words {
  const { marks, density, formsBeginning, onShadowRoot, signal } = options;
  const trie = new Trie();
  const asked = new KeySet();
  const tokeniser = new Tokeniser();
  const found = new Map<Text, Occurrence[]>();
  const shadowRoots: ShadowRoot[] = [];
  const screenful = createScreenful(density, marks, signal);
  let wake = () => {};
  const changes = observe(() => wake(), signal);
  void run();
  return {
    shadowRoots,
    termsAround(y, reach) {
      const near = marks.inOrder().filter(({ block }) => {
        const { top, bottom } = block.getBoundingClientRect();
        return bottom > y - reach && top < y + reach;
      });
      return [...new Set(near.map(({ term }) => term))];
    },
  };

  async function run(): Promise<void> {
    if (density === 'none' || !(await afterFrame(signal))) return;
    const root = document.documentElement;
    changes.watch(root);
    for (const block of onScreen(document)) if (!(await read({ root: block, deep: false }, false))) return;
    if (!(await read({ root, deep: true }, true))) return;
    while (!signal.aborted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
      // Resting a moment gathers the changes of one gesture of the page.
      if (!(await idle(signal))) return;
      const { parts, removed } = changes.take();
      if (removed) dropRemoved();
      for (const part of parts) if (!(await read(part, true))) return;
      marks.restore();
    }
  }

  /** @returns false when the work is over */
  async function read(part: Part, resting: boolean): Promise<boolean> {
    const reading = walk(part.root, part.deep, meet, tokeniser);
    for (let slice = reading.next(sliceSize); slice; slice = reading.next(sliceSize)) {
      const keys = unasked(slice.tokens);
      if (keys.length > 0) for (const form of await formsBeginning(keys)) trie.add(form);
      if (signal.aborted) return false;
      settle(slice);
      if (resting && !(await idle(signal))) return false;
    }
    return true;
  }

  function meet(shadow: ShadowRoot): void {
    if (shadowRoots.includes(shadow)) return;
    shadowRoots.push(shadow);
    changes.watch(shadow);
    onShadowRoot(shadow);
  }

  function unasked({ length, hash, gap }: Tokens): number[] {
    const keys = asked.add(partsKey) ? [partsKey] : [];
    for (let i = 0; i < length; i++) {
      const single = singleKey(hash[i]!);
      if (asked.add(single)) keys.push(single);
      if (i === 0 || gap[i] === APART) continue;
      const pair = pairKey(hash[i - 1]!, hash[i]!);
      if (asked.add(pair)) keys.push(pair);
    }
    return keys;
  }

  /** Replaces what was known of the slice's text nodes by what stands there now; what has not changed stays painted. */
  function settle(slice: Slice): void {
    const { nodes, texts, tokens } = slice;
    const before = new Map(nodes.map((node) => [node, found.get(node) ?? []]));
    const after = new Map<Text, Occurrence[]>();
    const news: Occurrence[] = [];
    for (const match of scan(tokens, texts, trie)) {
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

  function dropRemoved(): void {
    for (const [node, gone] of found) {
      if (node.isConnected) continue;
      found.delete(node);
      for (const occurrence of gone) screenful.remove(occurrence);
    }
  }
}

function occurrenceOf(match: Match, { nodes, blocks }: Slice): Occurrence | null {
  const [start, end] = [nodes[match.startNode]!, nodes[match.endNode]!];
  if (match.start > start.length || match.end > end.length) return null; // changed while we asked
  if (start !== end && !flowsOn(nodes, match.startNode, match.endNode)) return null;
  const range = new StaticRange({
    startContainer: start,
    startOffset: match.start,
    endContainer: end,
    endOffset: match.end,
  });
  return { term: match.term, contested: match.contested, range, block: blocks[match.startNode]! };
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

/** A term across elements counts only where those flow on in one line; a span may be styled as a block. */
function flowsOn(nodes: readonly Text[], first: number, last: number): boolean {
  for (let i = first; i <= last; i++) {
    const parent = nodes[i]!.parentElement;
    if (!parent) return false;
    if (parent !== nodes[first]!.parentElement || i > first) {
      const { display, position } = getComputedStyle(parent);
      const flows = display.startsWith('inline') || display === 'contents' || parent === blockOf(nodes[i]!);
      if (!flows || position === 'absolute' || position === 'fixed') return false;
    }
  }
  return true;
}

/** @returns blocks of text now in view: read first, whatever the length of the page */
function onScreen(document: Document): Element[] {
  const blocks = new Set<Element>();
  for (let row = 0; row < samples * 2; row++) {
    for (let column = 0; column < samples; column++) {
      const x = ((column + 0.5) / samples) * innerWidth;
      const y = ((row + 0.5) / (samples * 2)) * innerHeight;
      const element = document.elementFromPoint(x, y);
      const block = element && blockOf(element);
      if (block && !isWithinSkipped(block)) blocks.add(block);
    }
  }
  return [...blocks];
}
