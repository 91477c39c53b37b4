/** The extension's page that shows the panel. */
import { browser } from './browser';

/** @returns its address for a frame on a site, with what lets it in */
export function panelPage(pass: string): string {
  return `${browser.runtime.getURL('panel.html')}#${pass}`;
}
