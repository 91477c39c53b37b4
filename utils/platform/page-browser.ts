/** What the extension's own pages need from the browser. */
import type { Tabs } from 'webextension-polyfill';
import { browser } from './browser';
import { forgetFolded } from './folded';
import { everySite } from './match-patterns';
import { openDock, openSideBar } from './panel-gestures';

/** A command with the keys the browser has for it; no keys: none are set. */
export interface Shortcut {
  name: string;
  keys: string;
}

/** Where the extension may work: on every site, or on those of the match patterns. */
export interface Granted {
  everywhere: boolean;
  patterns: string[];
}

/** The browser as a page of ours sees it; passed in, so that pages can be tried without one. */
export interface PageBrowser {
  /** Address of the tab in front; undefined where it may not be known. */
  activeAddress(): Promise<string | undefined>;
  /**
   * Asks the user for access to sites. To be called first thing in a click: browsers refuse it once the event has
   * been left.
   * @param patterns match patterns
   * @returns whether it was given
   */
  requestSites(patterns: string[]): Promise<boolean>;
  /** Gives access back; rejects where it was not the user who gave it. */
  releaseSites(patterns: string[]): Promise<void>;
  grantedSites(): Promise<Granted>;
  shortcuts(): Promise<Shortcut[]>;
  /** Opens the browser's own page for changing shortcuts. */
  openShortcuts(): Promise<void>;
  /** Opens the panel for the tab in front: on its page, or beside it in the browser's side bar. To be called first thing in a click. */
  openPanel(where: 'page' | 'side'): Promise<void>;
  /** Forgets which parts of the panel were folded. */
  forgetFolded(): void;
  openOptions(): Promise<void>;
  openWelcome(): Promise<void>;
  /** Closes this page, whether it stands in a tab or in the popup. */
  close(): Promise<void>;
}

/** The tab in front when it was last asked for: side bars open only before anything is awaited. */
let front: Tabs.Tab | undefined;

export const pageBrowser: PageBrowser = {
  async activeAddress() {
    [front] = await browser.tabs.query({ active: true, currentWindow: true });
    return front?.url;
  },
  requestSites: (patterns) => browser.permissions.request({ origins: patterns }),
  async releaseSites(patterns) {
    if (!(await browser.permissions.remove({ origins: patterns }))) throw new Error('Not released');
  },
  async grantedSites() {
    const [everywhere, { origins }] = await Promise.all([
      browser.permissions.contains({ origins: [everySite] }),
      browser.permissions.getAll(),
    ]);
    return { everywhere, patterns: origins ?? [] };
  },
  async shortcuts() {
    const commands = await browser.commands.getAll();
    return commands.flatMap(({ name, shortcut }) => (name ? [{ name, keys: shortcut ?? '' }] : []));
  },
  async openShortcuts() {
    // Firefox has a call for it, Chromium an address.
    const { commands } = browser as { commands: { openShortcutSettings?: () => Promise<void> } };
    if (commands.openShortcutSettings) await commands.openShortcutSettings();
    else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  },
  async openPanel(where) {
    if (where === 'side') await openSideBar(front?.windowId);
    else if (front?.id !== undefined) await openDock(front.id, true);
  },
  forgetFolded,
  openOptions: () => browser.runtime.openOptionsPage(),
  async openWelcome() {
    await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
  },
  async close() {
    const tab = await browser.tabs.getCurrent();
    if (tab?.id === undefined) window.close();
    else await browser.tabs.remove(tab.id);
  },
};
