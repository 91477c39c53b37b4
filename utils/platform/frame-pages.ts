/** The extension's pages that stand in frames on a site. */
import type { FramePage } from '@/utils/page/own-frame';
import { browser } from './browser';

/** @returns the page that shows the card */
export const cardPage = (): FramePage => framePage('card.html', 'common-ground');

/**
 * @param pass by which it knows our script from the page
 * @returns the page that shows the panel
 */
export const panelPage = (pass: string): FramePage => framePage(`panel.html#${pass}`, pass);

function framePage(path: string, greeting: string): FramePage {
  const url = browser.runtime.getURL(path);
  // Chromium gives pages an address made anew at each start of the browser, but the origin stays that of the id.
  const origin = import.meta.env.FIREFOX ? new URL(url).origin : `chrome-extension://${browser.runtime.id}`;
  return { url, origin, greeting };
}
