/** What was derived from the handbook, kept so that a background that wakes need not derive it again. */
import { type SearchIndex, searchFormat } from '@/utils/handbook/search/shape';
import { type Vocabulary, vocabularyFormat } from '@/utils/terms/vocabulary';
import type { Database } from './database';

export interface Derived {
  vocabulary: Vocabulary;
  search: SearchIndex;
}

export interface DerivedStore {
  /** @returns what was derived for the handbook `id` in today's formats, or null */
  read(id: string): Promise<Derived | null>;
  /** Does nothing if the handbook in use is another by now, or none. */
  save(id: string, derived: Derived): Promise<void>;
}

/** @param open gives the database; see `databaseAt` */
export function createDerivedStore(open: () => Promise<Database>): DerivedStore {
  const versioned = (id: string) => `${vocabularyFormat}.${searchFormat} ${id}`;
  return {
    async read(id) {
      const record = await (await open()).get('derived', 'current');
      return record?.id === versioned(id) ? (record.data as Derived) : null;
    },
    async save(id, data) {
      const transaction = (await open()).transaction(['about', 'derived'], 'readwrite');
      const about = await transaction.objectStore('about').get('current');
      if (about?.id === id)
        await transaction.objectStore('derived').put({ id: versioned(id), data }, 'current');
      await transaction.done;
    },
  };
}
