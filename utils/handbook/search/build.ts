/** Builds the index that search narrows with. */
import { initialOf, pairCount, pairsIn } from './pinyin';
import {
  type FurtherFold,
  type Grouped,
  type Readings,
  type SearchEntry,
  type SearchIndex,
  type Strings,
  searchFormat,
} from './shape';
import { fold, Kind, kindOf, lettersOf, tokensOf } from './tokens';

export interface BuildOptions {
  readings: Readings;
  fold?: FurtherFold;
}

/** Entries worked on between two yields: some milliseconds. */
const slice = 1_000;

/** CJK Radicals Supplement: from here on, Unicode is CJK, kana, Hangul and other scripts of many signs. */
const firstCjk = '\u2e80';

/**
 * @param entries texts that are empty or white space are left out
 * @returns the index; 200,000 entries take some seconds, for which `searchBuilder` can be run in slices
 */
export function buildSearch(entries: Iterable<SearchEntry>, options: BuildOptions): SearchIndex {
  const builder = searchBuilder(entries, options);
  for (;;) {
    const step = builder.next();
    if (step.done) return step.value;
  }
}

/** As `buildSearch`, but yields every few milliseconds, so that whoever runs it can let others in. */
export function* searchBuilder(
  entries: Iterable<SearchEntry>,
  options: BuildOptions,
): Generator<void, SearchIndex> {
  const read = yield* readEntries(entries, options.fold);
  const texts = yield* joined(read.folded);
  const shown = yield* joined(read.shown);
  const postings = yield* tokenPostings(read.folded);
  const pinyin = yield* pinyinPairs(read.folded, options.readings);
  return {
    format: searchFormat,
    texts,
    shown,
    concepts: read.concepts,
    languages: read.languages,
    language: read.language,
    ...postings,
    ...pinyin,
  };
}

interface Columns {
  folded: string[];
  shown: string[];
  concepts: Uint32Array;
  languages: string[];
  language: Uint16Array;
}

/** Folds the entries and puts them in the order of their length. */
function* readEntries(
  entries: Iterable<SearchEntry>,
  further: FurtherFold | undefined,
): Generator<void, Columns> {
  const all: Array<SearchEntry & { folded: string }> = [];
  for (const { text, language, concept } of entries) {
    const folded = fold(text, further);
    if (folded) all.push({ text, language, concept, folded });
    if (all.length % slice === 0) yield;
  }
  all.sort((a, b) => a.folded.length - b.folded.length);
  yield;
  const languages = new Map<string, number>();
  const columns = {
    folded: [] as string[],
    shown: [] as string[],
    concepts: new Uint32Array(all.length),
    language: new Uint16Array(all.length),
  };
  for (const [i, { text, language, concept, folded }] of all.entries()) {
    columns.folded.push(folded);
    columns.shown.push(text === folded ? '' : text);
    columns.concepts[i] = concept;
    columns.language[i] = languages.get(language) ?? languages.size;
    languages.set(language, columns.language[i]!);
    if (i % (slice * 20) === 0) yield;
  }
  return { ...columns, languages: [...languages.keys()] };
}

function* joined(strings: readonly string[]): Generator<void, Strings> {
  const ends = new Uint32Array(strings.length);
  let end = 0;
  for (let i = 0; i < strings.length; i++) {
    end += strings[i]!.length;
    ends[i] = end;
    if (i % (slice * 20) === 0) yield;
  }
  return { text: strings.join(''), ends };
}

function* tokenPostings(
  texts: readonly string[],
): Generator<void, Pick<SearchIndex, 'spelled' | 'signs' | 'letters' | 'postings'>> {
  const numbers = new Map<string, number>();
  const tokens: number[] = [];
  const items: number[] = [];
  for (let entry = 0; entry < texts.length; entry++) {
    for (const token of tokensOf(texts[entry]!, true)) {
      const known = numbers.get(token.text);
      const number = known ?? numbers.size;
      if (known === undefined) numbers.set(token.text, number);
      tokens.push(number);
      items.push(entry * 2 + (token.from === 0 && !token.squeezed ? 1 : 0));
    }
    if (entry % slice === 0) yield;
  }
  const sorted = yield* sortedInSlices(numbers.keys());
  const ranks = new Uint32Array(sorted.length);
  sorted.forEach((word, rank) => {
    ranks[numbers.get(word)!] = rank;
  });
  yield;
  const firstSign = sorted.findIndex((word) => word >= firstCjk);
  const spelled = sorted.slice(0, firstSign < 0 ? sorted.length : firstSign);
  const ended = (word: string) => `${word}
`;
  return {
    spelled: yield* joined(spelled.map(ended)),
    signs: yield* joined(sorted.slice(spelled.length).map(ended)),
    letters: Uint32Array.from(spelled, lettersOf),
    postings: yield* grouped(
      tokens.map((token) => ranks[token]!),
      items,
      sorted.length,
    ),
  };
}

/** Sorts by code units; by first unit, so that no step takes long. */
function* sortedInSlices(words: Iterable<string>): Generator<void, string[]> {
  const byFirst = new Map<number, string[]>();
  for (const word of words) {
    const first = word.charCodeAt(0);
    const list = byFirst.get(first);
    if (list) list.push(word);
    else byFirst.set(first, [word]);
  }
  yield;
  const sorted: string[] = [];
  for (const first of [...byFirst.keys()].sort((a, b) => a - b)) {
    for (const word of byFirst.get(first)!.sort()) sorted.push(word);
    if (byFirst.get(first)!.length > slice) yield;
  }
  return sorted;
}

function* pinyinPairs(
  texts: readonly string[],
  readings: Readings,
): Generator<void, Pick<SearchIndex, 'pairs' | 'read'>> {
  const byCode = new Map<number, readonly string[]>();
  const asked = new Set<number>();
  const pairs: number[] = [];
  const entries: number[] = [];
  for (let entry = 0; entry < texts.length; entry++) {
    const text = texts[entry]!;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < firstCjk.charCodeAt(0) || asked.has(code)) continue;
      asked.add(code);
      if (kindOf(code) !== Kind.cjk) continue;
      const known = readings(String.fromCharCode(code)).filter(
        (reading) => initialOf(reading.charCodeAt(0)) > 0,
      );
      if (known.length) byCode.set(code, known);
    }
    for (const pair of pairsIn(text, byCode)) {
      pairs.push(pair);
      entries.push(entry);
    }
    if (entry % slice === 0) yield;
  }
  return {
    pairs: yield* grouped(pairs, entries, pairCount),
    read: {
      chars: Array.from(byCode.keys(), (code) => String.fromCharCode(code)).join(''),
      readings: [...byCode.values()].map((known) => known.join(' ')).join('\n'),
    },
  };
}

/** Counting sort: stable, so that items stay in order within their group. */
function* grouped(
  groups: readonly number[],
  items: readonly number[],
  count: number,
): Generator<void, Grouped> {
  const ends = new Uint32Array(count);
  for (const group of groups) ends[group]!++;
  for (let group = 1; group < count; group++) ends[group]! += ends[group - 1]!;
  yield;
  const sorted = new Uint32Array(items.length);
  const next = new Uint32Array(count);
  for (let group = 1; group < count; group++) next[group] = ends[group - 1]!;
  for (let i = 0; i < items.length; i++) {
    sorted[next[groups[i]!]!++] = items[i]!;
    if (i % (slice * 100) === 0) yield;
  }
  return { ends, items: sorted };
}
