/** Which service answers which message. */
import type { Stored } from '@/utils/messages/protocol';
import type { Handlers } from '@/utils/messages/serve';
import { wakeAt } from '@/utils/platform/alarms';
import { bytesStored } from '@/utils/platform/stored';
import type { Settings, SettingsPatch } from '@/utils/store/settings';
import type { Services } from './services';

/** Settings that decide where the handbook comes from; a change means: look at once. */
const sourceSettings = ['source', 'address', 'authorization', 'cookies'] as const satisfies Array<
  keyof Settings
>;

export function createHandlers({
  store,
  settings,
  sync,
  pages,
  define,
  inUse,
  refreshPages,
}: Services): Handlers {
  return {
    'page.start': (_, { url }) => pages.start(url),
    'page.terms': ({ vocabulary, keys }) => define.forms(vocabulary, keys),
    'page.define': ({ vocabulary, term, word, around }, { url }) =>
      define.term(vocabulary, term, word, around, url),
    'page.lookUp': ({ word, around }, { url }) => define.lookUp(word, around, url),
    'page.concept': ({ concept }) => define.concept(concept),

    'handbook.status': () => sync.status(),
    'handbook.refresh': () => check(),
    search: ({ query, limit }) => define.search(query, limit),
    'search.concept': ({ concept }) => define.concept(concept),
    'settings.get': () => settings.get(),
    'settings.set': (patch) => setSettings(patch),
    'site.state': ({ url }) => pages.state(url),
    'site.rule': ({ url, ...change }) => pages.setRule(url, change),
    stored,
    async 'stored.delete'() {
      await store.clear();
      await settings.clear();
      inUse.forget();
      await refreshPages();
      return stored();
    },
  };

  async function check() {
    const status = await sync.check('hand');
    await wakeAt('check-handbook', status.nextCheckAt);
    return status;
  }

  async function setSettings(patch: SettingsPatch): Promise<Settings> {
    const next = await settings.set(patch);
    if (sourceSettings.some((name) => patch[name] !== undefined)) await check();
    await refreshPages();
    return next;
  }

  async function stored(): Promise<Stored> {
    const about = await store.about();
    return {
      bytes: await bytesStored(),
      handbook: about !== null,
      terms: about?.counts.concepts ?? 0,
      settings: await settings.names(),
    };
  }
}
