/** Tells a page how to begin, and keeps the user's rules for sites. */
import type { PageStart, SiteState } from '@/utils/messages/protocol';
import type { Wording } from '@/utils/platform/language';
import type { Settings, SettingsPatch } from '@/utils/store/settings';
import type { SettingsStore } from '@/utils/store/settings-store';
import { nextResume, type Reach, type RuleChange, reachOf, siteState, withRule } from './sites';

export interface PagesNeeds {
  settings: SettingsStore;
  /** Id of the handbook in use, or null. */
  vocabulary(): Promise<string | null>;
  granted(): Promise<string[]>;
  wording(): Promise<Wording>;
  /** Whether a panel has asked for the words of a tab. */
  asked(tab: number): Promise<boolean>;
  now(): number;
  /** Rules or permissions changed: pages and registered scripts are to follow. */
  onChange(): Promise<void>;
}

export interface Pages {
  start(url: string, tab?: number): Promise<PageStart>;
  state(url: string): Promise<SiteState>;
  setRule(url: string, change: Omit<RuleChange, 'until'>): Promise<SiteState>;
  /** Forgets what was decided for a site, and that the panel was left open there. */
  removeSite(url: string): Promise<SiteState>;
  /** @returns whether words are marked at an address, by the rules and permissions of now */
  whereOn(): Promise<(url: string) => boolean>;
  /** Where scripts are to run now, and when that changes by itself (ms since 1970). */
  reach(): Promise<Reach & { until: number | undefined }>;
}

/** ms of a pause */
const pause = 60 * 60_000;
/** What the card on a page says. */
const cardMessage = /^(?:card|reason)_/;

export function createPages(needs: PagesNeeds): Pages {
  const { settings, granted, now } = needs;
  return { start, state, setRule, removeSite, whereOn, reach };

  async function state(url: string): Promise<SiteState> {
    return siteState(url, (await settings.get()).sites, await granted(), now());
  }

  async function start(url: string, tab?: number): Promise<PageStart> {
    const [vocabulary, { rule }, chosen, { catalogue, language }, asked] = await Promise.all([
      needs.vocabulary(),
      state(url),
      settings.get(),
      needs.wording(),
      tab !== undefined && needs.asked(tab),
    ]);
    if (vocabulary === null) return { on: false };
    const { theme, hints } = chosen;
    // A script on a page that is not on came by the user's own click, to look up one word.
    const density = rule === 'on' ? chosen.density : 'none';
    const messages = Object.fromEntries(Object.entries(catalogue).filter(([key]) => cardMessage.test(key)));
    return { on: true, vocabulary, settings: { density, theme, hints }, messages, language, asked };
  }

  function setRule(url: string, change: Omit<RuleChange, 'until'>): Promise<SiteState> {
    return changeSettings(url, ({ sites }, origin) => ({
      sites: withRule(sites, origin, { ...change, until: now() + pause }),
    }));
  }

  function removeSite(url: string): Promise<SiteState> {
    return changeSettings(url, ({ sites, dock }, origin) => ({
      sites: sites.filter((site) => site.origin !== origin),
      ...(dock.openAt.includes(origin) && {
        dock: { ...dock, openAt: dock.openAt.filter((other) => other !== origin) },
      }),
    }));
  }

  async function changeSettings(
    url: string,
    changed: (settings: Settings, origin: string) => SettingsPatch,
  ): Promise<SiteState> {
    const { origin } = await state(url);
    if (origin !== undefined) {
      await settings.update((before) => changed(before, origin));
      await needs.onChange();
    }
    return state(url);
  }

  async function whereOn(): Promise<(url: string) => boolean> {
    const [{ sites }, patterns] = await Promise.all([settings.get(), granted()]);
    return (url) => siteState(url, sites, patterns, now()).rule === 'on';
  }

  async function reach(): Promise<Reach & { until: number | undefined }> {
    const { sites } = await settings.get();
    return { ...reachOf(sites, await granted(), now()), until: nextResume(sites, now()) };
  }
}
