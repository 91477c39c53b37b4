/** What search derives from an index once and keeps as long as the index is in memory. */
import type { ReadingsByCode } from './pinyin';
import { type SearchIndex, startOf } from './shape';

export interface Opened {
  readings: ReadingsByCode;
  /** All readings there are. */
  syllables: ReadonlySet<string>;
  /** Characters by reading. */
  homophones: ReadonlyMap<string, readonly string[]>;
  /** Per entry, 1 where it holds CJK. */
  cjk: Uint8Array;
}

const scratches = new WeakMap<SearchIndex, Uint32Array>();

/** @returns a number per entry, all 0, and to be left so by whoever uses it: clearing it costs more than the search */
export function scratch(index: SearchIndex): Uint32Array {
  const known = scratches.get(index);
  if (known) return known;
  const fresh = new Uint32Array(index.concepts.length);
  scratches.set(index, fresh);
  return fresh;
}

const opened = new WeakMap<SearchIndex, Opened>();

/** @returns what is derived from an index, made at the first call for it */
export function open(index: SearchIndex): Opened {
  const known = opened.get(index);
  if (known) return known;
  const readings = new Map<number, readonly string[]>();
  const homophones = new Map<string, string[]>();
  const lists = index.read.readings.split('\n');
  for (let i = 0; i < index.read.chars.length; i++) {
    const list = lists[i]!.split(' ');
    readings.set(index.read.chars.charCodeAt(i), list);
    for (const reading of list) {
      const chars = homophones.get(reading);
      if (chars) chars.push(index.read.chars[i]!);
      else homophones.set(reading, [index.read.chars[i]!]);
    }
  }
  const cjk = new Uint8Array(index.concepts.length);
  for (const posting of index.postings.items.subarray(startOf(index.postings, index.letters.length)))
    cjk[posting >>> 1] = 1;
  const fresh = { readings, syllables: new Set(homophones.keys()), homophones, cjk };
  opened.set(index, fresh);
  return fresh;
}
