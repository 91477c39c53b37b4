/** Entries that come near to what was typed. */
import { type Candidate, type Query, room } from './candidates';
import { open, scratch } from './open';
import { lengthAt, type SearchIndex } from './shape';
import { Kind, type Token } from './tokens';
import { wordsFrom, wordsNear } from './words';
import { eachHolder, type Range } from './written';

/** Flaws that a word counts for which is missed. */
const missed = 3;
/** Letters below which a word says little of what is meant. */
const telling = 3;
/** Letters from which a word with an error comes near few others. */
const longWord = 6;

/**
 * @param few only what has all the words and one error at most, as there is something better already
 * @returns entries, those with the fewest flaws; they hold at least half of the words that tell something
 */
export function near(index: SearchIndex, query: Query, few: boolean): Candidate[] {
  const shortest = few ? longWord : telling;
  const tokens = query.tokens.filter(({ kind, text }) => kind === Kind.cjk || text.length >= shortest);
  if (!tokens.length) return [];
  // One character is like too many others.
  if (few && (tokens.length < query.tokens.length || (tokens.length === 1 && tokens[0]!.kind === Kind.cjk)))
    return [];
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

function entriesByFlaws(index: SearchIndex, tokens: readonly Token[]): Array<number[] | undefined> {
  // Per entry: 16 bits of flaws, 8 of tokens found, 8 of the token found last.
  const tally = scratch(index);
  const touched: number[] = [];
  tokens.forEach((token, n) => {
    rangesByFlaws(index, token).forEach((ranges, flaws) => {
      eachHolder(index, ranges, (entry) => {
        const known = tally[entry]!;
        if (known >>> 24 === n + 1) return;
        if (!known) touched.push(entry);
        tally[entry] = ((n + 1) << 24) | ((known & 0xffffff) + (1 << 16) + flaws);
      });
    });
  });
  const byFlaws: number[][] = [];
  for (const entry of touched) {
    const found = (tally[entry]! >>> 16) & 0xff;
    const sum = (tally[entry]! & 0xffff) + missed * (tokens.length - found);
    tally[entry] = 0;
    if (found * 2 < tokens.length) continue;
    byFlaws[sum] ??= [];
    byFlaws[sum].push(entry);
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
  return token.text.length < longWord ? [[exact], [], ...byErrors] : [[exact], ...byErrors];
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
