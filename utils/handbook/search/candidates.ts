/** What the ways to narrow share: what is asked for, and what they answer with. */
import type { Token } from './tokens';

/** How an entry fits what was typed, the best first. */
export const tiers = [
  /** It is the entry. */
  'exact',
  /** The entry begins so. */
  'prefix',
  /** It stands in the entry and begins at a word, or at any character of Chinese. */
  'word',
  /** The entry has all the words, in another order or with others between. */
  'words',
  /** The entry as a whole is read so. */
  'pinyin',
  /** The entry begins with what is read so. */
  'pinyin-prefix',
  /** It stands inside of a word. */
  'infix',
  /** A part of the entry is read so. */
  'pinyin-part',
  /** But for errors, or for words that are not in the handbook. */
  'near',
] as const;
export type Tier = (typeof tiers)[number];

export interface Candidate {
  entry: number;
  tier: Tier;
  /** What speaks against it within its tier, at most `mostFlaws` a token: errors, or pinyin typed in a mixed way. */
  flaws: number;
}

export const mostFlaws = 4;

export interface Query {
  /** Folded. */
  text: string;
  /** Each token once, at most `mostTokens`. */
  tokens: readonly Token[];
  /** Results wanted. */
  limit: number;
}

export const mostTokens = 120;

/**
 * Candidates that a way to narrow gives at most: more than are wanted, since several may be of one concept and ranking
 * is still to choose; not so many that ranking takes longer than narrowing.
 */
export const room = ({ limit }: Query) => Math.max(200, limit * 2);
