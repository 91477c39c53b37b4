/** The card by finger: a long press opens it, a tap never does. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '@/test/fixtures/serve';
import { type Engine, engines, type TestBrowser } from './browsers';
import {
  browserWithSample,
  html,
  linesOf,
  middleOf,
  openPage,
  seenCard,
  waitLongerThanDelays,
} from './card-pages';

const text = html(
  '<p><a href="#went">The delivery is late.</a></p><p style="margin-top:300px">Elsewhere</p>',
);

describe.each<Engine>(['chromium', 'firefox'])('%s', (engine) => {
  describe.skipIf(!engines.includes(engine))('the card by finger', () => {
    let browser: TestBrowser;
    let server: Server;
    let page: Page;
    beforeAll(async () => {
      server = await serve({ '/': text });
      browser = await browserWithSample(engine);
    });
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });
    afterEach(() => page?.close());
    const open = async () => {
      page = await openPage(browser, server.url);
      return middleOf((await linesOf(page, 'delivery'))[0]!);
    };

    it('opens at a long press, stays when the finger goes, and closes at a tap elsewhere', async () => {
      const [x, y] = await open();
      const finger = await page.touchscreen.touchStart(x, y);
      await seenCard(browser, page);
      await finger.end();
      await waitLongerThanDelays();
      expect((await browser.readCard(page))?.text).toMatch(/^delivery/);
      await page.touchscreen.tap(x, y + 350);
      await browser.waitForNoCard(page);
    });

    it('does not open at a tap, which goes to the link', async () => {
      const [x, y] = await open();
      await page.touchscreen.tap(x, y);
      await waitLongerThanDelays();
      expect(await browser.readCard(page)).toBeNull();
      expect(await page.evaluate('location.hash')).toBe('#went');
    });

    it('does not open for a finger that scrolls', async () => {
      const [x, y] = await open();
      const finger = await page.touchscreen.touchStart(x, y);
      await finger.move(x, y + 40);
      await waitLongerThanDelays();
      await finger.end();
      expect(await browser.readCard(page)).toBeNull();
    });
  });
});
