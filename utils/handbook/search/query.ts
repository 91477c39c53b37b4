/** Search as you type over the terms of a handbook. */
import { type Candidate, mostTokens, type Query, type Tier, tiers } from './candidates';
import { near } from './near';
import { rank } from './rank';
import { at, type FurtherFold, type SearchIndex } from './shape';
import { spoken } from './spoken';
import { fold, Kind, type Token, tokensOf } from './tokens';
import { infix, strict } from './written';

export interface SearchResult {
  concept: number;
  text: string;
  language: string;
  /** 0 is best, below 1. */
  score: number;
  /** How it fits; `near` says that what was typed is not in the handbook as such. */
  match: Tier;
}

export interface SearchOptions {
  /** Results at most; 8 if not said. */
  limit?: number;
  /** The one the index was built with. */
  fold?: FurtherFold;
}

/** Code units of a query that are looked at. */
const longestQuery = 1_000;

/**
 * @param query as typed so far
 * @returns one result a concept, the best first: how it fits (`tiers`), then how well, then the shorter one
 */
export function search(index: SearchIndex, query: string, options: SearchOptions = {}): SearchResult[] {
  const { limit = 8, fold: further } = options;
  const text = fold(query.slice(0, longestQuery), further);
  const all = distinct(tokensOf(text)).slice(0, mostTokens);
  if (!all.length) return [];
  const found = new Found(index, limit);
  found.add(strict(index, { text, tokens: all, limit }));

  const plain = all.filter(({ kind }) => kind !== Kind.symbol);
  const tokens = plain.length ? plain : all;
  const asked: Query = { text, tokens, limit };
  if (!found.size && tokens.length < all.length) found.add(strict(index, asked));
  if (!found.enough) {
    if (all.every(({ kind, text }) => kind !== Kind.symbol || isApostrophe(text)))
      found.add(spoken(index, asked));
    found.add(infix(index, asked));
  }
  if (!found.enough) found.add(near(index, asked, found.size > 0));
  return found.results(asked);
}

/** Pinyin is parted by it: xi'an. */
const isApostrophe = (text: string) => text === "'" || text === '’';

function distinct(tokens: readonly Token[]): Token[] {
  return [...new Map(tokens.map((token) => [token.text, token])).values()];
}

/** Candidates of all ways to look, each entry once, with the best tier it was found in. */
class Found {
  readonly #index: SearchIndex;
  readonly #limit: number;
  readonly #byEntry = new Map<number, Candidate>();
  readonly #concepts = new Set<number>();

  constructor(index: SearchIndex, limit: number) {
    this.#index = index;
    this.#limit = limit;
  }

  add(candidates: readonly Candidate[]): void {
    for (const candidate of candidates) {
      const known = this.#byEntry.get(candidate.entry);
      if (known && tiers.indexOf(known.tier) <= tiers.indexOf(candidate.tier)) continue;
      this.#byEntry.set(candidate.entry, candidate);
      this.#concepts.add(this.#index.concepts[candidate.entry]!);
    }
  }

  get size(): number {
    return this.#byEntry.size;
  }

  get enough(): boolean {
    return this.#concepts.size >= this.#limit;
  }

  results(query: Query): SearchResult[] {
    const index = this.#index;
    const candidates = [...this.#byEntry.values()];
    const results = new Map<number, SearchResult>();
    for (const tier of tiers) {
      if (results.size >= this.#limit) break;
      const ofTier = candidates.filter((candidate) => candidate.tier === tier);
      for (const { entry, score } of rank(index, query, ofTier)) {
        if (results.size >= this.#limit) break;
        const concept = index.concepts[entry]!;
        if (results.has(concept)) continue;
        const text = at(index.shown, entry) || at(index.texts, entry);
        const language = index.languages[index.language[entry]!]!;
        results.set(concept, { concept, text, language, score, match: tier });
      }
    }
    return [...results.values()];
  }
}
