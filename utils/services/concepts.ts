/** Which concepts a word stands for, and which of them a reader is told of. */
import { mayRead, readable } from '@/utils/handbook/audience';
import type { Concept, Handbook } from '@/utils/handbook/schema';
import { type SearchOptions, search } from '@/utils/handbook/search/query';
import type { SearchHit } from '@/utils/messages/definition';
import { CONTESTED, type Form } from '@/utils/terms/form';
import { conceptsOf } from '@/utils/terms/vocabulary';
import type { InUse } from './in-use';
import type { Reading } from './present';

type Carrying = Pick<InUse, 'handbook' | 'vocabulary'>;

/** @returns all concepts that carry a term, also what not everyone may read; none for a term that does not exist */
export function conceptsCarrying({ handbook, vocabulary }: Carrying, term: number): Concept[] {
  return conceptsOf(vocabulary, term).map((index) => handbook.concepts[index]!);
}

/** @returns those that are in use */
export function live(concepts: readonly Concept[]): Concept[] {
  return concepts.filter(({ status }) => status !== 'retired');
}

/** @returns those that not everyone may read */
export function restrictedConcepts({ concepts }: Pick<Handbook, 'concepts'>): Concept[] {
  return concepts.filter(({ audience }) => audience.length > 0);
}

/** @returns concepts carrying a term that a reader of that department may read */
export function conceptsFor(used: Carrying, term: number, department: string | undefined): Concept[] {
  return readable(conceptsCarrying(used, term), department);
}

/** @returns forms as if what a reader may not read were not in the handbook */
export function formsFor(used: Carrying, forms: readonly Form[], department: string | undefined): Form[] {
  return forms.flatMap((form) => {
    const concepts = conceptsFor(used, form.term, department);
    if (concepts.length === 0) return [];
    return live(concepts).length > 1 ? form : { ...form, flags: form.flags & ~CONTESTED };
  });
}

/** @returns concepts that a reader may read, each with its score (0 is best), the best first */
export function searchConcepts(
  used: InUse,
  query: string,
  reading: Reading,
  { limit, fold }: Required<SearchOptions>,
): Array<{ hit: SearchHit; score: number }> {
  const { concepts } = used.handbook;
  // Each concept is found once, so that these are all that may take another's place.
  const hidden = used.restricted.filter((concept) => !mayRead(concept, reading.department)).length;
  return search(used.search, query, { limit: limit + hidden, fold })
    .filter(({ concept }) => mayRead(concepts[concept]!, reading.department))
    .slice(0, limit)
    .map(({ concept, text, score }) => ({
      hit: used.presenter.hit(concepts[concept]!, reading, text),
      score,
    }));
}
