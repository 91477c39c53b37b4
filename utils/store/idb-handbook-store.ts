/** The handbook in use, kept in the extension's database. */
import { readFormat } from '@/utils/handbook/read';
import { type Database, storeNames } from './database';
import type { HandbookStore } from './handbook-store';

/** @param open gives the database; see `databaseAt` */
export function createHandbookStore(open: () => Promise<Database>): HandbookStore {
  return {
    async about() {
      return (await (await open()).get('about', 'current')) ?? null;
    },

    async current() {
      const transaction = (await open()).transaction(['about', 'handbook']);
      const [about, handbook] = await Promise.all([
        transaction.objectStore('about').get('current'),
        transaction.objectStore('handbook').get('current'),
      ]);
      return about?.readFormat === readFormat && handbook ? { about, handbook } : null;
    },

    async document(digest) {
      return (await (await open()).get('documents', digest)) ?? null;
    },

    async replace(about, handbook, documents) {
      const transaction = (await open()).transaction(['about', 'handbook', 'documents'], 'readwrite');
      await atomically(transaction, async () => {
        const inUse = new Set([about.digest, ...about.parts.map(({ digest }) => digest)]);
        const store = transaction.objectStore('documents');
        const kept = new Set(await store.getAllKeys());
        const added = [...documents].filter(([digest]) => inUse.has(digest) && !kept.has(digest));
        await requests([
          ...[...kept].filter((digest) => !inUse.has(digest)).map((digest) => () => store.delete(digest)),
          ...added.map(
            ([digest, bytes]) =>
              () =>
                store.put(bytes, digest),
          ),
          () => transaction.objectStore('about').put(about, 'current'),
          () => transaction.objectStore('handbook').put(handbook, 'current'),
        ]);
      });
    },

    async revalidate(validators) {
      const transaction = (await open()).transaction('about', 'readwrite');
      await atomically(transaction, async () => {
        const about = await transaction.store.get('current');
        if (!about) return;
        const { etag: _etag, lastModified: _lastModified, ...rest } = about;
        await transaction.store.put({ ...rest, ...validators }, 'current');
      });
    },

    async syncState() {
      return (await (await open()).get('sync', 'current')) ?? null;
    },

    async saveSyncState(state) {
      await (await open()).put('sync', state, 'current');
    },

    async clear() {
      const transaction = (await open()).transaction(storeNames, 'readwrite');
      await atomically(transaction, async () => {
        await requests(storeNames.map((name) => () => transaction.objectStore(name).clear()));
      });
    },
  };
}

/** Makes all requests at once. One that throws instead of rejecting must not leave the others unwatched. */
async function requests(makers: ReadonlyArray<() => Promise<unknown>>): Promise<void> {
  await Promise.all(makers.map(async (make) => make()));
}

/** Without an abort, a transaction whose code fails half-way commits the half. */
async function atomically(
  transaction: { done: Promise<void>; abort(): void },
  work: () => Promise<void>,
): Promise<void> {
  // Awaited below; until then a rejection must not count as unhandled.
  transaction.done.catch(() => {});
  try {
    await work();
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It is aborted already: a failed request does that by itself.
    }
    throw error;
  }
  await transaction.done;
}
