/** What the words nearby say. Each weighs as much as it is rare in the handbook and as one meaning uses it, not others. */
import type { Concept } from '@/utils/handbook/schema';
import { type ContentWord, contentWords, contentWordsIn, spaced } from '../wording';
import { type Gather, saturated } from './evidence';
import { type Usage, usageOf } from './usage';

const weights = { near: 1.85, own: 1.3, related: 0.35, talk: 0.55 } as const;
const ceilings = { near: 7, words: 4.5 } as const;
/** A pair of Han characters is less than a word, and a word of three gives two of them. */
const pairWeight = 0.7;

/** Near words that no other candidate has. */
export const byNearWords: Gather = (candidates, evidence, handbook, vote) => {
  const usage = usageOf(handbook);
  const text = spaced(evidence.text);
  for (const concept of candidates) {
    const shared = new Set(candidates.filter((other) => other !== concept).flatMap(nearOf));
    const found = [...new Set(nearOf(concept))]
      .filter((near) => !shared.has(near) && text.includes(spaced(near)))
      .map((near) => ({ near, weight: weights.near * telling(near, concept, usage) }))
      .sort((a, b) => b.weight - a.weight);
    if (found.length === 0) continue;
    vote(concept, {
      weight: saturated(sum(found.map(({ weight }) => weight)), ceilings.near),
      why: { kind: 'words', words: found.map(({ near }) => near) },
    });
  }
};

function nearOf({ terms }: Concept): string[] {
  return terms.flatMap(({ match }) => match?.near ?? []);
}

/** @returns from 0 to 1 how much a near word says: less if it is common, and less if other departments use it too */
function telling(near: string, concept: Concept, usage: Usage): number {
  const words = [...contentWords(near)];
  if (words.length === 0) return 0.5;
  const rarest = Math.max(...words.map((word) => usage.rarity(word)));
  const share = Math.max(...words.map((word) => usage.share(word, concept)));
  return Math.sqrt(rarest) * (0.5 + 0.5 * share);
}

/** Words of its definition, example and note, of related concepts, and of its department's other concepts. */
export const byWords: Gather = (candidates, { text }, handbook, vote) => {
  const usage = usageOf(handbook);
  const terms = new Set(candidates.flatMap((concept) => [...usage.wordsOf(concept).terms]));
  const around = candidates.map((concept) => usage.wordsAround(concept));
  const words = contentWordsIn(text).filter(({ word }) => !terms.has(word));
  const said = new Map(
    words.map(({ word, han }) => {
      const base = usage.rarity(word) * (han ? pairWeight : 1);
      const each = candidates.map(
        (concept, i) =>
          base *
          ((usage.wordsOf(concept).own.has(word) ? weights.own : 0) +
            (around[i]!.has(word) ? weights.related : 0) +
            weights.talk * usage.talk(word, concept)),
      );
      const mean = sum(each) / each.length;
      // What speaks for all says nothing.
      return [word, each.map((weight) => weight - mean)];
    }),
  );
  candidates.forEach((concept, i) => {
    const total = sum([...said.values()].map((each) => each[i]!));
    const telling = words.filter(({ word }) => said.get(word)![i]! > 0);
    if (total === 0) return;
    vote(concept, {
      weight: saturated(total, ceilings.words),
      why: { kind: 'words', words: asWritten(text, telling, (word) => said.get(word)![i]!) },
    });
  });
};

/** @returns words as the text has them, the most telling first; pairs of Han characters that overlap are one word */
function asWritten(
  text: string,
  words: readonly ContentWord[],
  weightOf: (word: string) => number,
): string[] {
  const runs: Array<{ from: number; to: number; weight: number }> = [];
  for (const { word, from, to } of words) {
    const last = runs.at(-1);
    if (last && from < last.to) {
      last.to = to;
      last.weight += weightOf(word);
    } else runs.push({ from, to, weight: weightOf(word) });
  }
  runs.sort((a, b) => b.weight - a.weight);
  return [...new Set(runs.map(({ from, to }) => text.slice(from, to)))];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
