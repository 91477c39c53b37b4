/** A script of ours on a page ends when a newer one comes. */
import { describe, expect, it } from 'vitest';
import { serve } from '@/test/fixtures/serve';
import { root } from '../../scripts/root.mjs';
import { engines, openBrowser } from './browsers';
import { hoverCard } from './card-pages';
import { handbook } from './hostile';
import { describeMarking, html } from './marking';

const page = html('<p>The delivery waits, and the launch with it.</p>');
const elements = 'document.querySelectorAll("[data-common-ground]").length';

describeMarking(
  'A script',
  (marking) => {
    it('is taken over by a second one of the same extension', async () => {
      const { browser } = marking();
      const tab = await marking().open(page);
      await marking().waitFor(tab, 'delivery', 'launch');
      await hoverCard(browser, tab, 'delivery', (text) => text.includes('jetty'));
      await browser.inExtension(
        `const { tabs, scripting } = globalThis.browser ?? chrome;
        const { id } = (await tabs.query({})).find(({ url }) => url.startsWith(arguments[0]));
        await scripting.executeScript({ target: { tabId: id, allFrames: true }, files: ['overlay.js'] });`,
        marking().origin,
      );
      await marking().waitFor(tab, 'delivery', 'launch');
      await hoverCard(browser, tab, 'launch', (text) => text.includes('mohair'));
      expect(await tab.evaluate(elements)).toBe(1);
      await tab.close();
    });
  },
  handbook,
);

// In Firefox a script ends with its extension.
describe.skipIf(!engines.includes('chromium'))('A script in Chromium', () => {
  it('gives way to the one of an extension loaded anew', async () => {
    const server = await serve({ '/': page, '/handbook.json': JSON.stringify(handbook) });
    const browser = await openBrowser('chromium');
    try {
      const address = `${server.url}/handbook.json`;
      await browser.call('settings.set', { source: 'address', address, density: 'all', welcomed: true });
      const tab = await browser.newPage(server.url);
      await browser.waitForMarks(tab);
      await hoverCard(browser, tab, 'delivery', (text) => text.includes('jetty'));
      await browser.browser.installExtension(`${root}.output/test/chrome-mv3`);
      await tab.bringToFront();
      await expect
        .poll(
          async () => {
            await tab.mouse.move(600, 500);
            await browser.hover(tab, 'launch').catch(() => {});
            return browser.waitForCard(tab, (text) => text.includes('mohair'), 2000).catch(() => null);
          },
          { timeout: 30_000 },
        )
        .toBeTruthy();
      expect(await tab.evaluate(elements)).toBe(1);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});
