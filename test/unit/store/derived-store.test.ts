import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { revision } from '@/test/fixtures/revision';
import { buildSearch } from '@/utils/handbook/search/build';
import { databaseAt } from '@/utils/store/database';
import { createDerivedStore, type Derived } from '@/utils/store/derived-store';
import { createHandbookStore } from '@/utils/store/idb-handbook-store';
import { buildVocabulary } from '@/utils/terms/vocabulary';

let open: ReturnType<typeof databaseAt>;
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  open = databaseAt();
});
afterEach(() => vi.unstubAllGlobals());

const derived: Derived = {
  vocabulary: buildVocabulary([], () => []),
  search: buildSearch([{ text: 'lead', language: 'en', concept: 0 }], { readings: () => [] }),
};

async function use(number: number): Promise<string> {
  const { about, handbook } = revision(number);
  await createHandbookStore(open).replace(about, handbook, new Map());
  return about.id;
}

it('gives back what was derived, for the handbook it was derived from alone', async () => {
  const id = await use(1);
  const store = createDerivedStore(open);
  expect(await store.read(id)).toBeNull();
  await store.save(id, derived);
  expect(await store.read(id)).toEqual(derived);
  expect(await store.read('another')).toBeNull();
});

it('keeps nothing of a handbook that was replaced meanwhile', async () => {
  const id = await use(1);
  await use(2);
  await createDerivedStore(open).save(id, derived);
  expect(await createDerivedStore(open).read(id)).toBeNull();
});

it('keeps nothing of a handbook that is being deleted at that moment', async () => {
  const id = await use(1);
  const store = createDerivedStore(open);
  await Promise.all([createHandbookStore(open).clear(), store.save(id, derived)]);
  expect(await store.read(id)).toBeNull();
});
