import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryArea } from '@/test/fixtures/memory-area';
import { defaults, settled } from '@/utils/store/settings';
import { createSettingsStore } from '@/utils/store/settings-store';

describe('settings', () => {
  it('are the defaults where nothing was set', async () => {
    expect(await createSettingsStore(memoryArea()).get()).toEqual(defaults);
  });

  it('keep only what was set, and take back what is set to null', async () => {
    const area = memoryArea();
    const store = createSettingsStore(area);
    await store.set({ density: 'all', department: 'sales' });
    expect(area.saved).toEqual({ settings: { density: 'all', department: 'sales' } });
    expect((await store.set({ density: null })).density).toBe(defaults.density);
    expect(await store.names()).toEqual(['department']);
  });

  it('lose nothing when two are set at once', async () => {
    const store = createSettingsStore(memoryArea());
    await Promise.all([
      store.set({ density: 'all' }),
      store.set({ theme: 'dark' }),
      store.set({ hints: false }),
    ]);
    expect(await store.get()).toMatchObject({ density: 'all', theme: 'dark', hints: false });
  });

  it('lose nothing when what is set follows from what was', async () => {
    const store = createSettingsStore(memoryArea());
    const add = (name: string) =>
      store.update(({ sites }) => ({
        sites: [...sites, { origin: `https://${name}.example.com`, rule: 'on' as const }],
      }));
    await Promise.all([add('a'), add('b')]);
    expect((await store.get()).sites.map(({ origin }) => origin)).toEqual([
      'https://a.example.com',
      'https://b.example.com',
    ]);
  });

  it('go on after a write that failed', async () => {
    const area = memoryArea();
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
