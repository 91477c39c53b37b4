/** Turns concepts of the handbook into what a reader sees, in the languages they read. */
import { mayRead } from '@/utils/handbook/audience';
import { localise, primary } from '@/utils/handbook/localise';
import type { Concept, Handbook, Term, Text } from '@/utils/handbook/schema';
import { day } from '@/utils/handbook/weeks';
import type { Meaning, SearchHit, Worded } from '@/utils/messages/protocol';
import { fold } from '@/utils/terms/fold';

/** Who reads, and when. */
export interface Reading {
  /** BCP 47 tags, best read first. */
  languages: readonly string[];
  /** ISO day. */
  today: string;
  /** Id of the reader's department. */
  department?: string;
}

export interface Presenter {
  /** @param word as it was met, so that the card names the concept as the page does */
  meaning(concept: Concept, reading: Reading, word?: string): Meaning;
  /** As `meaning`, short enough for a list. */
  hit(concept: Concept, reading: Reading, word?: string): SearchHit;
  /** The id where the handbook lacks the department. */
  departmentName(id: string, reading: Reading): string;
}

/** @param isContested whether a reader of that department may read other concepts that carry a term of this one */
export function createPresenter(
  handbook: Handbook,
  isContested: (concept: Concept, department: string | undefined) => boolean,
): Presenter {
  const main = handbook.languages[0] ?? 'en';
  const concepts = new Map(handbook.concepts.map((concept) => [concept.id, concept]));
  const departments = new Map(handbook.departments.map((department) => [department.id, department]));
  return { meaning, hit, departmentName };

  function meaning(concept: Concept, reading: Reading, word?: string): Meaning {
    const words = (text: Text) => localise(text, reading.languages, main);
    const optional = (text: Text | undefined) => (text === undefined ? undefined : words(text));
    const term = termFor(concept, reading, word);
    const counterpart = best(
      concept.terms.filter(({ language }) => primary(language) !== primary(term.language)),
    );
    const [example, note, owner] = [
      optional(concept.example),
      optional(concept.note),
      optional(concept.owner),
    ];
    const known = (id: string) => {
      const other = concepts.get(id);
      return other && mayRead(other, reading.department) ? [reference(other, reading)] : [];
    };
    const [instead] = concept.insteadUse === undefined ? [] : known(concept.insteadUse);
    return {
      concept: concept.id,
      ...(concept.department !== undefined && {
        department: { id: concept.department, name: departmentName(concept.department, reading) },
      }),
      term: worded(term),
      ...(counterpart && { counterpart: worded(counterpart) }),
      otherTerms: concept.terms
        .filter((other) => other !== term && other !== counterpart)
        .map(({ text, language, status, usedBy }) => ({
          text,
          language,
          status,
          ...(usedBy !== undefined && { usedBy: departmentName(usedBy, reading) }),
        })),
      definition: words(concept.definition),
      ...(example && { example }),
      ...(note && { note }),
      links: concept.links.map(({ title, url }) => ({ title: words(title), url })),
      related: concept.related.flatMap(known),
      ...(owner && { owner }),
      ...(concept.reviewed !== undefined && {
        reviewed: { date: concept.reviewed, overdue: isOverdue(concept, reading.today) },
      }),
      status: concept.status,
      ...(instead && { insteadUse: instead }),
    };
  }

  function hit(concept: Concept, reading: Reading, word?: string): SearchHit {
    return {
      ...reference(concept, reading, word),
      definition: localise(concept.definition, reading.languages, main),
      contested: isContested(concept, reading.department),
    };
  }

  function reference(concept: Concept, reading: Reading, word?: string) {
    return {
      concept: concept.id,
      term: worded(termFor(concept, reading, word)),
      ...(concept.department !== undefined && { department: departmentName(concept.department, reading) }),
    };
  }

  function departmentName(id: string, reading: Reading): string {
    const name = departments.get(id)?.name;
    return name === undefined ? id : localise(name, reading.languages, main).text;
  }
}

function termFor({ terms }: Concept, { languages }: Reading, word?: string): Term {
  const met = word === undefined ? undefined : terms.find(({ text }) => fold(text) === fold(word));
  if (met) return met;
  // A plural, or another script: the language is that of the page.
  const language = word === undefined ? languages[0] : /\p{Script=Han}/u.test(word) ? 'zh' : 'en';
  return best(terms.filter((term) => primary(term.language) === primary(language ?? 'en'))) ?? best(terms)!;
}

function best(terms: readonly Term[]): Term | undefined {
  const rank = ({ status }: Term) => ['preferred', 'admitted', 'deprecated'].indexOf(status);
  return terms.reduce<Term | undefined>((a, b) => (a && rank(a) <= rank(b) ? a : b), undefined);
}

function worded({ text, language }: Term): Worded {
  return { text, language };
}

/** @returns whether the day by which a concept was to be read again is past */
function isOverdue({ reviewed, reviewEvery }: Concept, today: string): boolean {
  if (reviewed === undefined || reviewEvery === undefined) return false;
  return Date.parse(reviewed) + reviewEvery * day < Date.parse(today);
}
