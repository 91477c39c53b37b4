/** Entries that come near to what was typed. */
import { type Candidate, mostFlaws, type Query, room } from './candidates';
import { open, scratch } from './open';
import { lengthAt, type SearchIndex } from './shape';
import { Kind, type Token } from './tokens';
import { wordsFrom, wordsNear } from './words';
import { eachHolder, type Range } from './written';

/** Letters below which a word says little of what is meant. */
const telling = 3;
/** Letters from which a word says much of it, and with an error comes near few others. */
const long = 6;

/**
 * @param few only what has all the words, all of them long, and one error at most: there is something better already
 * @returns entries, those with the fewest flaws; they hold at least half of the words that tell something
 */
export function near(index: SearchIndex, query: Query, few: boolean): Candidate[] {
  const tokens = query.tokens.filter(({ kind, text }) => kind === Kind.cjk || text.length >= telling);
  if (!tokens.length || (few && !query.tokens.every(isLong))) return [];
  const byFlaws = entriesByFlaws(index, tokens);
  const enough = room(query);
  const candidates: Candidate[] = [];
  for (const [flaws, entries] of byFlaws.slice(0, few ? 2 : byFlaws.length).entries()) {
    const left = enough - candidates.length;
    for (const entry of nearestInLength(index, entries ?? [], query.text.length, left))
      candidates.push({ entry, tier: 'near', flaws });
  }
  return candidates;
}

const isLong = ({ kind, text }: Token) => kind === Kind.word && text.length >= long;

/** @returns the flaws that a token counts which an entry does not hold, more than any error in it */
const missing = (token: Token) => (isLong(token) ? mostFlaws : mostFlaws - 1);

function entriesByFlaws(index: SearchIndex, tokens: readonly Token[]): Array<number[] | undefined> {
  // Per entry: 16 bits of flaws spared, 8 of tokens found, 8 of the token found last.
  const tally = scratch(index);
  const touched: number[] = [];
  tokens.forEach((token, n) => {
    rangesByFlaws(index, token).forEach((ranges, flaws) => {
      const spared = missing(token) - flaws;
      eachHolder(index, ranges, (entry) => {
        const known = tally[entry]!;
        if (known >>> 24 === n + 1) return;
        if (!known) touched.push(entry);
        tally[entry] = ((n + 1) << 24) | ((known & 0xffffff) + (1 << 16) + spared);
      });
    });
  });
  const all = tokens.reduce((sum, token) => sum + missing(token), 0);
  const byFlaws: number[][] = [];
  for (const entry of touched) {
    const found = (tally[entry]! >>> 16) & 0xff;
    const flaws = all - (tally[entry]! & 0xffff);
    tally[entry] = 0;
    if (found * 2 < tokens.length) continue;
    byFlaws[flaws] ??= [];
    byFlaws[flaws].push(entry);
  }
  return byFlaws;
}

/** @returns tokens of the index by flaws, for which see `Candidate` */
function rangesByFlaws(index: SearchIndex, token: Token): Range[][] {
  const exact = wordsFrom(index, token.text);
  if (token.kind === Kind.cjk) {
    // An input method offers what is read alike, so that is one error.
    const { readings, homophones } = open(index);
    const alike = (readings.get(token.text.charCodeAt(0)) ?? []).flatMap((one) => homophones.get(one)!);
    return [[exact], [...new Set(alike)].map((char) => wordsFrom(index, char))];
  }
  const [, ...byErrors] = wordsNear(index, token.text).map((words) =>
    words.map((word): Range => [word, word + 1]),
  );
  // In a short word, an error is worse: most that comes near is another word.
  return isLong(token) ? [[exact], ...byErrors] : [[exact], [], ...byErrors];
}

/** @returns at most `count` of `entries`, those that are about as long as what was typed */
function nearestInLength(
  index: SearchIndex,
  entries: readonly number[],
  length: number,
  count: number,
): Iterable<number> {
  if (entries.length <= count) return entries;
  // Entries are numbered in order of length.
  const sorted = Uint32Array.from(entries).sort();
  const asLong = sorted.findIndex((entry) => lengthAt(index.texts, entry) >= length);
  const middle = asLong < 0 ? sorted.length : asLong;
  const from = Math.max(0, Math.min(middle - (count >> 1), sorted.length - count));
  return sorted.subarray(from, from + count);
}
