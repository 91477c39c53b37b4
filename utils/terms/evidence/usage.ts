/** How a handbook uses words: how rare each is, and whose it is. */
import type { Concept, Handbook, Text } from '@/utils/handbook/schema';
import { contentWords } from '../wording';

/** A big handbook is judged by so many of its concepts, evenly taken: more would cost seconds and say the same. */
const sampleSize = 1000;
/** Concepts that are counted in one slice: some milliseconds. */
const sliceSize = 20;
/** In a handbook smaller than this a word is not common because two concepts of three use it. */
const fewest = 100;
/** A word met in so many concepts says half of what it would if it were met in very many. */
const halfTrust = 1;

/** Content words of one concept. */
export interface ConceptWords {
  /** Of its definition, example and note, and its near words. */
  own: ReadonlySet<string>;
  /** Of its terms. */
  terms: ReadonlySet<string>;
}

export class Usage {
  readonly #words = new WeakMap<Concept, ConceptWords>();
  readonly #sample: ReadonlySet<Concept>;
  readonly #uncounted: Concept[];
  /** Of each word, in how many concepts of each department it is; '' is the whole company. */
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #byId: ReadonlyMap<string, Concept>;
  /** Ids of the concepts that name one as related. */
  readonly #backwards = new Map<string, string[]>();

  constructor({ concepts }: Handbook) {
    const live = concepts.filter(({ status }) => status !== 'retired');
    this.#byId = new Map(live.map((concept) => [concept.id, concept]));
    for (const { id, related } of live) {
      for (const other of related) this.#backwards.set(other, [...(this.#backwards.get(other) ?? []), id]);
    }
    const step = Math.max(1, live.length / sampleSize);
    const size = Math.min(live.length, sampleSize);
    this.#sample = new Set(Array.from({ length: size }, (_, i) => live[Math.floor(i * step)]!));
    this.#uncounted = [...this.#sample];
  }

  /** Counts the words of some more concepts. @returns whether there are more */
  countSlice(): boolean {
    for (const concept of this.#uncounted.splice(-sliceSize)) {
      for (const word of this.#all(concept)) {
        const counts = this.#counts.get(word) ?? new Map<string, number>();
        this.#counts.set(word, counts);
        counts.set(departmentOf(concept), (counts.get(departmentOf(concept)) ?? 0) + 1);
      }
    }
    return this.#uncounted.length > 0;
  }

  wordsOf(concept: Concept): ConceptWords {
    const known = this.#words.get(concept);
    if (known) return known;
    const near = concept.terms.flatMap(({ match }) => match?.near ?? []);
    const texts = [concept.definition, concept.example, concept.note].flatMap(inAllLanguages);
    const words = {
      own: contentWords([...near, ...texts].join('\n')),
      terms: contentWords(concept.terms.map(({ text }) => text).join('\n')),
    };
    this.#words.set(concept, words);
    return words;
  }

  /** @returns the words of the concepts that are related to one, either way */
  wordsAround(concept: Concept): Set<string> {
    const ids = [...concept.related, ...(this.#backwards.get(concept.id) ?? [])];
    return new Set(
      ids.flatMap((id) => {
        const related = this.#byId.get(id);
        return related ? [...this.#all(related)] : [];
      }),
    );
  }

  /** @returns 1 for a word that one concept uses or none, near 0 for one that nearly all use */
  rarity(word: string): number {
    const size = Math.max(this.#sample.size, fewest);
    return Math.log(size / Math.max(1, this.#total(word))) / Math.log(size);
  }

  /** @returns which share of the concepts that use a word are of a concept's department, itself among them */
  share(word: string, concept: Concept): number {
    return this.#ofDepartment(word, concept) / Math.max(1, this.#total(word));
  }

  /** @returns the same by its department's other concepts: how it talks; less where few use the word */
  talk(word: string, concept: Concept): number {
    const { own, terms } = this.wordsOf(concept);
    const itself = Number(this.#sample.has(concept) && (own.has(word) || terms.has(word)));
    const total = this.#total(word) - itself;
    return total > 0 ? (this.#ofDepartment(word, concept) - itself) / (total + halfTrust) : 0;
  }

  #ofDepartment(word: string, concept: Concept): number {
    return this.#counts.get(word)?.get(departmentOf(concept)) ?? 0;
  }

  #total(word: string): number {
    let total = 0;
    for (const count of this.#counts.get(word)?.values() ?? []) total += count;
    return total;
  }

  #all(concept: Concept): Set<string> {
    const { own, terms } = this.wordsOf(concept);
    return new Set([...own, ...terms]);
  }
}

const usages = new WeakMap<Handbook, Usage>();

/** @returns how a handbook uses words; found once, at once if `prepareUsage` has not come so far */
export function usageOf(handbook: Handbook): Usage {
  const usage = begun(handbook);
  while (usage.countSlice());
  return usage;
}

/** Finds in slices how a handbook uses words, so that the first question need not wait for it. */
export function* prepareUsage(handbook: Handbook): Generator<void> {
  const usage = begun(handbook);
  while (usage.countSlice()) yield;
}

function begun(handbook: Handbook): Usage {
  const usage = usages.get(handbook) ?? new Usage(handbook);
  usages.set(handbook, usage);
  return usage;
}

function departmentOf({ department }: Concept): string {
  return department ?? '';
}

function inAllLanguages(text: Text | undefined): string[] {
  return typeof text === 'string' ? [text] : Object.values(text ?? {});
}
