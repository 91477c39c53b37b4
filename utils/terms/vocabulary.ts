/**
 * All forms of all terms, ordered by how they begin, so that a page is told only of those that could begin on it.
 * Plain strings and typed arrays: it is stored as it is and read back in one go.
 */
import type { Concept } from '@/utils/handbook/schema';
import { fold } from './fold';
import { CONTESTED, EXACT, type Form, isPartOfWord, partsKey } from './form';
import { pairKey, singleKey, tokenise } from './tokens';
import { type ConvertHan, formsOf } from './variants';

/** Changes whenever what is stored would be read wrongly by older code, or made otherwise by newer. */
export const vocabularyFormat = 3;

export interface Vocabulary {
  /** How each form begins (`singleKey`, `pairKey`), ascending; the other arrays are in the same order. */
  keys: Int32Array;
  /** Forms, one after another, each ended by a line feed. */
  texts: string;
  /** Where each form begins in `texts`; one more entry than forms. */
  offsets: Int32Array;
  /** EXACT | CONTESTED | PART | WORDLIKE of each form. */
  flags: Uint8Array;
  /** The term of each form. */
  terms: Int32Array;
  /** Concepts of term t: `concepts[conceptOffsets[t]]` up to `conceptOffsets[t + 1]`, indices in the handbook's list. */
  conceptOffsets: Int32Array;
  concepts: Int32Array;
  /** Phrases in which a term is not meant, by term; few have any. */
  never: Record<number, string[]>;
  /** How many terms are contested. */
  contested: number;
}

interface Draft {
  text: string;
  flags: number;
  term: number;
  key: number;
}

/**
 * @param concepts the handbook's list; retired concepts keep their terms, so that the way to the new one is found
 * @param convert see `formsOf`
 */
export function buildVocabulary(concepts: readonly Concept[], convert: ConvertHan): Vocabulary {
  const terms = new Map<string, number>();
  const carried: number[][] = [];
  const never: Record<number, string[]> = {};
  const drafts = new Map<string, Draft>();
  concepts.forEach((concept, index) => {
    for (const term of concept.terms) {
      const forms = formsOf(term, convert);
      const id = termId(forms);
      if (!carried[id]!.includes(index)) carried[id]!.push(index);
      for (const text of term.match?.never ?? []) {
        const phrases = formsOf({ text, language: term.language }, convert);
        never[id] = [...(never[id] ?? []), ...phrases.map((phrase) => phrase.text)];
      }
      for (const { text, flags } of forms) addForm(text, flags, id);
    }
  });
  const contested = carried.map(
    (list) => new Set(list.filter((c) => concepts[c]!.status !== 'retired')).size > 1,
  );
  return {
    ...ordered([...drafts.values()], contested),
    ...flattened(carried),
    never,
    contested: count(contested),
  };

  /**
   * Terms that share a form are one term: "Delivery" of one department and "deliveries" of another, but not SAFe and
   * "safe".
   */
  function termId(forms: ReadonlyArray<Pick<Form, 'text' | 'flags'>>): number {
    const identities = forms.flatMap(({ text, flags }) =>
      flags & EXACT ? [unglued(text)] : [identity(text), unglued(text)],
    );
    const known = identities.map((own) => terms.get(own)).find((id) => id !== undefined);
    const id = known ?? carried.push([]) - 1;
    for (const own of identities) if (!terms.has(own)) terms.set(own, id);
    return id;
  }

  function addForm(text: string, flags: number, term: number): void {
    // One written form may be exact for one term and free for another: AR, and "ar".
    const identical = `${flags & EXACT ? text : fold(text)}\n${flags & EXACT}`;
    const known = drafts.get(identical);
    if (known) {
      known.flags |= flags;
      return;
    }
    const key = isPartOfWord({ text, flags }) ? partsKey : keyOf(text);
    if (key !== undefined) drafts.set(identical, { text, flags, term, key });
  }
}

/** @returns the forms that begin as one of `keys` says */
export function formsBeginning(vocabulary: Vocabulary, keys: Iterable<number>): Form[] {
  const found: Form[] = [];
  for (const key of keys) {
    for (let i = firstAt(vocabulary.keys, key); vocabulary.keys[i] === key; i++) {
      const term = vocabulary.terms[i]!;
      const never = vocabulary.never[term];
      found.push({
        text: vocabulary.texts.slice(vocabulary.offsets[i], vocabulary.offsets[i + 1]! - 1),
        flags: vocabulary.flags[i]!,
        term,
        ...(never && { never }),
      });
    }
  }
  return found;
}

/** @returns the forms that a whole text spells, those in its very case first; a person who asks for "it" may mean IT */
export function formsSpelling(vocabulary: Vocabulary, text: string): Form[] {
  const key = keyOf(text);
  const spelt =
    key === undefined
      ? []
      : formsBeginning(vocabulary, [key]).filter((form) => identity(form.text) === identity(text));
  return spelt.sort((a, b) => Number(b.text === text) - Number(a.text === text));
}

/** @returns indices of the concepts that carry a term; none for a term that does not exist */
export function conceptsOf(vocabulary: Vocabulary, term: number): number[] {
  const from = vocabulary.conceptOffsets[term];
  const to = vocabulary.conceptOffsets[term + 1];
  return from === undefined || to === undefined ? [] : [...vocabulary.concepts.subarray(from, to)];
}

/** @returns how a form is asked for, or undefined for one that holds no token */
function keyOf(text: string): number | undefined {
  const { length, hash } = tokenise(text);
  if (length === 0) return undefined;
  return length === 1 ? singleKey(hash[0]!) : pairKey(hash[0]!, hash[1]!);
}

function identity(text: string): string {
  return unglued(fold(text));
}

function unglued(text: string): string {
  return text.replace(/[\s-]+/g, ' ');
}

function ordered(drafts: Draft[], contested: boolean[]) {
  drafts.sort((a, b) => a.key - b.key);
  const offsets = new Int32Array(drafts.length + 1);
  drafts.forEach(({ text }, i) => {
    offsets[i + 1] = offsets[i]! + text.length + 1;
  });
  return {
    keys: Int32Array.from(drafts, ({ key }) => key),
    texts: drafts.map(({ text }) => `${text}\n`).join(''),
    offsets,
    flags: Uint8Array.from(drafts, ({ flags, term }) => flags | (contested[term] ? CONTESTED : 0)),
    terms: Int32Array.from(drafts, ({ term }) => term),
  };
}

function flattened(lists: number[][]) {
  const conceptOffsets = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    conceptOffsets[i + 1] = conceptOffsets[i]! + list.length;
  });
  return { conceptOffsets, concepts: Int32Array.from(lists.flat()) };
}

function firstAt(sorted: Int32Array, key: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function count(flags: boolean[]): number {
  return flags.filter(Boolean).length;
}
