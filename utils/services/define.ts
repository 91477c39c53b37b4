/** Answers what a word means, for whom and why: on a page, for selected text, in the popup. */
import { mayRead } from '@/utils/handbook/audience';
import type { Concept } from '@/utils/handbook/schema';
import type {
  Definition,
  LookUp,
  Reason,
  SearchHit,
  Surroundings,
  WireForm,
} from '@/utils/messages/protocol';
import { type Evidence, rank, type Why } from '@/utils/terms/meaning';
import { formsBeginning, formsSpelling } from '@/utils/terms/vocabulary';
import { conceptsFor, formsFor, searchConcepts } from './concepts';
import type { InUse } from './in-use';
import type { Reading } from './present';

/** Who asks from where. */
export interface Reader extends Reading {
  /** The department that the user says speaks on a site. */
  speaksAt(url: string): string | undefined;
}

export interface Define {
  /** Forms that could begin on a page; empty when `vocabulary` is no longer the one in use. */
  forms(vocabulary: string, keys: readonly number[]): Promise<{ vocabulary: string; forms: WireForm[] }>;
  /** The meanings of a marked term; null when the vocabulary has changed. */
  term(
    vocabulary: string,
    term: number,
    word: string,
    around: Surroundings,
    url: string,
  ): Promise<Definition | null>;
  lookUp(word: string, around: Surroundings, url: string): Promise<LookUp>;
  /** One concept, with the others that carry the word it was chosen by. */
  concept(id: string, word: string): Promise<Definition | null>;
  search(query: string, limit: number): Promise<SearchHit[]>;
}

const nearMatches = 5;

export interface DefineDependencies {
  inUse(): Promise<InUse | null>;
  reader(): Promise<Reader>;
  simplified(text: string): string;
}

export function createDefine({ inUse, reader, simplified }: DefineDependencies): Define {
  return {
    async forms(vocabulary, keys) {
      const used = await inUse();
      if (!used || used.id !== vocabulary) return { vocabulary: used?.id ?? '', forms: [] };
      const found = formsBeginning(used.vocabulary, keys);
      // Every page asks, often.
      const told = used.restricted.length > 0 ? formsFor(used, found, (await reader()).department) : found;
      const forms = told.map(
        ({ text, flags, term, never }): WireForm =>
          never ? [text, flags, term, never] : [text, flags, term],
      );
      return { vocabulary, forms };
    },

    async term(vocabulary, term, word, around, url) {
      const used = await inUse();
      if (!used || used.id !== vocabulary) return null;
      return define(used, term, word, around, url);
    },

    async lookUp(word, around, url) {
      const used = await inUse();
      const [form] = used ? formsSpelling(used.vocabulary, word) : [];
      const found = used && form && (await define(used, form.term, word, around, url));
      return found ? { found } : { found: null, word, near: await hits(word, nearMatches) };
    },

    async concept(id, word) {
      const used = await inUse();
      const { department } = await reader();
      const concept = used?.handbook.concepts.find((one) => one.id === id);
      if (!used || !concept || !mayRead(concept, department)) return null;
      const [form] = formsSpelling(used.vocabulary, word);
      const carried = form ? conceptsFor(used, form.term, department) : [];
      const others = carried.filter((other) => other !== concept);
      return present(used, [concept, ...others], word, { key: 'reason_chosen', names: [] }, true);
    },

    search: hits,
  };

  async function hits(query: string, limit: number): Promise<SearchHit[]> {
    const used = await inUse();
    if (!used) return [];
    const reading = await reader();
    return searchConcepts(used, query, reading, { limit, fold: simplified }).map(({ hit }) => hit);
  }

  async function define(
    used: InUse,
    term: number,
    word: string,
    around: Surroundings,
    url: string,
  ): Promise<Definition | null> {
    const asks = await reader();
    const candidates = conceptsFor(used, term, asks.department);
    if (candidates.length === 0) return null;
    const site = asks.speaksAt(url);
    const evidence: Evidence = {
      text: around.text,
      speakers: around.speakers,
      title: around.title,
      url,
      others: around.others
        .filter((other) => other !== term)
        .map((other) => conceptsFor(used, other, asks.department)),
      ...(site !== undefined && { siteDepartment: site }),
      ...(asks.department !== undefined && { reader: asks.department }),
    };
    const { order, why, certain } = rank(candidates, evidence, used.handbook);
    const name = (id: string) => used.presenter.departmentName(id, asks);
    return present(used, order, word, reasonOf(why, name), certain);
  }

  async function present(
    used: InUse,
    order: readonly Concept[],
    word: string,
    reason: Reason,
    certain: boolean,
  ): Promise<Definition> {
    const asks = await reader();
    const yours = order.findIndex((c) => asks.department !== undefined && c.department === asks.department);
    return {
      word,
      meanings: order.map((concept) => used.presenter.meaning(concept, asks, word)),
      reason,
      certain,
      ...(yours >= 0 && { yours }),
    };
  }
}

/** @returns the reason as a message of the interface */
function reasonOf(why: Why, name: (department: string) => string): Reason {
  switch (why.kind) {
    case 'words':
      return { key: 'reason_words', names: [why.words.slice(0, 3).join(' · ')] };
    case 'unknown-yours':
      return { key: 'reason_unknown_yours', names: [] };
    case 'unknown':
    case 'only':
      return { key: `reason_${why.kind}`, names: [] };
    default:
      return { key: `reason_${why.kind}`, names: [name(why.department)] };
  }
}
