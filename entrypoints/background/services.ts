/** Builds the services of the background out of the browser's parts. */

import { loadReadings } from '@/utils/handbook/search/readings';
import { hostPatterns } from '@/utils/hosts/registry';
import { translator } from '@/utils/messages/translate';
import { wakeAt } from '@/utils/platform/alarms';
import { wasAsked } from '@/utils/platform/asked-tabs';
import { awakeWhile } from '@/utils/platform/awake';
import { browser } from '@/utils/platform/browser';
import { interfaceLanguage, loadWording } from '@/utils/platform/language';
import { createMenu } from '@/utils/platform/look-up';
import { grantedOrigins, reachAllTabs, registerScript } from '@/utils/platform/page-scripts';
import { createChecks } from '@/utils/services/checks';
import { createContext } from '@/utils/services/context';
import { createDefine, type Reader } from '@/utils/services/define';
import { createDrafts } from '@/utils/services/drafts';
import { defaultLimits } from '@/utils/services/fetch-document';
import { inTurn } from '@/utils/services/in-turn';
import { createInUse } from '@/utils/services/in-use';
import { createPages } from '@/utils/services/pages';
import { createSync } from '@/utils/services/sync';
import { createTrello } from '@/utils/services/trello';
import { placesOf } from '@/utils/services/view-keys';
import { createWorkspace } from '@/utils/services/workspace';
import { databaseAt } from '@/utils/store/database';
import { createDerivedStore } from '@/utils/store/derived-store';
import { createHandbookStore } from '@/utils/store/idb-handbook-store';
import { createSettingsStore } from '@/utils/store/settings-store';
import { createWorkspaceStore } from '@/utils/store/workspace-store';
import { hanScripts, simplifier } from '@/utils/terms/han-scripts';

export type Services = ReturnType<typeof createServices>;

export function createServices() {
  const open = databaseAt();
  const store = createHandbookStore(open);
  const settings = createSettingsStore(browser.storage.local);
  const simplified = simplifier();
  const languages = async () => {
    const { contentLanguage, language } = await settings.get();
    return [interfaceLanguage(contentLanguage === 'auto' ? language : contentLanguage)];
  };

  const inUse = createInUse({
    async current() {
      const current = await store.current();
      return current && { id: current.about.id, handbook: current.handbook };
    },
    derived: createDerivedStore(open),
    convertHan: hanScripts(),
    simplified,
    readings: loadReadings,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  });

  const sync = createSync({
    store,
    net: { fetch: (...request) => fetch(...request), now: Date.now, limits: defaultLimits },
    random: Math.random,
    settings: settings.get,
    sample: async () => {
      const response = await fetch(browser.runtime.getURL('sample-handbook.json'));
      return new Uint8Array(await response.arrayBuffer());
    },
    languages,
    onChange: () => {
      inUse.forget();
      // Deriving takes a second; a page that asks meanwhile waits for the same work.
      inUse
        .get()
        .then(tellPages)
        .catch((error) => console.error('derive:', error));
    },
  });

  const check = createChecks({
    sync: sync.check,
    wakeAt: (at) => wakeAt('check-handbook', at),
    awakeWhile,
    now: Date.now,
  });

  /** Permissions, rules or settings changed: scripts are registered anew, open pages begin anew. */
  const refreshPages = inTurn(async () => {
    const { matches, excluded, until } = await pages.reach();
    await registerScript('overlay', matches, excluded);
    const boards = await workspace.reach();
    await registerScript('workspace', boards.matches, boards.excluded);
    await wakeAt('resume-sites', until);
    await tellPages();
  });

  /** The menu speaks the language of the interface. */
  const refreshMenu = inTurn(async () => {
    const { catalogue } = await loadWording((await settings.get()).language);
    await createMenu(translator(catalogue)('menu_define', '%s'));
  });

  const pages = createPages({
    settings,
    vocabulary: async () => (await store.about())?.id ?? null,
    granted: grantedOrigins,
    wording: async () => loadWording((await settings.get()).language),
    asked: wasAsked,
    now: Date.now,
    onChange: refreshPages,
  });

  const workspace = createWorkspace({
    settings,
    corrections: async () => (await inUse.get())?.handbook.hosts ?? null,
    granted: grantedOrigins,
    hosted: hostPatterns(),
    wording: async () => loadWording((await settings.get()).language),
    now: Date.now,
    secret: () => crypto.randomUUID(),
  });

  const define = createDefine({ inUse: inUse.get, reader, simplified });

  const places = createWorkspaceStore(open);
  const context = createContext({
    inUse: inUse.get,
    reader,
    store: places,
    simplified,
    readings: loadReadings,
    now: Date.now,
  });

  const trello = createTrello({
    fetch: (...request) => fetch(...request),
    async access() {
      const { trelloKey: key, trelloToken: token } = await settings.get();
      return key && token ? { key, token } : null;
    },
    now: Date.now,
  });

  const drafts = createDrafts({
    inUse: inUse.get,
    reader,
    chosen: (view) => places.chosen(placesOf(view)),
  });

  return {
    store,
    settings,
    sync,
    check,
    pages,
    define,
    workspace,
    context,
    drafts,
    trello,
    refreshPages,
    refreshMenu,
  };

  /** Open pages begin anew, and those that are on now but were not before get the script. */
  async function tellPages(): Promise<void> {
    await reachAllTabs('overlay', await pages.whereOn());
    await reachAllTabs('workspace', await workspace.whereOn());
  }

  async function reader(): Promise<Reader> {
    const { department, sites } = await settings.get();
    return {
      languages: await languages(),
      today: localDay(new Date()),
      ...(department && { department }),
      speaksAt: (url) =>
        sites.find(({ origin }) => URL.canParse(url) && new URL(url).origin === origin)?.department,
    };
  }
}

/** @returns the day as it is here: in China it is tomorrow while it is still today by UTC */
function localDay(now: Date): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
