/** Searches all of the handbook as one list: departments, projects, documents and concepts. */
import { mayRead } from '@/utils/handbook/audience';
import type { Department, Handbook, Project, Text } from '@/utils/handbook/schema';
import { buildSearch } from '@/utils/handbook/search/build';
import { search } from '@/utils/handbook/search/query';
import type { Readings, SearchEntry, SearchIndex } from '@/utils/handbook/search/shape';
import type { Found } from '@/utils/messages/context';
import { searchConcepts } from './concepts';
import type { InUse } from './in-use';
import type { Reading } from './present';
import { type ContextPresenter, createContextPresenter, hoursOf } from './present-context';

export interface HandbookSearchNeeds {
  inUse(): Promise<InUse | null>;
  reader(): Promise<Reading>;
  /** Simplified form of a typed text. */
  simplified(text: string): string;
  readings(): Promise<Readings>;
  /** ms since 1970 */
  now(): number;
}

/** What is found by name. They are few, so their index is made at the first search and not stored. */
type Item =
  | { kind: 'department'; department: Department }
  | { kind: 'project'; project: Project }
  | { kind: 'document'; document: Project['documents'][number]; project: Project };

interface Named {
  items: Item[];
  index: SearchIndex;
}

/** @returns what finds by terms and names, in any case, script and as pinyin, as `handbook/search` does; the best first */
export function createHandbookSearch({ inUse, reader, simplified, readings, now }: HandbookSearchNeeds) {
  const made = new WeakMap<Handbook, Promise<Named>>();
  return async (query: string, limit: number): Promise<Found[]> => {
    const used = await inUse();
    if (!used) return [];
    const [reading, { items, index }] = await Promise.all([reader(), named(used.handbook)]);
    const present = createContextPresenter(used, reading);
    const options = { limit, fold: simplified };
    const byName = search(index, query, { ...options, limit: items.length }).flatMap(({ concept, score }) => {
      const item = items[concept]!;
      const hidden = item.kind === 'document' && !mayRead(item.document, reading.department);
      return hidden ? [] : [{ score, found: shown(item, present, now()) }];
    });
    const byTerm = searchConcepts(used, query, reading, options).map(({ hit, score }) => ({
      score,
      found: { kind: 'concept' as const, hit },
    }));
    // Both scores are of the same tiers; of what fits alike, names come first.
    return [...byName, ...byTerm]
      .sort((a, b) => a.score - b.score)
      .slice(0, limit)
      .map(({ found }) => found);
  };

  function named(handbook: Handbook): Promise<Named> {
    const known = made.get(handbook);
    if (known) return known;
    const making = readings().then((known) => index(handbook, { readings: known, fold: simplified }));
    // What failed is tried again.
    making.catch(() => made.delete(handbook));
    made.set(handbook, making);
    return making;
  }
}

function index(handbook: Handbook, options: Parameters<typeof buildSearch>[1]): Named {
  const main = handbook.languages[0] ?? 'en';
  const items: Item[] = [
    ...handbook.departments.map((department) => ({ kind: 'department' as const, department })),
    ...handbook.projects.map((project) => ({ kind: 'project' as const, project })),
    ...handbook.projects.flatMap((project) =>
      project.documents.map((document) => ({ kind: 'document' as const, document, project })),
    ),
  ];
  const entries = items.flatMap((item, concept) =>
    namesOf(item).flatMap((name) => entriesOf(name, concept, main)),
  );
  return { items, index: buildSearch(entries, options) };
}

function namesOf(item: Item): Text[] {
  switch (item.kind) {
    case 'department':
      return [item.department.name, ...item.department.contacts.map(({ name }) => name)];
    case 'project':
      return [item.project.name];
    case 'document':
      return [item.document.title];
  }
}

function entriesOf(name: Text, concept: number, main: string): SearchEntry[] {
  if (typeof name === 'string') return [{ text: name, language: main, concept }];
  return Object.entries(name).map(([language, text]) => ({ text, language, concept }));
}

function shown(item: Item, { words, who }: ContextPresenter, now: number): Found {
  switch (item.kind) {
    case 'department':
      return {
        kind: 'department',
        who: who(item.department, { people: [], hours: hoursOf(item.department, now) }),
      };
    case 'project': {
      const { id, name, goal } = item.project;
      return { kind: 'project', id, name: words(name), goal: words(goal) };
    }
    case 'document': {
      const { title, url } = item.document;
      return { kind: 'document', title: words(title), url, project: words(item.project.name) };
    }
  }
}
