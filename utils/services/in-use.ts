/** The handbook in use with all that is derived from it, kept at hand while the background lives. */

import { readable } from '@/utils/handbook/audience';
import type { Concept, Handbook } from '@/utils/handbook/schema';
import { searchBuilder } from '@/utils/handbook/search/build';
import type { Readings, SearchIndex } from '@/utils/handbook/search/shape';
import type { Derived, DerivedStore } from '@/utils/store/derived-store';
import { prepareUsage } from '@/utils/terms/evidence/usage';
import type { ConvertHan } from '@/utils/terms/variants';
import { buildVocabulary, type Vocabulary } from '@/utils/terms/vocabulary';
import { conceptsCarrying, live, restrictedConcepts } from './concepts';
import { createPresenter, type Presenter } from './present';

export interface InUse {
  /** Another whenever the content is. */
  id: string;
  handbook: Handbook;
  vocabulary: Vocabulary;
  search: SearchIndex;
  presenter: Presenter;
  /** Concepts that not everyone may read; most handbooks have none. */
  restricted: readonly Concept[];
}

export interface InUseDependencies {
  current(): Promise<{ id: string; handbook: Handbook } | null>;
  derived: DerivedStore;
  convertHan: ConvertHan;
  /** Simplified form of a typed text. */
  simplified(text: string): string;
  readings(): Promise<Readings>;
  /** Lets others in between two slices of long work. */
  pause(): Promise<void>;
}

/** @returns the handbook in use, read once; `forget` when another takes its place */
export function createInUse(dependencies: InUseDependencies): {
  get(): Promise<InUse | null>;
  forget(): void;
} {
  let loading: Promise<InUse | null> | null = null;
  return {
    get() {
      if (loading) return loading;
      const mine: Promise<InUse | null> = load(dependencies).catch((error) => {
        if (loading === mine) loading = null;
        throw error;
      });
      loading = mine;
      return mine;
    },
    forget() {
      loading = null;
    },
  };
}

async function load(dependencies: InUseDependencies): Promise<InUse | null> {
  const current = await dependencies.current();
  if (!current) return null;
  const { id, handbook } = current;
  const kept = await dependencies.derived.read(id);
  const derived = kept ?? (await derive(handbook, dependencies));
  // A full disk costs time, no word.
  if (!kept) await dependencies.derived.save(id, derived).catch((error) => console.error('derived:', error));
  const rivals = rivalsOf({ ...derived, handbook });
  void prepareMeanings(handbook, dependencies.pause);
  return {
    id,
    handbook,
    ...derived,
    restricted: restrictedConcepts(handbook),
    presenter: createPresenter(
      handbook,
      (concept, department) => readable([...(rivals.get(concept) ?? [])], department).length > 0,
    ),
  };
}

/** Nobody waits for it: who asks first finishes it. */
async function prepareMeanings(handbook: Handbook, pause: () => Promise<void>): Promise<void> {
  for (const _ of prepareUsage(handbook)) await pause();
}

async function derive(
  handbook: Handbook,
  { convertHan, simplified, readings, pause }: InUseDependencies,
): Promise<Derived> {
  const vocabulary = buildVocabulary(handbook.concepts, convertHan);
  const entries = handbook.concepts.flatMap(({ terms }, concept) =>
    terms.map(({ text, language }) => ({ text, language, concept })),
  );
  const builder = searchBuilder(entries, { readings: await readings(), fold: simplified });
  for (;;) {
    const step = builder.next();
    if (step.done) return { vocabulary, search: step.value };
    await pause();
  }
}

/** @returns to every concept in use the others that share a term with it; none for one without */
function rivalsOf(used: Pick<InUse, 'handbook' | 'vocabulary'>): Map<Concept, Set<Concept>> {
  const rivals = new Map<Concept, Set<Concept>>();
  for (let term = 0; term + 1 < used.vocabulary.conceptOffsets.length; term++) {
    const concepts = live(conceptsCarrying(used, term));
    if (concepts.length < 2) continue;
    for (const concept of concepts) {
      const known = rivals.get(concept) ?? new Set();
      for (const other of concepts) if (other !== concept) known.add(other);
      rivals.set(concept, known);
    }
  }
  return rivals;
}
