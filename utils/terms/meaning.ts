/**
 * Which concept of a contested term is meant here, and why. Evidence is added up like log-odds: what speaks for one
 * concept moves it ahead of the others, what speaks for all of them says nothing.
 */

import { globToRegExp } from '@/utils/handbook/globs';
import type { Concept, Department, Handbook } from '@/utils/handbook/schema';
import { contentWords, spaced } from './wording';

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

export interface Ranking {
  /** Best first. */
  order: Concept[];
  why: Why;
  /** false: the first is a guess no better than others. */
  certain: boolean;
}

interface Vote {
  weight: number;
  why: Why;
}

const weights = {
  speaker: 2.4,
  place: 2.2,
  responsible: 1.2,
  member: 0.6,
  near: 1.6,
  named: 1.6,
  relatedConcept: 1.2,
  sameDepartment: 0.6,
  ownWord: 0.5,
  departmentWord: 0.4,
} as const;
/** One kind of evidence, however often it is met, weighs no more than this. */
const ceilings = { near: 4.8, others: 1.8, ownWords: 2, departmentWords: 1.2 } as const;
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
  for (const gather of [
    bySpeaker,
    byPlace,
    byProject,
    byNearWords,
    byNames,
    byOthers,
    byOwnWords,
    byDepartmentWords,
  ]) {
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
      why: plainest(first!.votes),
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

/** Of all that speaks for a meaning, people grasp who and where before which words. */
const plainness: ReadonlyArray<Why['kind']> = ['speaker', 'place', 'named', 'words', 'project'];

function plainest(votes: readonly Vote[]): Why {
  const byKind = plainness
    .map((kind) => votes.filter(({ why }) => why.kind === kind))
    .find((some) => some.length > 0);
  return byKind!.reduce((a, b) => (b.weight > a.weight ? b : a)).why;
}

type Gather = (
  candidates: readonly Concept[],
  evidence: Evidence,
  handbook: Handbook,
  vote: (concept: Concept, vote: Vote) => void,
) => void;

/** The department of who speaks; where several departments speak, none decides. */
const bySpeaker: Gather = (candidates, { speakers }, { departments }, vote) => {
  const speaking = new Map<string, string>();
  for (const address of speakers) {
    const department = departmentOf(address, departments);
    if (department) speaking.set(department.id, address);
  }
  if (speaking.size !== 1) return;
  const [[department, address]] = [...speaking] as [[string, string]];
  for (const concept of candidates) {
    if (concept.department === department) {
      vote(concept, { weight: weights.speaker, why: { kind: 'speaker', department, address } });
    }
  }
};

const byPlace: Gather = (candidates, { url, siteDepartment }, { departments }, vote) => {
  const here = siteDepartment ?? departments.find(({ places }) => matchesAny(url, places))?.id;
  for (const concept of candidates) {
    if (here !== undefined && concept.department === here) {
      vote(concept, { weight: weights.place, why: { kind: 'place', department: here } });
    }
  }
};

const byProject: Gather = (candidates, { url, title }, { projects }, vote) => {
  const project = projects.find(({ where }) =>
    where.some((place) =>
      'url' in place ? matchesAny(url, [place.url]) : matchesAny(title, [place.subject]),
    ),
  );
  for (const concept of candidates) {
    const member = project?.departments.find(({ id }) => id === concept.department);
    if (!project || !member) continue;
    const leads = member.role === 'responsible' || member.role === 'accountable';
    vote(concept, {
      weight: leads ? weights.responsible : weights.member,
      why: { kind: 'project', department: member.id, project: project.id },
    });
  }
};

const byNearWords: Gather = (candidates, evidence, _handbook, vote) => {
  const text = spaced(evidence.text);
  const nearOf = (concept: Concept) => new Set(concept.terms.flatMap((term) => term.match?.near ?? []));
  for (const concept of candidates) {
    const shared = new Set(
      candidates.filter((other) => other !== concept).flatMap((other) => [...nearOf(other)]),
    );
    const words = [...nearOf(concept)].filter((word) => !shared.has(word) && text.includes(spaced(word)));
    if (words.length > 0) {
      vote(concept, {
        weight: Math.min(words.length * weights.near, ceilings.near),
        why: { kind: 'words', words },
      });
    }
  }
};

/** "Sales says …", 研发部说…… */
const byNames: Gather = (candidates, { text }, { departments }, vote) => {
  for (const concept of candidates) {
    const department = departments.find(({ id }) => id === concept.department);
    if (!department) continue;
    const names = typeof department.name === 'string' ? [department.name] : Object.values(department.name);
    if (names.some((name) => isNamed(name, text))) {
      vote(concept, { weight: weights.named, why: { kind: 'named', department: department.id } });
    }
  }
};

/** Another term tells something if of all candidates it is at home with one only. */
const byOthers: Gather = (candidates, { others }, _handbook, vote) => {
  const found = new Map(candidates.map((concept) => [concept, { weight: 0, words: [] as string[] }]));
  for (const carriers of others) {
    const related = candidates.filter((concept) => carriers.some((other) => isRelated(concept, other)));
    const fellows = candidates.filter((concept) => carriers.some((other) => isFellow(concept, other)));
    const [home] = related.length === 1 ? related : fellows.length === 1 ? fellows : [];
    if (!home) continue;
    const evidence = found.get(home)!;
    evidence.weight += related.length === 1 ? weights.relatedConcept : weights.sameDepartment;
    evidence.words.push(carriers[0]!.terms[0]!.text);
  }
  for (const [concept, { weight, words }] of found) {
    if (weight > 0)
      vote(concept, { weight: Math.min(weight, ceilings.others), why: { kind: 'words', words } });
  }
};

function isRelated(a: Concept, b: Concept): boolean {
  return a.related.includes(b.id) || b.related.includes(a.id);
}

function isFellow(a: Concept, b: Concept): boolean {
  return a.department !== undefined && a.department === b.department;
}

/** Words of its definition, example and note that no other candidate uses. */
const byOwnWords: Gather = (candidates, { text }, _handbook, vote) => {
  const here = otherWords(text, candidates);
  const own = candidates.map((concept) =>
    contentWords(
      [concept.definition, concept.example, concept.note]
        .flatMap((part) => (typeof part === 'string' ? [part] : Object.values(part ?? {})))
        .join('\n'),
    ),
  );
  candidates.forEach((concept, i) => {
    const words = [...own[i]!].filter(
      (word) => here.has(word) && own.every((set, j) => j === i || !set.has(word)),
    );
    if (words.length > 0) {
      vote(concept, {
        weight: Math.min(words.length * weights.ownWord, ceilings.ownWords),
        why: { kind: 'words', words },
      });
    }
  });
};

/** @returns the content words of a text without those of the term itself */
function otherWords(text: string, candidates: readonly Concept[]): Set<string> {
  const own = candidates.flatMap(({ terms }) => terms.flatMap((term) => [...contentWords(term.text)]));
  return new Set([...contentWords(text)].filter((word) => !own.includes(word)));
}

/** Words that the department's other concepts know as near: how it talks. */
const byDepartmentWords: Gather = (candidates, { text }, handbook, vote) => {
  const here = otherWords(text, candidates);
  const talk = departmentTalk(handbook);
  const spoken = candidates.map(({ department }) => {
    const words = department === undefined ? undefined : talk.get(department);
    return new Set([...here].filter((word) => words?.has(word)));
  });
  candidates.forEach((concept, i) => {
    const words = [...spoken[i]!].filter((word) => spoken.every((set, j) => j === i || !set.has(word)));
    if (words.length > 0) {
      vote(concept, {
        weight: Math.min(words.length * weights.departmentWord, ceilings.departmentWords),
        why: { kind: 'words', words },
      });
    }
  });
};

const talks = new WeakMap<Handbook, Map<string, Set<string>>>();

/** @returns the content words of all near words of each department's concepts */
function departmentTalk(handbook: Handbook): Map<string, Set<string>> {
  const known = talks.get(handbook);
  if (known) return known;
  const made = new Map<string, Set<string>>();
  for (const { department, terms } of handbook.concepts) {
    if (department === undefined) continue;
    const words = made.get(department) ?? new Set();
    made.set(department, words);
    for (const { match } of terms) {
      for (const near of match?.near ?? []) for (const word of contentWords(near)) words.add(word);
    }
  }
  talks.set(handbook, made);
  return made;
}

/** @returns the department whose people patterns fit a mail address */
function departmentOf(address: string, departments: readonly Department[]): Department | undefined {
  return departments.find(({ people }) => matchesAny(address, people));
}

/** A name is written as a name: "People" is the department, "people" and "Peoples" are not. */
function isNamed(name: string, text: string): boolean {
  const before = /^\w/.test(name);
  const after = /\w$/.test(name);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const goesOn = after && /\w/.test(text[at + name.length] ?? '');
    if (!goesOn && !(before && /\w/.test(text[at - 1] ?? ''))) return true;
  }
  return false;
}

function matchesAny(text: string, globs: readonly string[]): boolean {
  return globs.some((glob) => globToRegExp(glob).test(text));
}
