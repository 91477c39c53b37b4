/** What the other terms nearby say. */
import type { Concept } from '@/utils/handbook/schema';
import { fold } from '../fold';
import { type Gather, saturated } from './evidence';

const weights = { related: 1.45, sameDepartment: 0.9 } as const;
const ceiling = 4;

/**
 * Another term tells something if of all candidates it is at home with one only: a term of it or of a related concept,
 * else of its department.
 */
export const byOthers: Gather = (candidates, { others, text }, _handbook, vote) => {
  const folded = fold(text);
  const found = new Map(candidates.map((concept) => [concept, { weight: 0, words: [] as string[] }]));
  for (const carriers of others) {
    const related = candidates.filter((concept) => carriers.some((other) => isRelated(concept, other)));
    const fellows = candidates.filter((concept) => carriers.some((other) => isFellow(concept, other)));
    const [home] = related.length === 1 ? related : fellows.length === 1 ? fellows : [];
    if (!home) continue;
    const evidence = found.get(home)!;
    evidence.weight += related.length === 1 ? weights.related : weights.sameDepartment;
    const terms = carriers.flatMap((carrier) => carrier.terms.map((term) => term.text));
    evidence.words.push(terms.find((term) => folded.includes(fold(term))) ?? terms[0]!);
  }
  for (const [concept, { weight, words }] of found) {
    if (weight > 0) vote(concept, { weight: saturated(weight, ceiling), why: { kind: 'words', words } });
  }
};

function isRelated(a: Concept, b: Concept): boolean {
  return a === b || a.related.includes(b.id) || b.related.includes(a.id);
}

function isFellow(a: Concept, b: Concept): boolean {
  return a.department !== undefined && a.department === b.department;
}
