/** What the search over a handbook takes, keeps and gives. */

/** One written form of a term. `concept` is a whole number from 0, below 2³². */
export interface SearchEntry {
  text: string;
  language: string;
  concept: number;
}

/** Pinyin of one character without tones, most usual first: `行` → `xing`, `hang`. Empty where there is none. */
export type Readings = (char: string) => readonly string[];

/** Applied after `fold` to queries and to indexed texts, where they are not plain ASCII; must keep folded text folded. */
export type FurtherFold = (text: string) => string;

/** Lists of numbers by group: group g holds `items[ends[g - 1] ?? 0]` up to, not with, `items[ends[g]]`. */
export interface Grouped {
  ends: Uint32Array;
  items: Uint32Array;
}

/** Strings one after another: string i ends at `ends[i]`. One long string is cheap to clone, 200,000 are not. */
export interface Strings {
  text: string;
  ends: Uint32Array;
}

/**
 * Only flat strings and typed arrays, so that IndexedDB stores it and gives it back in milliseconds.
 * An entry's number is its rank by length of text: the lower, the shorter.
 */
export interface SearchIndex {
  /** Stored indexes of another format are to be built anew. */
  format: typeof searchFormat;
  /** Folded texts of the entries. */
  texts: Strings;
  /** Texts as written; empty where that is the folded text. */
  shown: Strings;
  concepts: Uint32Array;
  languages: string[];
  /** Per entry, an index into `languages`. */
  language: Uint16Array;
  /**
   * The distinct tokens in code unit order, each followed by a line feed that is not part of it: first those before
   * CJK, which typing errors and parts of words are looked for in, then CJK and what Unicode has after it.
   */
  spelled: Strings;
  signs: Strings;
  /** Per token of `spelled`, which letters it holds (`lettersOf`). */
  letters: Uint32Array;
  /** By token: entry × 2, + 1 where the token begins the entry. */
  postings: Grouped;
  /** By pair of pinyin initials (`pairsIn`): entries that hold characters with these initials side by side. */
  pairs: Grouped;
  /** Characters that have readings, and the readings, in the same order: `hang heng\n…` */
  read: { chars: string; readings: string };
}

export const searchFormat = 1;

/** @returns string `i` of `strings` */
export function at(strings: Strings, i: number): string {
  return strings.text.slice(i === 0 ? 0 : strings.ends[i - 1], strings.ends[i]);
}

/** @returns the length of string `i` in code units */
export function lengthAt(strings: Strings, i: number): number {
  return strings.ends[i]! - (i === 0 ? 0 : strings.ends[i - 1]!);
}

/** @returns where group `g` begins in `items` */
export function startOf(grouped: { ends: Uint32Array }, g: number): number {
  return g === 0 ? 0 : grouped.ends[g - 1]!;
}
