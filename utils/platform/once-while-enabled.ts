import { browser } from './browser';

const key = 'begun';

/**
 * Does something when the extension begins: at the browser's start, when it is installed, updated, or enabled again.
 * What failed or was cut short is done when the background starts next. No event tells of the last; memory of the session ends with each of them (WebExtensions, storage.session).
 */
export async function onceWhileEnabled(work: () => Promise<void>): Promise<void> {
  const { [key]: begun } = await browser.storage.session.get(key);
  if (begun) return;
  await work();
  await browser.storage.session.set({ [key]: true });
}
