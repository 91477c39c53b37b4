/** Runs in a page: the time it takes to find terms in its text, with our code and with others'. */
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import Mark from 'mark.js';
import type { Concept } from '@/utils/handbook/schema';
import { type Meetings, type Slice, walk } from '@/utils/page/walk';
import type { Form } from '@/utils/terms/form';
import { hanScripts } from '@/utils/terms/han-scripts';
import { KeySet, newKeys } from '@/utils/terms/key-set';
import { scan } from '@/utils/terms/scan';
import { Tokeniser } from '@/utils/terms/tokens';
import { Trie } from '@/utils/terms/trie';
import { formsOf } from '@/utils/terms/variants';
import { buildVocabulary, formsBeginning } from '@/utils/terms/vocabulary';
import { regularExpressions } from './regular-expressions';

/** Characters a slice, as utils/page/find-words.ts reads where there is time. */
const sliceSize = 8_000;
const nobody: Meetings = { shadowRoot() {}, possibleHost() {} };
const tokeniser = new Tokeniser();
const convert = hanScripts();
/** Each does the whole page once and says how much it found. */
const jobs = new Map<string, () => number>([['walk', bareWalk]]);

/** What the page is told of a vocabulary, and how long it took to get there, in ms. */
export interface Prepared {
  forms: Form[];
  /** Keys asked for. */
  keys: number;
  build: number;
  matches: number;
}

function bareWalk(): number {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  let characters = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) characters += (node as Text).data.length;
  return characters;
}

function eachSlice(take: (slice: Slice) => void): void {
  const reading = walk([{ root: document.documentElement, deep: true }], nobody, tokeniser);
  for (let slice = reading.next(sliceSize); slice; slice = reading.next(sliceSize)) take(slice);
}

/** Walks, cuts into tokens, finds terms: all that the product does with text that it has asked about. */
function ours(trie: Trie): number {
  let found = 0;
  eachSlice(({ tokens, texts }) => {
    found += scan(tokens, texts, trie).length;
  });
  return found;
}

function* texts(): Generator<string> {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield (node as Text).data;
}

function withRegularExpression(expression: RegExp): number {
  let found = 0;
  for (const text of texts()) {
    expression.lastIndex = 0;
    while (expression.exec(text)) found++;
  }
  return found;
}

function withAhoCorasick(automaton: AhoCorasick): number {
  let found = 0;
  for (const text of texts()) found += automaton.matchInText(text.toLowerCase()).length;
  return found;
}

/** Text node and offset of each match, to see who finds the same. */
type Places = Map<Text, Set<number>>;

function put(places: Places, node: Text, start: number): void {
  const starts = places.get(node);
  if (starts) starts.add(start);
  else places.set(node, new Set([start]));
}

let ourPlaces: Places = new Map();

function placesOf(trie: Trie): Places {
  const places: Places = new Map();
  eachSlice(({ tokens, texts, nodes }) => {
    for (const { startNode, start } of scan(tokens, texts, trie)) put(places, nodes[startNode]!, start);
  });
  return places;
}

/** @returns what part of our matches in Latin text the regular expression finds too, 0 to 1 */
function shareFound(expression: RegExp): number {
  let [all, shared] = [0, 0];
  for (const [node, starts] of ourPlaces) {
    const found = new Set([...node.data.matchAll(expression)].map(({ index }) => index));
    for (const start of starts) {
      if (/\p{Script=Han}/u.test(node.data[start]!)) continue;
      all++;
      if (found.has(start)) shared++;
    }
  }
  return all === 0 ? 1 : shared / all;
}

/** Makes job `scan NAME`: with the forms of these terms that could begin on this page. */
function prepare(name: string, terms: readonly string[]): Prepared {
  const began = performance.now();
  const concepts = terms.map((text, i) => ({ id: `c${i}`, terms: [{ text }] }));
  const vocabulary = buildVocabulary(concepts as unknown as Concept[], convert);
  const build = performance.now() - began;
  const asked = new KeySet();
  const keys: number[] = [];
  eachSlice(({ tokens }) => keys.push(...newKeys(tokens, asked)));
  const forms = formsBeginning(vocabulary, keys);
  const trie = new Trie();
  for (const form of forms) trie.add(form);
  jobs.set(`scan ${name}`, () => ours(trie));
  ourPlaces = placesOf(trie);
  return { forms, keys: keys.length, build, matches: ours(trie) };
}

/** All forms of the terms, as the background holds them. */
function allForms(terms: readonly string[]): Array<{ text: string; flags: number }> {
  return terms.flatMap((text) => formsOf({ text, language: 'en' }, convert));
}

/**
 * After `prepare` with the same terms.
 * @returns the jobs it makes, those of regular expressions and `aho-corasick`, each with the share of our matches that
 *   it finds
 */
function prepareRivals(terms: readonly string[]): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const [name, expression] of Object.entries(regularExpressions(allForms(terms)))) {
    jobs.set(`regex ${name}`, () => withRegularExpression(expression));
    shares[`regex ${name}`] = shareFound(expression);
  }
  const automaton = new AhoCorasick(terms.map((term) => term.toLowerCase()));
  jobs.set('aho-corasick', () => withAhoCorasick(automaton));
  return { ...shares, 'aho-corasick': Number.NaN };
}

/** @returns what the job found, each time */
function run(name: string, times: number): number {
  let found = 0;
  for (let i = 0; i < times; i++) found = jobs.get(name)!();
  return found;
}

/**
 * What a page pays that is read once, as pages are: all is new, nothing was compiled. Ours does not count the wait for
 * the background, which is no work of the page.
 */
function firstScan(
  way: 'nothing' | 'ours' | 'aho-corasick' | `regex ${string}`,
  terms: readonly string[],
  all: Array<{ text: string; flags: number }>,
  forms: Form[],
): void {
  if (way === 'nothing') return;
  if (way.startsWith('regex ')) withRegularExpression(regularExpressions(all)[way.slice(6)]!);
  else if (way === 'aho-corasick') withAhoCorasick(new AhoCorasick(terms.map((term) => term.toLowerCase())));
  else {
    const asked = new KeySet();
    const trie = new Trie();
    for (const form of forms) trie.add(form);
    eachSlice(({ tokens, texts }) => {
      newKeys(tokens, asked);
      scan(tokens, texts, trie);
    });
  }
}

/** mark.js changes what it marks, so it gets a copy. */
function markJs(terms: readonly string[]): Promise<void> {
  const copy = document.body.cloneNode(true) as HTMLElement;
  return new Promise((done) => {
    new Mark(copy).mark([...terms], { separateWordSearch: false, accuracy: 'exactly', done });
  });
}

const bench = { prepare, allForms, prepareRivals, run, firstScan, markJs };
export type ScanBench = typeof bench;
Object.assign(globalThis, { scanBench: bench });
