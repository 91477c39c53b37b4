/** The extension's database. Content scripts cannot open it: theirs is the page's. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Handbook } from '@/utils/handbook/schema';
import type { Bytes, HandbookAbout, SyncState } from './handbook-store';
import type { ChosenProject, Ticks } from './workspace-store';

interface Schema extends DBSchema {
  /** The handbook in use; small, so that its state can be shown without reading it. */
  about: { key: Only; value: HandbookAbout };
  handbook: { key: Only; value: Handbook };
  /** The documents it was read from, as fetched, by digest. */
  documents: { key: string; value: Bytes };
  sync: { key: Only; value: SyncState };
  /** Derived from the handbook. */
  derived: { key: Only; value: { id: string; data: unknown } };
  /** The project that the reader chose for a place, by place. */
  chosen: { key: string; value: ChosenProject; indexes: { at: number } };
  /** What is ticked of checklists, by card or thread. */
  ticks: { key: string; value: Ticks; indexes: { at: number } };
}

/** Key of a store that holds one record. */
type Only = 'current';

export type Database = IDBPDatabase<Schema>;

/** Stores that hold the handbook and what comes from it. */
const ofHandbook = ['about', 'handbook', 'documents', 'sync', 'derived'] as const;
/** Stores that grow with use, and so forget the oldest. */
const ofWork = ['chosen', 'ticks'] as const;

export const storeNames = [...ofHandbook, ...ofWork] as const;

const version = 2;

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
      upgrade(database, before) {
        if (before < 1) for (const store of ofHandbook) database.createObjectStore(store);
        if (before < 2) for (const store of ofWork) database.createObjectStore(store).createIndex('at', 'at');
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
