import { afterEach, expect, it, vi } from 'vitest';
import { revision } from '@/test/fixtures/revision';
import { readHandbook } from '@/utils/handbook/read';
import { createInUse, type InUseDependencies } from '@/utils/services/in-use';
import type { Derived } from '@/utils/store/derived-store';

afterEach(() => vi.restoreAllMocks());

/** A disk with one handbook on it; how often it was read, and what was derived from it. */
function disk(over: Partial<InUseDependencies> = {}) {
  const { about, handbook } = revision(1);
  let saved: Derived | null = null;
  const current = vi.fn(
    async (): Promise<{ id: string; handbook: typeof handbook } | null> => ({
      id: about.id,
      handbook,
    }),
  );
  const derived = {
    read: vi.fn(async () => saved),
    save: vi.fn(async (_id: string, derived: Derived) => {
      saved = derived;
    }),
  };
  const inUse = createInUse({
    current,
    derived,
    convertHan: () => [],
    simplified: (text) => text,
    readings: async () => () => [],
    pause: async () => {},
    ...over,
  });
  return { current, derived, inUse, id: about.id };
}

it('is read once, by whoever asks first', async () => {
  const { current, derived, inUse, id } = disk();
  const [first, second] = await Promise.all([inUse.get(), inUse.get()]);
  expect(first?.id).toBe(id);
  expect(second).toBe(first);
  expect(await inUse.get()).toBe(first);
  expect(current).toHaveBeenCalledOnce();
  expect(derived.save).toHaveBeenCalledOnce();
});

it('is read anew once forgotten, from what was derived before', async () => {
  const { current, derived, inUse } = disk();
  const first = await inUse.get();
  inUse.forget();
  const second = await inUse.get();
  expect(second).not.toBe(first);
  expect(second?.vocabulary).toEqual(first?.vocabulary);
  expect(current).toHaveBeenCalledTimes(2);
  expect(derived.save).toHaveBeenCalledOnce();
});

it('is none where there is no handbook, until one is said to be there', async () => {
  const { current, inUse, id } = disk();
  current.mockResolvedValueOnce(null);
  expect(await inUse.get()).toBeNull();
  expect(await inUse.get()).toBeNull();
  inUse.forget();
  expect((await inUse.get())?.id).toBe(id);
});

it('is there although what was derived cannot be kept, and is derived once', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const save = vi.fn(() => Promise.reject(new DOMException('Full.', 'QuotaExceededError')));
  const { inUse, id } = disk({ derived: { read: async () => null, save } });
  expect((await inUse.get())?.id).toBe(id);
  await inUse.get();
  expect(save).toHaveBeenCalledOnce();
  expect(log).toHaveBeenCalledOnce();
});

it('is tried again after it could not be read', async () => {
  const { current, inUse, id } = disk();
  current.mockRejectedValueOnce(new Error('No storage here.'));
  await expect(inUse.get()).rejects.toThrow('No storage here.');
  expect((await inUse.get())?.id).toBe(id);
});

it('forgets nothing newer when an older reading fails', async () => {
  const { current, inUse, id } = disk();
  let fail = (_: Error) => {};
  current.mockReturnValueOnce(
    new Promise((_, reject) => {
      fail = reject;
    }),
  );
  const old = inUse.get();
  inUse.forget();
  const fresh = inUse.get();
  fail(new Error('too late'));
  await expect(old).rejects.toThrow('too late');
  expect((await fresh)?.id).toBe(id);
  await inUse.get();
  expect(current).toHaveBeenCalledTimes(2);
});

it('has a word for contested only where a reader may read another meaning', async () => {
  const handbook = readHandbook({
    format: 1,
    name: 'Own',
    concepts: [
      { id: 'a', terms: ['margin'], definition: 'One.' },
      { id: 'b', terms: ['margin'], definition: 'Two.', audience: ['finance'] },
      { id: 'c', terms: ['margin'], definition: 'Three.', status: 'retired' },
      { id: 'd', terms: ['lead'], definition: 'Four.' },
    ],
    departments: [{ id: 'finance', name: 'Finance' }],
  }).handbook!;
  const { inUse } = disk({ current: async () => ({ id: 'v1', handbook }) });
  const { presenter } = (await inUse.get())!;
  const reading = { languages: ['en'], today: '2026-01-01' };
  const contested = (department?: string) =>
    handbook.concepts.map(
      (concept) =>
        presenter.hit(concept, department === undefined ? reading : { ...reading, department }).contested,
    );
  expect(contested()).toEqual([false, true, false, false]);
  expect(contested('finance')).toEqual([true, true, false, false]);
});
