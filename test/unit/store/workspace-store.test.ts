import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { revision } from '@/test/fixtures/revision';
import { databaseAt, storeNames } from '@/utils/store/database';
import { createHandbookStore } from '@/utils/store/idb-handbook-store';
import { createWorkspaceStore, type WorkspaceStore } from '@/utils/store/workspace-store';

let open: ReturnType<typeof databaseAt>;
let store: WorkspaceStore;
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  open = databaseAt();
  store = createWorkspaceStore(open);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a chosen project', () => {
  it('is that of the first place that one was chosen for', async () => {
    expect(await store.chosen(['a', 'b'])).toBeNull();
    await store.choose(['b', 'c'], 'lamp', 1);
    await store.choose(['d'], 'chair', 2);
    expect(await store.chosen(['a', 'b'])).toBe('lamp');
    expect(await store.chosen(['d', 'c'])).toBe('chair');
    expect(await store.chosen([])).toBeNull();
  });
  it('is replaced by another, and by none', async () => {
    await store.choose(['a', 'b'], 'lamp', 1);
    await store.choose(['a'], 'chair', 2);
    expect([await store.chosen(['a']), await store.chosen(['b'])]).toEqual(['chair', 'lamp']);
    await store.choose(['a', 'b'], null, 3);
    expect(await store.chosen(['a', 'b'])).toBeNull();
    expect(await (await open()).count('chosen')).toBe(0);
  });
});

describe('ticks', () => {
  it('are kept by card, and taken back', async () => {
    await store.tick('card', 'one', true, 1);
    await store.tick('card', 'two', true, 2);
    await store.tick('card', 'two', true, 3);
    await store.tick('other', 'two', true, 4);
    expect(await store.ticked('card')).toEqual(new Set(['one', 'two']));
    await store.tick('card', 'two', false, 5);
    expect(await store.ticked('card')).toEqual(new Set(['one']));
    expect(await store.ticked('other')).toEqual(new Set(['two']));
    await store.tick('card', 'one', false, 6);
    await store.tick('card', 'never', false, 7);
    expect(await store.ticked('card')).toEqual(new Set());
    expect(await (await open()).getAllKeys('ticks')).toEqual(['other']);
  });
  it('made at once are all kept', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((entry) => store.tick('card', entry, true, 1)));
    expect(await store.ticked('card')).toEqual(new Set(['a', 'b', 'c', 'd']));
  });
});

it('the oldest places are forgotten first, by when they were used last', async () => {
  const small = createWorkspaceStore(open, 2);
  await small.tick('first', 'x', true, 1);
  await small.tick('second', 'x', true, 2);
  await small.tick('first', 'y', true, 3);
  await small.tick('third', 'x', true, 4);
  expect(await (await open()).getAllKeys('ticks')).toEqual(['first', 'third']);
  await small.choose(['a', 'b', 'c'], 'lamp', 1);
  await small.choose(['d'], 'lamp', 2);
  expect(await (await open()).getAllKeys('chosen')).toEqual(['c', 'd']);
});

describe('the database', () => {
  it('of version 1 keeps all it holds when it becomes version 2', async () => {
    const before = await openDB('common-ground', 1, {
      upgrade(database) {
        for (const name of ['about', 'handbook', 'documents', 'sync', 'derived'])
          database.createObjectStore(name);
      },
    });
    const { about, handbook, documents } = revision(1, ['a']);
    await before.put('about', about, 'current');
    await before.put('handbook', handbook, 'current');
    for (const [digest, bytes] of documents) await before.put('documents', bytes, digest);
    await before.put('sync', { of: 'address', failures: 1 }, 'current');
    await before.put('derived', { id: 'v', data: [1] }, 'current');
    before.close();

    await store.tick('card', 'one', true, 1);
    const database = await open();
    expect(database.version).toBe(2);
    const handbooks = createHandbookStore(open);
    expect(await handbooks.current()).toEqual({ about, handbook });
    expect(await handbooks.document('a')).toEqual(documents.get('a'));
    expect(await handbooks.syncState()).toEqual({ of: 'address', failures: 1 });
    expect(await database.get('derived', 'current')).toEqual({ id: 'v', data: [1] });
    expect(await store.ticked('card')).toEqual(new Set(['one']));
  });
  it('has the stores that are emptied with it, and no other', async () => {
    expect([...(await open()).objectStoreNames].sort()).toEqual([...storeNames].sort());
  });
  it('holds nothing of it once it was emptied', async () => {
    await store.choose(['a'], 'lamp', 1);
    await store.tick('card', 'one', true, 1);
    await createHandbookStore(open).clear();
    expect(await store.chosen(['a'])).toBeNull();
    expect(await store.ticked('card')).toEqual(new Set());
  });
});
