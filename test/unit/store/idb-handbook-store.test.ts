import { forceCloseDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { unwrap } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bytes, revision } from '@/test/fixtures/revision';
import { readFormat } from '@/utils/handbook/read';
import { databaseAt } from '@/utils/store/database';
import type { HandbookStore } from '@/utils/store/handbook-store';
import { createHandbookStore } from '@/utils/store/idb-handbook-store';

let open: ReturnType<typeof databaseAt>;
let store: HandbookStore;
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  open = databaseAt();
  store = createHandbookStore(open);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const put = ({ about, handbook, documents }: ReturnType<typeof revision>) =>
  store.replace(about, handbook, documents);

/** All that the database holds, by store. */
async function everything() {
  const database = await open();
  const stores = [...database.objectStoreNames];
  const contents = await Promise.all(
    stores.map(async (name) => [name, await Promise.all([database.getAllKeys(name), database.getAll(name)])]),
  );
  return Object.fromEntries(contents);
}

describe('an empty database', () => {
  it('has no handbook, no document and no state', async () => {
    expect(await store.about()).toBeNull();
    expect(await store.current()).toBeNull();
    expect(await store.document('head-1')).toBeNull();
    expect(await store.syncState()).toBeNull();
  });

  it('has no validators to note', async () => {
    await store.revalidate({ etag: '"1"' });
    expect(await store.about()).toBeNull();
  });
});

it('what another release has read is known, but not in use', async () => {
  const { about, ...rest } = revision(1);
  const older = { ...about, readFormat: readFormat - 1 };
  await put({ about: older, ...rest });
  expect(await store.about()).toEqual(older);
  expect(await store.current()).toBeNull();
});

describe('replacing', () => {
  it('puts handbook, state and documents in place', async () => {
    const first = revision(1, ['a', 'b']);
    await put(first);
    expect(await store.current()).toEqual({ about: first.about, handbook: first.handbook });
    expect(await store.about()).toEqual(first.about);
    expect(await store.document('head-1')).toEqual(bytes('head-1'));
    expect(await store.document('b')).toEqual(bytes('b'));
  });

  it('forgets documents no longer in use, keeps those that still are, and stores none that is not', async () => {
    await put(revision(1, ['a', 'b']));
    const second = revision(2, ['b', 'c']);
    second.documents.delete('b');
    second.documents.set('stray', bytes('stray'));
    await put(second);
    const [keys] = (await everything()).documents;
    expect(keys).toEqual(['b', 'c', 'head-2']);
    expect(await store.document('b')).toEqual(bytes('b'));
  });

  it('survives closing the browser', async () => {
    await put(revision(1, ['a']));
    (await open()).close();
    const later = createHandbookStore(databaseAt());
    expect((await later.current())?.handbook.revision).toBe(1);
  });

  /** Requests that a replacement makes, each of which the browser may not live to see. */
  const steps = ['delete 1', 'delete 2', 'put 1', 'put 2', 'put 3', 'put 4'];
  it.each(steps)('leaves the old one whole if the browser closes at %s', async (step) => {
    await put(revision(1, ['a']));
    const before = await everything();
    const [method, count] = step.split(' ') as ['put' | 'delete', string];
    let calls = 0;
    const original = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      const request = Reflect.apply(original, this, args);
      calls += 1;
      // What a browser does to a transaction it does not finish.
      if (calls === Number(count)) this.transaction.abort();
      return request;
    });
    await expect(put(revision(2, ['b']))).rejects.toThrow();
    vi.restoreAllMocks();
    expect(calls).toBeGreaterThanOrEqual(Number(count));

    const later = createHandbookStore(databaseAt());
    expect((await later.current())?.handbook.revision).toBe(1);
    expect(await everything()).toEqual(before);
    await later.replace(...(Object.values(revision(2, ['b'])) as Parameters<HandbookStore['replace']>));
    expect((await later.current())?.handbook.revision).toBe(2);
  });

  it('leaves the old one whole if the new one cannot be stored', async () => {
    await put(revision(1, ['a']));
    const before = await everything();
    const second = revision(2, ['b']);
    Object.assign(second.handbook, { name: () => 'no data' });
    await expect(put(second)).rejects.toThrow(/cloned/);
    expect(await everything()).toEqual(before);
  });
});

describe('validators', () => {
  it('are noted without touching the rest, and forgotten where the server sends none', async () => {
    const { about, ...rest } = revision(1, []);
    await put({ about, ...rest });
    await store.revalidate({ lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' });
    const { etag: _, ...without } = about;
    expect(await store.about()).toEqual({ ...without, lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' });
  });
});

describe('clearing', () => {
  it('leaves nothing, not even what was derived', async () => {
    await put(revision(1, ['a']));
    await store.saveSyncState({ of: 'address', failures: 2 });
    await (await open()).put('derived', { id: 'v', data: [1] }, 'current');
    await store.clear();
    for (const contents of Object.values(await everything())) expect(contents).toEqual([[], []]);
  });
});

describe('the connection', () => {
  it('is opened once, and anew after the browser closed it', async () => {
    const first = await open();
    expect(await open()).toBe(first);
    // Its declared parameter is the class, not the connection.
    forceCloseDatabase(unwrap(first) as unknown as Parameters<typeof forceCloseDatabase>[0]);
    await new Promise(setImmediate);
    const second = await open();
    expect(second).not.toBe(first);
    await put(revision(1, []));
    expect(await store.about()).not.toBeNull();
  });

  it('is tried again after the browser refused it', async () => {
    const refusing = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('No storage here.', 'InvalidStateError');
    });
    await expect(store.about()).rejects.toThrow('No storage here.');
    expect(refusing).toHaveBeenCalledOnce();
    expect(await store.about()).toBeNull();
  });

  it('lets go for a newer version of the extension', async () => {
    await store.about();
    const upgraded = await new Promise<number>((resolve, reject) => {
      const request = indexedDB.open('common-ground', 99);
      request.onsuccess = () => resolve(request.result.version);
      request.onblocked = () => reject(new Error('The old connection is still open.'));
    });
    expect(upgraded).toBe(99);
  });
});
