/** The matcher against a naive one that follows from the words of the rule: leftmost, longest, whole words. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allForms, find, trieOf, vocabularyOf } from './texts';

/** Words of two letters in all their sequences: every way in which terms can overlap is met. */
const word = fc.constantFrom('a', 'b', 'ab', 'ba');
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const separator = fc.constantFrom(' ', ' ', ' ', '\n', '-', ', ', '. ');

interface Word {
  text: string;
  start: number;
  end: number;
  /** Whether a term may reach over what stands before it. */
  joined: boolean;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(/[a-z]+/g)) {
    const last = words.at(-1);
    const between = last ? text.slice(last.end, index) : ',';
    words.push({ text: word, start: index, end: index + word.length, joined: /^(?:\s+|-)$/.test(between) });
  }
  return words;
}

function naive(terms: string[], text: string): Array<[start: number, end: number]> {
  const words = wordsOf(text);
  const found: Array<[number, number]> = [];
  for (let i = 0; i < words.length; i++) {
    let longest = 0;
    for (const term of terms) {
      const wanted = term.split(' ');
      const fits = wanted.every((one, k) => words[i + k]?.text === one && (k === 0 || words[i + k]!.joined));
      if (fits) longest = Math.max(longest, wanted.length);
    }
    if (longest === 0) continue;
    found.push([words[i]!.start, words[i + longest - 1]!.end]);
    i += longest - 1;
  }
  return found;
}

const someTerms = fc.uniqueArray(phrase, { minLength: 1, maxLength: 6 });
const someText = fc.array(fc.tuple(word, separator), { maxLength: 14 }).map((pairs) => pairs.flat().join(''));

it('finds what the naive matcher finds', () => {
  fc.assert(
    fc.property(someTerms, someText, (terms, text) => {
      // The plural of a letter is a form of its own: none is in the text.
      const trie = trieOf(allForms(vocabularyOf(terms)));
      expect(find(trie, text).map(({ start, end }) => [start, end])).toEqual(naive(terms, text));
    }),
    { numRuns: 2000 },
  );
});

it('finds which term it is', () => {
  fc.assert(
    fc.property(someTerms, someText, (terms, text) => {
      const vocabulary = vocabularyOf(terms);
      const names = new Map(allForms(vocabulary).map((form) => [form.text, form.term]));
      for (const { term, start, end } of find(trieOf(allForms(vocabulary)), text)) {
        expect(names.get(text.slice(start, end).replace(/[\s-]+/g, ' '))).toBe(term);
      }
    }),
  );
});

it('finds in Han text, where terms may be parts of words, the longest that begin first', () => {
  const han = (maxLength: number) =>
    fc.string({ unit: fc.constantFrom('天', '地', '人', '𠮷'), minLength: 1, maxLength });
  fc.assert(
    fc.property(fc.uniqueArray(han(3), { minLength: 1, maxLength: 6 }), han(20), (terms, text) => {
      const longestFirst = [...terms].sort((a, b) => b.length - a.length);
      const naive = [...text.matchAll(new RegExp(longestFirst.join('|'), 'gu'))].map((match) => match[0]);
      const vocabulary = vocabularyOf(
        terms.map((text) => ({ text, language: 'zh-CN', match: { whole: false } })),
      );
      const found = find(trieOf(allForms(vocabulary)), text).map(({ start, end }) => text.slice(start, end));
      expect(found).toEqual(naive);
    }),
  );
});
