/** What the reader decided beside a board or mail. It stays on this machine. */
import type { Database } from './database';

export interface ChosenProject {
  project: string;
  /** ms since 1970 */
  at: number;
}

export interface Ticks {
  /** Keys of ticked entries. */
  entries: string[];
  /** Of the last tick, ms since 1970. */
  at: number;
}

export interface WorkspaceStore {
  /** @returns the project chosen for the first of `places` that one was chosen for, or null */
  chosen(places: readonly string[]): Promise<string | null>;
  /** @param project null: none is chosen any more */
  choose(places: readonly string[], project: string | null, at: number): Promise<void>;
  /** @returns keys of the entries ticked for a card or thread */
  ticked(place: string): Promise<Set<string>>;
  tick(place: string, entry: string, done: boolean, at: number): Promise<void>;
}

/** Places remembered at most: some years of work. The oldest go first. */
const mostPlaces = 5_000;

/**
 * @param open gives the database; see `databaseAt`
 * @param most places remembered in each store
 */
export function createWorkspaceStore(open: () => Promise<Database>, most = mostPlaces): WorkspaceStore {
  return {
    async chosen(places) {
      const database = await open();
      const found = await Promise.all(places.map((place) => database.get('chosen', place)));
      return found.find((record) => record !== undefined)?.project ?? null;
    },

    async choose(places, project, at) {
      const transaction = (await open()).transaction('chosen', 'readwrite');
      const { store } = transaction;
      for (const place of places) {
        if (project === null) await store.delete(place);
        else await store.put({ project, at }, place);
      }
      await forgetOldest(store);
      await transaction.done;
    },

    async ticked(place) {
      return new Set((await (await open()).get('ticks', place))?.entries);
    },

    async tick(place, entry, done, at) {
      const transaction = (await open()).transaction('ticks', 'readwrite');
      const { store } = transaction;
      const before = (await store.get(place))?.entries ?? [];
      const others = before.filter((one) => one !== entry);
      const entries = done ? [...others, entry] : others;
      if (entries.length === 0) await store.delete(place);
      else await store.put({ entries, at }, place);
      await forgetOldest(store);
      await transaction.done;
    },
  };

  async function forgetOldest(store: Growing): Promise<void> {
    const surplus = (await store.count()) - most;
    if (surplus <= 0) return;
    for (const place of await store.index('at').getAllKeys(null, surplus)) await store.delete(place);
  }
}

/** What both stores have within a transaction that may change them. */
interface Growing {
  count(): Promise<number>;
  delete(place: string): Promise<void>;
  index(name: 'at'): { getAllKeys(query: null, count: number): Promise<string[]> };
}
