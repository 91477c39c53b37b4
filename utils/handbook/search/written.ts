/** Entries in which what was typed is written. */
import { type Candidate, type Query, room, type Tier } from './candidates';
import { scratch } from './open';
import { at, lengthAt, type SearchIndex, startOf } from './shape';
import { Kind, type Token } from './tokens';
import { wordsFrom, wordsWith } from './words';

/** Tokens of the index, the end not included. */
export type Range = [from: number, to: number];

/** Calls `take` with each entry that holds one of the tokens in `ranges`, several times where it holds several. */
export function eachHolder(
  index: SearchIndex,
  ranges: readonly Range[],
  take: (entry: number) => void,
): void {
  const { items } = index.postings;
  for (const [from, to] of ranges) {
    const end = startOf(index.postings, to);
    for (let i = startOf(index.postings, from); i < end; i++) take(items[i]! >>> 1);
  }
}

/** @returns how many postings `ranges` have */
export function weigh(index: SearchIndex, ranges: readonly Range[]): number {
  return ranges.reduce(
    (sum, [from, to]) => sum + startOf(index.postings, to) - startOf(index.postings, from),
    0,
  );
}

/** @returns the entries that hold, for each token, one of its ranges; in order of length */
function holdersOfAll(index: SearchIndex, tokens: readonly Range[][]): Uint32Array {
  const [rarest, ...others] = [...tokens].sort((a, b) => weigh(index, a) - weigh(index, b));
  const found = scratch(index);
  const touched: number[] = [];
  eachHolder(index, rarest!, (entry) => {
    if (found[entry]) return;
    found[entry] = 1;
    touched.push(entry);
  });
  others.forEach((ranges, n) => {
    eachHolder(index, ranges, (entry) => {
      if (found[entry] === n + 1) found[entry] = n + 2;
    });
  });
  const holders = touched.filter((entry) => found[entry] === tokens.length);
  for (const entry of touched) found[entry] = 0;
  return Uint32Array.from(holders).sort();
}

/** @returns entries that hold every token as the beginning of a word */
export function strict(index: SearchIndex, query: Query): Candidate[] {
  const ranges = query.tokens.map(({ text }): Range[] => [wordsFrom(index, text)]);
  if (query.tokens.length === 1 && query.tokens[0]!.text === query.text)
    return ofOneToken(index, query, ranges[0]![0]!);
  const enough = room(query);
  const counts: Partial<Record<Tier, number>> = {};
  const found: Candidate[] = [];
  for (const entry of holdersOfAll(index, ranges)) {
    const tier = tierOf(at(index.texts, entry), query.text);
    counts[tier] = (counts[tier] ?? 0) + 1;
    if (counts[tier] <= enough) found.push({ entry, tier, flaws: 0 });
  }
  return found;
}

/** @param text an entry that holds all the tokens of `typed` */
function tierOf(text: string, typed: string): Tier {
  const from = text.indexOf(typed);
  if (from < 0) return 'words';
  if (from > 0) return 'word';
  return text.length === typed.length ? 'exact' : 'prefix';
}

/** As you type, most queries are one token, of which a posting says all: the texts need not be read. */
function ofOneToken(index: SearchIndex, query: Query, range: Range): Candidate[] {
  const enough = room(query);
  const begin: Candidate[] = [];
  const hold: Candidate[] = [];
  for (const [entry, begins] of shortestFirst(index, range)) {
    if (begins) {
      const exact = lengthAt(index.texts, entry) === query.text.length;
      begin.push({ entry, tier: exact ? 'exact' : 'prefix', flaws: 0 });
    } else if (hold.length < enough) hold.push({ entry, tier: 'word', flaws: 0 });
    if (begin.length === enough) break;
  }
  return [...begin, ...hold];
}

/** From how many postings on a pass over all entries is quicker than sorting. */
const many = 8_000;

/** Entries that hold a token of `range`, and whether they begin with it. */
function* shortestFirst(index: SearchIndex, range: Range): Generator<[entry: number, begins: boolean]> {
  const { items } = index.postings;
  const [from, to] = [startOf(index.postings, range[0]), startOf(index.postings, range[1])];
  if (to - from < many) {
    const sorted = items.slice(from, to).sort();
    for (let i = 0; i < sorted.length; i++) {
      const entry = sorted[i]! >>> 1;
      // An entry may hold several tokens of the range; the posting that begins it comes last.
      if (i + 1 === sorted.length || sorted[i + 1]! >>> 1 !== entry) yield [entry, (sorted[i]! & 1) === 1];
    }
    return;
  }
  const found = scratch(index);
  for (let i = from; i < to; i++) found[items[i]! >>> 1]! |= 1 + (items[i]! & 1);
  try {
    for (let entry = 0; entry < found.length; entry++) if (found[entry]) yield [entry, found[entry] !== 1];
  } finally {
    found.fill(0);
  }
}

/** @returns entries that hold every token, at least one of them inside of a word */
export function infix(index: SearchIndex, query: Query): Candidate[] {
  if (!query.tokens.some(canStandInside)) return [];
  const ranges = query.tokens.map((token) => [wordsFrom(index, token.text), ...insideOf(index, token)]);
  return [...holdersOfAll(index, ranges).subarray(0, room(query))].map((entry) => ({
    entry,
    tier: 'infix',
    flaws: 0,
  }));
}

const canStandInside = ({ kind, text }: Token) => kind === Kind.word && text.length > 1;

function insideOf(index: SearchIndex, token: Token): Range[] {
  return canStandInside(token) ? wordsWith(index, token.text).map((word) => [word, word + 1]) : [];
}
