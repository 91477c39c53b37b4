import { browser } from './browser';

const key = 'begun';

/**
 * Does something when the extension begins: at the browser's start, when it is installed, updated, or enabled again. No
 * event tells of the last, but memory of the session ends with each of them (WebExtensions, storage.session). What failed
 * or was cut short is done when the background starts next.
 */
export async function onceWhileEnabled(work: () => Promise<void>): Promise<void> {
  const { [key]: begun } = await browser.storage.session.get(key);
  if (begun) return;
  await work();
  await browser.storage.session.set({ [key]: true });
}
