/** What the property tests of matching share: vocabularies, texts, and matching as a page does it. */
import fc from 'fast-check';
import * as v from 'valibot';
import { Concept } from '@/utils/handbook/schema';
import type { Form } from '@/utils/terms/form';
import { type Match, scan } from '@/utils/terms/scan';
import { Tokeniser, type Tokens } from '@/utils/terms/tokens';
import { Trie } from '@/utils/terms/trie';
import { buildVocabulary, formsBeginning, type Vocabulary } from '@/utils/terms/vocabulary';

export type TermInput = v.InferInput<typeof Concept>['terms'][number];

/** One concept a term; Han text has but one script here. */
export function vocabularyOf(terms: readonly TermInput[]): Vocabulary {
  const concepts = terms.map((term, i) => v.parse(Concept, { id: `c${i}`, terms: [term], definition: 'd' }));
  return buildVocabulary(concepts, (text) => [text]);
}

export function allForms(vocabulary: Vocabulary): Form[] {
  return formsBeginning(vocabulary, new Set(vocabulary.keys));
}

export function trieOf(forms: readonly Form[]): Trie {
  const trie = new Trie();
  for (const form of forms) trie.add(form);
  return trie;
}

/** Tokens of text nodes that touch. */
export function tokensOf(texts: readonly string[]): Tokens {
  const tokeniser = new Tokeniser();
  texts.forEach((text, node) => void tokeniser.read(text, node));
  return tokeniser.finish();
}

/** A match by where it stands in all text, whatever nodes that is cut into. */
export interface Found {
  term: number;
  start: number;
  end: number;
}

export function find(trie: Trie, ...texts: string[]): Found[] {
  const offsets = texts.map((_, i) => texts.slice(0, i).join('').length);
  return scan(tokensOf(texts), texts, trie).map(({ term, startNode, start, endNode, end }: Match) => ({
    term,
    start: offsets[startNode]! + start,
    end: offsets[endNode]! + end,
  }));
}

/** Words that overlap one another, in two scripts, with signs: few of them, so that texts hit the terms often. */
const words = [
  'net',
  'revenue',
  'lead',
  'lead time',
  'time',
  'net revenue',
  'IT',
  'SLA',
  'R&D',
  'e-mail',
  'C++',
  'SaaS',
  '服务',
  '服务器',
  '器',
  '交付',
  '灰度发布',
  '发布',
  'GMV增长',
  '增长',
  '𠮷野',
];
const joints = [
  ' ',
  '\n',
  '-',
  '\u2011',
  ', ',
  '. ',
  '',
  '的',
  "'s ",
  '/',
  '\u00a0',
  '(',
  ')',
  ' – ',
  '，',
  '@',
  '_',
  '.',
];

const term: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-cA-C]{1,3}( [a-c]{1,2})?$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[天地人]{1,3}$/) },
);
export const terms: fc.Arbitrary<string[]> = fc.uniqueArray(term, { minLength: 1, maxLength: 8 });

/** Text made of terms, of what stands between words, and of anything. */
export const text: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...words) },
      { weight: 5, arbitrary: fc.constantFrom(...joints) },
      { weight: 2, arbitrary: fc.stringMatching(/^[a-cA-C天地人]{1,4}$/) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** A text and a way to cut it into nodes. */
export const cutText: fc.Arbitrary<string[]> = text.chain((whole) =>
  fc.array(fc.nat(whole.length), { maxLength: 8 }).map((cuts) => {
    const sorted = [0, ...cuts.sort((a, b) => a - b), whole.length];
    return sorted.slice(1).map((to, i) => whole.slice(sorted[i], to));
  }),
);
