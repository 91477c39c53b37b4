/** The extension's database. Content scripts cannot open it: theirs is the page's. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Handbook } from '@/utils/handbook/schema';
import type { Bytes, HandbookAbout, SyncState } from './handbook-store';

interface Schema extends DBSchema {
  /** The handbook in use; small, so that its state can be shown without reading it. */
  about: { key: Only; value: HandbookAbout };
  handbook: { key: Only; value: Handbook };
  /** The documents it was read from, as fetched, by digest. */
  documents: { key: string; value: Bytes };
  sync: { key: Only; value: SyncState };
  /** Derived from the handbook. */
  derived: { key: Only; value: { id: string; data: unknown } };
}

/** Key of a store that holds one record. */
type Only = 'current';

export type Database = IDBPDatabase<Schema>;

export const storeNames = ['about', 'handbook', 'documents', 'sync', 'derived'] as const;

const version = 1;

/**
 * @returns a function that opens the database at its first call and gives the same connection from then on; a new
 *   one after the browser closed it. Rejects where the browser allows no storage.
 */
export function databaseAt(name = 'common-ground'): () => Promise<Database> {
  let connection: Promise<Database> | null = null;
  const forget = () => {
    connection = null;
  };
  const open = async () => {
    const database = await openDB<Schema>(name, version, {
      upgrade(database) {
        for (const store of storeNames) database.createObjectStore(store);
      },
      // A newer version of the extension waits for this one to let go.
      blocking() {
        forget();
        database.close();
      },
      terminated: forget,
    });
    return database;
  };
  return () => {
    connection ??= open().catch((error) => {
      forget();
      throw error;
    });
    return connection;
  };
}
