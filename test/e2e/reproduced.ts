/** Pages of our own under the real address of a host: requests of a tab are answered here and never leave the machine. */
import type { HTTPRequest, Page } from 'puppeteer-core';
import type { Reproduction } from './reproductions';

/**
 * Opens a reproduced page in a tab, and answers what the page and its frames ask for from then on.
 * @param url of the real host
 */
export async function openReproduced(tab: Page, url: string, reproduction: Reproduction): Promise<void> {
  tab.on('request', (request) => {
    answer(request, reproduction).catch(() => {
      // The tab was closed or went elsewhere meanwhile.
    });
  });
  await tab.setRequestInterception(true);
  await tab.goto(url);
}

async function answer(request: HTTPRequest, reproduction: Reproduction): Promise<void> {
  const url = new URL(request.url());
  // The extension's own pages, data: and the like come from no host.
  if (!/^https?:$/.test(url.protocol)) return request.continue();
  return request.respond(reproduction(url));
}
