/**
 * Which concept of a contested term is meant here, and why. Evidence is added up like log-odds: what speaks for one
 * concept moves it ahead of the others, what speaks for all of them says nothing. The weights were fitted to labelled
 * cases, see test/fixtures/labelled/README.md.
 */
import type { Concept, Handbook } from '@/utils/handbook/schema';
import type { Evidence, Vote, Why } from './evidence/evidence';
import { byOthers } from './evidence/others';
import { byNames, byPlace, byProject, bySpeaker } from './evidence/where';
import { byNearWords, byWords } from './evidence/words';
import { fold } from './fold';

export type { Evidence, Why } from './evidence/evidence';

export interface Ranking {
  /** Best first. */
  order: Concept[];
  why: Why;
  /** false: the first is a guess no better than others. */
  certain: boolean;
}

/** By so much the first must lead for its lead to be more than a guess. */
const clearLead = 0.7;

/**
 * @param candidates the concepts that carry the term; at least one
 * @param handbook departments and projects
 */
export function rank(candidates: readonly Concept[], evidence: Evidence, handbook: Handbook): Ranking {
  const live = candidates.filter(({ status }) => status !== 'retired');
  const retired = candidates.filter(({ status }) => status === 'retired');
  if (live.length < 2) return { order: [...live, ...retired], why: { kind: 'only' }, certain: true };
  const votes = new Map(live.map((concept) => [concept, [] as Vote[]]));
  for (const gather of [bySpeaker, byPlace, byProject, byNames, byNearWords, byWords, byOthers]) {
    gather(live, evidence, handbook, (concept, vote) => votes.get(concept)!.push(vote));
  }
  const scored = live.map((concept) => {
    const own = votes.get(concept)!;
    return { concept, score: own.reduce((sum, { weight }) => sum + weight, 0), votes: own };
  });
  const isReaders = (concept: Concept) =>
    evidence.reader !== undefined && concept.department === evidence.reader;
  scored.sort((a, b) => b.score - a.score || Number(isReaders(b.concept)) - Number(isReaders(a.concept)));
  const [first, second] = scored;
  const certain = first!.score - second!.score >= clearLead;
  if (certain) {
    return {
      order: [...scored.map(({ concept }) => concept), ...retired],
      why: weightiest(first!.votes, second!.votes),
      certain,
    };
  }
  // A guess: the reader's own meaning first, then by what little is known.
  const order = [
    ...scored.filter((s) => isReaders(s.concept)),
    ...scored.filter((s) => !isReaders(s.concept)),
  ];
  const why: Why = isReaders(order[0]!.concept) ? { kind: 'unknown-yours' } : { kind: 'unknown' };
  return { order: [...order.map(({ concept }) => concept), ...retired], why, certain };
}

/** @returns the kind of reason that puts a meaning furthest ahead of the next; of words the most telling first */
function weightiest(votes: readonly Vote[], next: readonly Vote[]): Why {
  const weightOf = (some: readonly Vote[], kind: Why['kind']) =>
    some.reduce((sum, { weight, why }) => sum + (why.kind === kind ? weight : 0), 0);
  const ahead = (kind: Why['kind']) => weightOf(votes, kind) - Math.max(0, weightOf(next, kind));
  const speaking = votes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  const best = speaking.reduce((a, b) => (ahead(b.why.kind) > ahead(a.why.kind) ? b : a)).why;
  if (best.kind !== 'words') return best;
  const words = speaking.flatMap(({ why }) => (why.kind === 'words' ? why.words : []));
  return { kind: 'words', words: distinct(words) };
}

/** @returns words without those that hold an earlier one or stand in it: "landing" beside "landing page" */
function distinct(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (const word of words) {
    const own = fold(word);
    if (!kept.map(fold).some((other) => other.includes(own) || own.includes(other))) kept.push(word);
  }
  return kept;
}
