/** Keeps the settings in the extension's storage. */
import { type Settings, type SettingsPatch, settled } from './settings';

/** The part of `storage.local` that is used. */
export interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface SettingsStore {
  get(): Promise<Settings>;
  /** `null` takes a setting back to its default. */
  set(patch: SettingsPatch): Promise<Settings>;
  /** Sets what follows from the settings as they are; nothing else is written in between. */
  update(change: (settings: Settings) => SettingsPatch): Promise<Settings>;
  /** Names of the settings that were set. */
  names(): Promise<string[]>;
  clear(): Promise<void>;
}

const key = 'settings';

export function createSettingsStore(area: StorageArea): SettingsStore {
  /** One write at a time, or two at once would each undo the other's. */
  let last: Promise<unknown> = Promise.resolve();
  const afterTheLast = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done.catch(() => {});
    return done;
  };
  const saved = async () => ((await area.get(key))[key] ?? {}) as Record<string, unknown>;
  const update: SettingsStore['update'] = (change) =>
    afterTheLast(async () => {
      const before = await saved();
      const given = Object.entries(change(settled(before))).filter(([, value]) => value !== undefined);
      const next = Object.fromEntries(
        Object.entries({ ...before, ...Object.fromEntries(given) }).filter(([, value]) => value !== null),
      );
      await area.set({ [key]: next });
      return settled(next);
    });
  return {
    get: async () => settled(await saved()),
    set: (patch) => update(() => patch),
    update,
    names: async () => Object.keys(await saved()),
    clear: () => afterTheLast(() => area.remove(key)),
  };
}
