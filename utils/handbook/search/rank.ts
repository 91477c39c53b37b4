import Fuse from 'fuse.js';
import { type Candidate, mostFlaws, type Query, type Tier, tiers } from './candidates';
import { at, type SearchIndex } from './shape';
import { tokensOf } from './tokens';

export interface Ranked extends Candidate {
  /** 0 is best, below 1; entries of the same score are in order of length. */
  score: number;
}

/** Tiers in which every candidate fits equally well, so that the shorter one is meant. */
const byLength: ReadonlySet<Tier> = new Set(['exact', 'prefix', 'pinyin', 'pinyin-prefix', 'pinyin-part']);

/**
 * @param candidates of one tier
 * @returns them, the best first
 */
export function rank(index: SearchIndex, query: Query, candidates: readonly Candidate[]): Ranked[] {
  const likeness = fuseScores(index, query, candidates);
  const most = 1 + mostFlaws * query.tokens.length;
  const ranked = candidates.map((candidate, i) => {
    const within = Math.min(0.999, (candidate.flaws + likeness[i]!) / most);
    return { ...candidate, score: (tiers.indexOf(candidate.tier) + within) / tiers.length };
  });
  // Entries are numbered in order of length.
  return ranked.sort((a, b) => a.score - b.score || a.entry - b.entry);
}

/** @returns per candidate fuse.js's score: from 0 to 1, lower where more of it fits and nearer to its beginning */
function fuseScores(index: SearchIndex, query: Query, candidates: readonly Candidate[]): Float64Array {
  const scores = new Float64Array(candidates.length);
  const tier = candidates[0]?.tier;
  if (!tier || byLength.has(tier)) return scores;
  const fuse = new Fuse(
    candidates.map(({ entry }) => at(index.texts, entry)),
    {
      includeScore: true,
      // Both sides are folded.
      isCaseSensitive: true,
      shouldSort: false,
      // Words may stand in another order than typed, and each is to count; Chinese is rather alike as a whole.
      useTokenSearch: query.text.includes(' '),
      tokenize: (text) => tokensOf(text).map((token) => token.text),
    },
  );
  // What fuse.js finds too unlike stays, as narrowing has decided, but comes last.
  scores.fill(1);
  for (const { refIndex, score } of fuse.search(query.text)) scores[refIndex] = score ?? 1;
  return scores;
}
