/** Says which words of a draft the people it goes to read differently. */
import { readable } from '@/utils/handbook/audience';
import { localise, primary } from '@/utils/handbook/localise';
import { peopleByDepartment } from '@/utils/handbook/people';
import { projectAt } from '@/utils/handbook/projects';
import type { Concept, Department, Handbook } from '@/utils/handbook/schema';
import type { DraftWord, Reading } from '@/utils/messages/draft';
import type { Person, View } from '@/utils/messages/view';
import { findTerms } from '@/utils/terms/find-terms';
import type { Match } from '@/utils/terms/scan';
import { formsBeginning } from '@/utils/terms/vocabulary';
import { conceptsCarrying, live } from './concepts';
import type { Reader } from './define';
import type { InUse } from './in-use';
import { createContextPresenter } from './present-context';

export interface DraftsNeeds {
  inUse(): Promise<InUse | null>;
  reader(): Promise<Reader>;
  /** @returns id of the project that the reader chose for a view; null: none */
  chosen(view: View): Promise<string | null>;
}

export interface Drafts {
  /**
   * @param to whom the text goes to, where the page says so beside it; empty: to those of the view
   * @returns each word once, in the order of the text; none where the receivers' departments are not known
   */
  check(view: View, text: string, to: readonly Person[]): Promise<DraftWord[]>;
}

/** Characters of a definition that a note takes over at most. */
const mostNote = 160;

export function createDrafts({ inUse, reader, chosen }: DraftsNeeds): Drafts {
  return { check };

  async function check(view: View, text: string, to: readonly Person[]): Promise<DraftWord[]> {
    const used = await inUse();
    if (!used) return [];
    const asks = await reader();
    const receivers = receiving(used, view, to, await chosen(view), asks.department);
    if (receivers.size === 0) return [];
    const words = new Map<number, string>();
    for (const { term, contested, start, end } of termsIn(text, used)) {
      if (contested && !words.has(term)) words.set(term, text.slice(start, end));
    }
    return [...words].flatMap(([term, word]) => difference(used, asks, receivers, text, term, word) ?? []);
  }

  function difference(
    used: InUse,
    asks: Reader,
    receivers: ReadonlySet<string>,
    text: string,
    term: number,
    word: string,
  ): DraftWord | null {
    const concepts = live(conceptsCarrying(used, term));
    /** Who has no meaning of its own reads the one of the whole company. */
    const readBy = (department: string | undefined) => {
      const own = concepts.filter((one) => department !== undefined && one.department === department);
      const meanings = own.length > 0 ? own : concepts.filter((one) => one.department === undefined);
      return readable(meanings, department);
    };
    const yours = readBy(asks.department);
    const read = new Set([...receivers].flatMap(readBy));
    const others = readable(concepts, asks.department).filter((one) => read.has(one) && !yours.includes(one));
    if (others.length === 0) return null;
    const present = createContextPresenter(used, asks);
    const reading = ({ department, definition }: Concept): Reading => ({
      ...(department !== undefined && { department: present.named(department) }),
      definition: present.words(definition),
    });
    const [meant] = yours;
    return {
      word,
      ...(meant && { yours: reading(meant) }),
      theirs: others.map(reading),
      instead: meant ? unmistakable(used, meant, word) : [],
      // A note goes to anyone the text goes to.
      note: meant?.audience.length === 0 ? noteOf(word, meant, text, asks.languages, used.handbook) : '',
    };
  }
}

/** @returns ids of the departments of the people it goes to, else of those the board's project joins; not the writer's own */
function receiving(
  { handbook }: InUse,
  view: View,
  to: readonly Person[],
  chosen: string | null,
  own: string | undefined,
): Set<string> {
  const { departments, projects } = handbook;
  // Written over an open thread, a mail goes to its own recipients; a name alone tells nothing.
  const isTold = to.some(({ address }) => address !== undefined);
  const people = [...peopleByDepartment(isTold ? to : view.people, departments).keys()];
  const named = projects.find(({ id }) => id === chosen) ?? projectAt(view, projects);
  const project = people.length === 0 && !isTold ? named : undefined;
  const ids = project ? project.departments.map(({ id }) => id) : people;
  return new Set(ids.filter((id: Department['id']) => id !== own));
}

/** @returns terms of a concept that carry no other one, in the script of the word */
function unmistakable(used: InUse, concept: Concept, word: string): string[] {
  const isHan = /\p{Script=Han}/u.test(word);
  return concept.terms
    .filter(({ text, status }) => status !== 'deprecated' && /\p{Script=Han}/u.test(text) === isHan)
    .map(({ text }) => text)
    .filter((text) => {
      const [match] = termsIn(text, used);
      return match !== undefined && !match.contested && text.toLowerCase() !== word.toLowerCase();
    });
}

function termsIn(text: string, { vocabulary }: InUse): Match[] {
  return findTerms(text, (keys) => formsBeginning(vocabulary, keys));
}

/** @returns a note in the language that the draft is mostly written in, where the handbook has it */
function noteOf(
  word: string,
  { definition }: Concept,
  draft: string,
  languages: readonly string[],
  { languages: [main = 'en'] }: Handbook,
): string {
  const count = (script: RegExp) => draft.match(script)?.length ?? 0;
  const isChinese = count(/\p{Script=Han}/gu) > count(/\p{Script=Latin}+/gu);
  const others = languages.filter((tag) => (primary(tag) === 'zh') === isChinese);
  const { text, language } = localise(definition, [...others, isChinese ? 'zh' : 'en'], main);
  return `${word}${primary(language) === 'zh' ? '：' : ': '}${shortened(text)}`;
}

/** The first sentence, cut where it is longer than a note may be. */
function shortened(text: string): string {
  const [sentence = text] = text.split(/(?<=[。！？])|(?<=[.!?])\s/);
  return sentence.length > mostNote ? `${sentence.slice(0, mostNote - 1)}…` : sentence;
}
