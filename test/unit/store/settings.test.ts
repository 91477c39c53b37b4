import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaults, settled } from '@/utils/store/settings';
import { createSettingsStore, type StorageArea } from '@/utils/store/settings-store';

/** A storage area that takes a turn of the event loop for each call, as the browser's does. */
function memory(saved: Record<string, unknown> = {}): StorageArea & { saved: Record<string, unknown> } {
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  return {
    saved,
    async get(key) {
      await turn();
      return key in saved ? { [key]: structuredClone(saved[key]) } : {};
    },
    async set(items) {
      await turn();
      Object.assign(saved, items);
    },
    async remove(key) {
      await turn();
      delete saved[key];
    },
  };
}

describe('settings', () => {
  it('are the defaults where nothing was set', async () => {
    expect(await createSettingsStore(memory()).get()).toEqual(defaults);
  });

  it('keep only what was set, and take back what is set to null', async () => {
    const area = memory();
    const store = createSettingsStore(area);
    await store.set({ density: 'all', department: 'sales' });
    expect(area.saved).toEqual({ settings: { density: 'all', department: 'sales' } });
    expect((await store.set({ density: null })).density).toBe(defaults.density);
    expect(await store.names()).toEqual(['department']);
  });

  it('lose nothing when two are set at once', async () => {
    const store = createSettingsStore(memory());
    await Promise.all([
      store.set({ density: 'all' }),
      store.set({ theme: 'dark' }),
      store.set({ hints: false }),
    ]);
    expect(await store.get()).toMatchObject({ density: 'all', theme: 'dark', hints: false });
  });

  it('go on after a write that failed', async () => {
    const area = memory();
    const store = createSettingsStore({ ...area, set: () => Promise.reject(new Error('full')) });
    await expect(store.set({ hints: false })).rejects.toThrow('full');
    await expect(store.clear()).resolves.toBeUndefined();
  });

  it('replace a value that makes no sense by its default, whatever was saved', () => {
    expect(settled({ density: 'often', refreshEvery: 1, hints: false })).toEqual({
      ...defaults,
      hints: false,
    });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(defaults), 'old'), fc.anything()), (saved) => {
        expect(Object.keys(settled(saved)).sort()).toEqual(Object.keys(defaults).sort());
      }),
    );
  });
});
