/** Which service answers which message. */
import type { Stored, Surroundings } from '@/utils/messages/protocol';
import type { Handlers } from '@/utils/messages/serve';
import { wakeAt } from '@/utils/platform/alarms';
import { keepAsked } from '@/utils/platform/asked-tabs';
import { tell } from '@/utils/platform/notices';
import { wordsIn } from '@/utils/platform/page-scripts';
import { bytesStored } from '@/utils/platform/stored';
import { type Settings, type SettingsPatch, sourceSettings } from '@/utils/store/settings';
import type { Services } from './services';

export function createHandlers(services: Services): Handlers {
  const {
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
  } = services;
  return {
    'page.start': (_, { url, tab }) => pages.start(url, tab),
    'page.terms': ({ vocabulary, keys }) => define.forms(vocabulary, keys),
    'page.define': async ({ vocabulary, term, word, around }, { url, tab }) =>
      define.term(vocabulary, term, word, await withSenders(around, tab), url),
    async 'page.marked'(_, { tab }) {
      if (tab !== undefined) await tell(tab, { notice: 'marked' }, 0);
    },
    'page.lookUp': async ({ word, around }, { url, tab }) =>
      define.lookUp(word, await withSenders(around, tab), url),
    'page.concept': ({ concept, word }) => define.concept(concept, word),

    'workspace.start': (_, { url }) => workspace.start(url),
    async 'workspace.dock'(dock, { url, incognito }) {
      if (!incognito) await workspace.left(url, dock);
    },
    'draft.count': async ({ view, text, to }) =>
      (await drafts.check((await trello(view)) ?? view, text, to)).length,
    'workspace.pass': (_, { tab }) => (tab === undefined ? null : workspace.pass(tab)),

    'panel.enter': ({ pass }, { tab }) => (tab !== undefined && workspace.enter(pass, tab) ? tab : null),
    'context.view': ({ view }) => trello(view),
    context: ({ view }) => context.context(view),
    // Of a private window nothing is kept, as the browser keeps nothing of it.
    async 'context.choose'({ view, project, private: isPrivate }, { incognito }) {
      if (!incognito && !isPrivate) await context.choose(view, project);
      return context.context(view);
    },
    async 'context.tick'({ view, handoff, entry, done, private: isPrivate }, { incognito }) {
      if (!incognito && !isPrivate) await context.tick(view, handoff, entry, done);
      return context.context(view);
    },
    'context.search': ({ query, limit }) => context.search(query, limit),
    'draft.words': ({ view, text, to }) => drafts.check(view, text, to),
    async 'context.show'({ tab, frame, term }) {
      await tell(tab, { notice: 'show-word', term }, frame);
    },
    async 'context.words'({ tab }) {
      await keepAsked(tab);
      const frames = await wordsIn(tab);
      // One that has another vocabulary is about to begin anew.
      const vocabulary = frames[0]?.vocabulary ?? '';
      const seen = frames.filter((frame) => frame.vocabulary === vocabulary);
      return context.words(
        vocabulary,
        seen.flatMap(({ frame, words }) => words.map((word) => ({ ...word, frame }))),
      );
    },

    'handbook.status': () => sync.status(),
    'handbook.refresh': () => check('hand'),
    search: ({ query, limit }) => define.search(query, limit),
    'search.concept': ({ concept, word }) => define.concept(concept, word),
    'settings.get': () => settings.get(),
    'settings.set': (patch) => setSettings(patch),
    'site.state': ({ url }) => pages.state(url),
    'site.rule': ({ url, ...change }) => pages.setRule(url, change),
    'site.remove': ({ url }) => pages.removeSite(url),
    stored,
    async 'stored.delete'() {
      await settings.clear();
      // A check without a source ends the one under way, waits for it, and clears the store behind it.
      await check('hand');
      await Promise.all([refreshPages(), refreshMenu()]);
      return stored();
    },
  };

  /** A mail's words may stand in a frame that does not say whose they are: its host, read around it, does. */
  async function withSenders(around: Surroundings, tab: number | undefined): Promise<Surroundings> {
    if (around.speakers.length > 0 || tab === undefined) return around;
    return { ...around, speakers: (await tell(tab, { notice: 'senders' }, 0)) ?? [] };
  }

  async function setSettings(patch: SettingsPatch): Promise<Settings> {
    const next = await settings.set(patch);
    if (sourceSettings.some((name) => patch[name] !== undefined)) await check('hand');
    if (patch.refreshEvery !== undefined) await wakeAt('check-handbook', (await sync.status()).nextCheckAt);
    if (patch.language !== undefined) await refreshMenu();
    await refreshPages();
    return next;
  }

  async function stored(): Promise<Stored> {
    const about = await store.about();
    return {
      bytes: await bytesStored(),
      handbook: about !== null,
      meanings: about?.counts.concepts ?? 0,
      settings: await settings.names(),
    };
  }
}
