import type { Concept, Handbook } from '@/utils/handbook/schema';

/** What is known of the place where a word stands. */
export interface Evidence {
  /** Text around the word. */
  text: string;
  /** Mail addresses of who speaks here, nearest first. */
  speakers: readonly string[];
  url: string;
  title: string;
  /** Other terms nearby, each as the concepts that carry it. */
  others: ReadonlyArray<readonly Concept[]>;
  /** The department that the user says speaks on this site. */
  siteDepartment?: string;
  /** The reader's department. */
  reader?: string;
}

export type Why =
  /** A person of that department speaks. */
  | { kind: 'speaker'; department: string; address: string }
  /** The site or page is that department's. */
  | { kind: 'place'; department: string }
  /** The project worked on here is that department's to do. */
  | { kind: 'project'; department: string; project: string }
  /** Words nearby are its words. */
  | { kind: 'words'; words: string[] }
  /** The department is named nearby. */
  | { kind: 'named'; department: string }
  /** Nothing tells; the reader's own comes first. */
  | { kind: 'unknown-yours' }
  /** Nothing tells. */
  | { kind: 'unknown' }
  /** There is but one meaning. */
  | { kind: 'only' };

/** What one kind of evidence says for a meaning; below 0: it speaks for the others. */
export interface Vote {
  weight: number;
  why: Why;
}

/** One kind of evidence: votes for those candidates that it speaks of. */
export type Gather = (
  candidates: readonly Concept[],
  evidence: Evidence,
  handbook: Handbook,
  vote: (concept: Concept, vote: Vote) => void,
) => void;

/** @returns the sum of what points one way, which with every further piece says less and never passes `ceiling` */
export function saturated(sum: number, ceiling: number): number {
  return Math.sign(sum) * ceiling * (1 - Math.exp(-Math.abs(sum) / ceiling));
}
