/** Carries messages between a page and the background; what they say is `utils/messages`' business. */
import { browser } from './browser';

/** Where a message comes from, as the browser vouches for it. */
export interface Sender {
  id?: string;
  /** Of the sending frame. */
  url?: string;
  tab?: { id?: number; url?: string; incognito?: boolean };
}

export const transport = {
  /** Sends to the background; rejects where nobody listens or this script outlived its extension. */
  request: (message: unknown): Promise<unknown> => browser.runtime.sendMessage(message),

  /** @returns whether the extension was updated or removed while this script stayed in its page */
  isUnloaded: (): boolean => !browser.runtime?.id,

  /** @param answer undefined: the message is none of ours, another listener may answer */
  onRequest(answer: (message: unknown, sender: Sender) => Promise<unknown> | undefined): void {
    browser.runtime.onMessage.addListener(answer);
  },

  /** This extension's id, and the address all its pages begin with. */
  own: (): { id: string; origin: string } => ({
    id: browser.runtime.id,
    origin: browser.runtime.getURL('/'),
  }),
};
