import { isExact } from './exact';
import type { Handbook } from './schema';

/** How much a handbook holds. */
export interface Counts {
  concepts: number;
  /** Terms that designate two or more concepts, written alike but for width, and for case where that tells nothing (`isExact`). */
  contested: number;
  departments: number;
  projects: number;
}

/** @returns the counts of what is in use: retired concepts are not */
export function countsOf(handbook: Handbook): Counts {
  const inUse = handbook.concepts.filter(({ status }) => status !== 'retired');
  const conceptsOf = new Map<string, Set<string>>();
  for (const { id, terms } of inUse) {
    for (const term of terms) {
      const written = term.text.normalize('NFKC');
      const form = isExact(term) ? written : written.toLowerCase();
      conceptsOf.set(form, (conceptsOf.get(form) ?? new Set()).add(id));
    }
  }
  return {
    concepts: inUse.length,
    contested: [...conceptsOf.values()].filter(({ size }) => size > 1).length,
    departments: handbook.departments.length,
    projects: handbook.projects.length,
  };
}
