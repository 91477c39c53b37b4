/** Boards and mail: tells their script how to begin, keeps how the panel is left, and lets the panel's frames in. */
import type { Correction } from '@/utils/hosts/host';
import type { DockState, WorkspaceStart } from '@/utils/messages/protocol';
import type { Wording } from '@/utils/platform/language';
import type { SettingsStore } from '@/utils/store/settings-store';
import { isCovered, type Reach, siteState, workspaceReach } from './sites';

export interface WorkspaceNeeds {
  settings: SettingsStore;
  /** @returns selectors of the handbook in use, for any hosts; null: there is no handbook */
  corrections(): Promise<readonly Correction[] | null>;
  granted(): Promise<string[]>;
  /** Match patterns of the hosts known by their address. */
  hosted: readonly string[];
  wording(): Promise<Wording>;
  now(): number;
  /** @returns what nobody can guess */
  secret(): string;
}

export interface Workspace {
  start(url: string): Promise<WorkspaceStart>;
  /** Keeps how the panel was left on a page; where the site is not on, only width and side. */
  left(url: string, dock: DockState): Promise<void>;
  reach(): Promise<Reach>;
  /** @returns whether the script runs by itself at an address */
  whereOn(): Promise<(url: string) => boolean>;
  /** @returns what a frame of the panel in that tab shows to be let in, once, within half a minute */
  pass(tab: number): string;
  /** @returns whether a frame of the panel in that tab was put there by our script, and not by the page */
  enter(pass: string, tab: number): boolean;
}

/** ms in which a pass is to be shown; a frame on a busy page takes a while to load. */
const passHolds = 30_000;
/** What the script on a page says. */
const dockMessage = /^dock_/;

export function createWorkspace(needs: WorkspaceNeeds): Workspace {
  const { settings, granted, hosted, now } = needs;
  /** Passes given and not yet shown. They need not outlive the background: a frame enters at once. */
  const passes = new Map<string, { tab: number; until: number }>();

  return {
    async start(url) {
      const [corrections, chosen, patterns, { catalogue, language }] = await Promise.all([
        needs.corrections(),
        settings.get(),
        granted(),
        needs.wording(),
      ]);
      if (!corrections) return { on: false };
      const { rule, declared, origin = '' } = siteState(url, chosen.sites, patterns, now());
      const { width, side, openAt } = chosen.dock;
      return {
        on: true,
        byItself: rule === 'on',
        ...(declared !== undefined && { declared }),
        corrections: [...corrections],
        dock: { width, side, open: openAt.includes(origin) },
        theme: chosen.theme,
        messages: Object.fromEntries(Object.entries(catalogue).filter(([key]) => dockMessage.test(key))),
        language,
      };
    },

    async left(url, { open, width, side }) {
      if (!URL.canParse(url)) return;
      const { origin } = new URL(url);
      const patterns = await granted();
      await settings.update(({ dock, sites }) => {
        const others = dock.openAt.filter((other) => other !== origin);
        const kept = open && siteState(url, sites, patterns, now()).rule === 'on';
        return { dock: { width, side, openAt: kept ? [...others, origin] : others } };
      });
    },

    async reach() {
      const { sites } = await settings.get();
      return workspaceReach(sites, await granted(), hosted, now());
    },

    async whereOn() {
      const [{ sites }, patterns] = await Promise.all([settings.get(), granted()]);
      return (url) => {
        const { rule, declared } = siteState(url, sites, patterns, now());
        return rule === 'on' && (declared !== undefined || isCovered(url, hosted));
      };
    },

    pass(tab) {
      for (const [old, { until }] of passes) if (until <= now()) passes.delete(old);
      const pass = needs.secret();
      passes.set(pass, { tab, until: now() + passHolds });
      return pass;
    },

    enter(pass, tab) {
      const known = passes.get(pass);
      passes.delete(pass);
      return known?.tab === tab && now() < known.until;
    },
  };
}
