/** Puts our scripts on the pages where they may run. */
import type { Scripting } from 'webextension-polyfill';
import type { Marked } from '@/utils/messages/notice-answers';
import type { ScriptName } from '@/utils/messages/protocol';
import { browser } from './browser';
import { tell } from './notices';

interface Registration {
  js: string[];
  css: string[];
  /** In frames as well. */
  allFrames: boolean;
  /** Frames without an address of their own too: web mail shows messages in them. */
  matchOriginAsFallback: boolean;
}

/** Words stand anywhere, but what is in view is told by the window around the frames. */
const scripts: Record<ScriptName, Registration> = {
  overlay: { js: ['overlay.js'], css: ['assets/overlay.css'], allFrames: true, matchOriginAsFallback: true },
  workspace: { js: ['workspace.js'], css: [], allFrames: false, matchOriginAsFallback: false },
};

/** @returns match patterns of the origins the user or the manifest granted */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/**
 * Registers a script; it lasts until the browser's next start.
 * @param matches match patterns of where it runs
 * @param excluded match patterns of where it does not
 */
export async function registerScript(
  id: ScriptName,
  matches: readonly string[],
  excluded: readonly string[],
): Promise<void> {
  const known = (await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0;
  if (matches.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script: Scripting.RegisteredContentScript & Registration = {
    id,
    ...scripts[id],
    matches: [...matches],
    excludeMatches: [...excluded],
    runAt: 'document_idle',
    persistAcrossSessions: false,
  };
  // Changed in place: between taking it out and putting it in, a page could load without it.
  if (known) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Runs a script in a tab that is open already; a tab where that is not allowed stays as it is. */
export async function injectScript(id: ScriptName, tab: number): Promise<boolean> {
  const { js, css, allFrames } = scripts[id];
  const target = { tabId: tab, allFrames };
  try {
    if (css.length > 0) await browser.scripting.insertCSS({ target, files: css });
    await browser.scripting.executeScript({ target, files: js });
    return true;
  } catch {
    return false; // a browser page, a store, or the permission is gone
  }
}

/** @returns ids of a tab's frames that may be read: the one with the focus, the outermost, then the others */
export async function framesByUse(tab: number): Promise<number[]> {
  const target = { tabId: tab, allFrames: true };
  const frames = await browser.scripting.executeScript({ target, func: hasFocusItself }).catch(() => []); // a page that may not be read
  const rank = ({ frameId, result }: Scripting.InjectionResult) => (result ? -1 : frameId);
  return frames.toSorted((a, b) => rank(a) - rank(b)).map(({ frameId }) => frameId);
}

/** Runs in each frame, complete in itself. */
function hasFocusItself(): boolean {
  return document.hasFocus() && !document.activeElement?.matches('iframe, frame');
}

/** @returns the terms marked in each frame of a tab that may be read */
export async function wordsIn(tab: number): Promise<Array<Marked & { frame: number }>> {
  const frames = await framesByUse(tab);
  const seen = await Promise.all(frames.map((frame) => tell(tab, { notice: 'words' }, frame)));
  return frames.flatMap((frame, i) => (seen[i] ? [{ frame, ...seen[i] }] : []));
}

/**
 * Tells every tab that something changed; one that was loaded before the script was registered gets it now. A script that
 * has outlived an update does not hear us and is replaced.
 * @param isOn whether the script is to run at an address
 */
export async function reachAllTabs(script: ScriptName, isOn: (url: string) => boolean): Promise<void> {
  // All of them: where access was taken back the script still runs, and our permission to find its tab is gone.
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id === undefined || (await tell(id, { notice: 'changed', script }))) return;
      // Not awaited: a page that never ends loading takes its script as late, and nobody is to wait for that.
      if (url !== undefined && isOn(url)) void injectScript(script, id);
    }),
  );
}
