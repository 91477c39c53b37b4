/** Puts the overlay's script on the pages where it may run. */
import type { Scripting } from 'webextension-polyfill';
import type { Notice } from '@/utils/messages/protocol';
import { browser } from './browser';
import { tell } from './notices';

const id = 'overlay';
const files = { js: ['overlay.js'], css: ['assets/overlay.css'] };

/** @returns match patterns of the origins the user or the manifest granted */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/**
 * Registers the script; it lasts until the browser's next start.
 * @param matches match patterns of where it runs
 * @param excluded match patterns of where it does not
 */
export async function registerOverlay(
  matches: readonly string[],
  excluded: readonly string[],
): Promise<void> {
  const known = (await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0;
  if (matches.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script: Scripting.RegisteredContentScript & { matchOriginAsFallback: boolean } = {
    id,
    ...files,
    matches: [...matches],
    excludeMatches: [...excluded],
    allFrames: true,
    // Frames without an address of their own: web mail shows messages in them.
    matchOriginAsFallback: true,
    runAt: 'document_idle',
    persistAcrossSessions: false,
  };
  // Changed in place: between taking it out and putting it in, a page could load without it.
  if (known) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Runs the script in a tab that is open already; a tab where that is not allowed stays as it is. */
export async function injectOverlay(tab: number): Promise<boolean> {
  try {
    const target = { tabId: tab, allFrames: true };
    await browser.scripting.insertCSS({ target, files: files.css });
    await browser.scripting.executeScript({ target, files: files.js });
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

/**
 * Tells every tab; one that was loaded before the script was registered gets it now. A script that has outlived an
 * update does not hear us and is replaced.
 * @param isOn whether the script is to run at an address
 */
export async function reachAllTabs(notice: Notice, isOn: (url: string) => boolean): Promise<void> {
  // All of them: where access was taken back the script still runs, and our permission to find its tab is gone.
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id === undefined || (await tell(id, notice)) !== null) return;
      // Not awaited: a page that never ends loading takes its script as late, and nobody is to wait for that.
      if (url !== undefined && isOn(url)) void injectOverlay(id);
    }),
  );
}
