/** The extension's page that shows the card in a frame of a site. */
import { browser } from './browser';

/** @returns its address, and the origin that it has */
export function cardPage(): { url: string; origin: string } {
  const url = browser.runtime.getURL('card.html');
  // Chromium gives pages an address made anew at each start of the browser, but the origin stays that of the id.
  const origin = import.meta.env.FIREFOX ? new URL(url).origin : `chrome-extension://${browser.runtime.id}`;
  return { url, origin };
}
