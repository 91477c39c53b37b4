/** Tabs of which a panel has asked for the marked words: what begins there later tells of its own. Gone with the session. */
import { browser } from './browser';

const key = (tab: number) => `words asked ${tab}`;

export async function keepAsked(tab: number): Promise<void> {
  await browser.storage.session.set({ [key(tab)]: true });
}

export async function wasAsked(tab: number): Promise<boolean> {
  return key(tab) in (await browser.storage.session.get(key(tab)));
}
