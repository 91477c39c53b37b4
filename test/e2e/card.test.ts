/** The card by pointer: when it opens, how long it stays, what can be done with it. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '@/test/fixtures/serve';
import { type Engine, engines, type TestBrowser } from './browsers';
import {
  browserWithSample,
  hoverCard,
  html,
  linesOf,
  middleOf,
  openPage,
  seenCard,
  waitLongerThanDelays,
} from './card-pages';

const text = html(`
<script>
  keys = [];
  for (const type of ['keydown', 'keyup']) document.addEventListener(type, (event) => keys.push(type + ' ' + event.key));
  clicks = 0;
  document.addEventListener('click', () => clicks++);
</script>
<h1>Weekly report</h1>
<p>The delivery of the sample order is late; the SLA says two days.</p>
<p>Nothing is marked in these words, whatever anybody may think of them.</p>
<input id="field">
<p><a id="link" href="#went">our GMV</a></p>
<div style="height: 2000px"></div>`);

describe.each<Engine>(['chromium', 'firefox'])('%s', (engine) => {
  describe.skipIf(!engines.includes(engine))('the card by pointer', () => {
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
    const open = async () => {
      page = await openPage(browser, server.url);
    };
    afterEach(() => page?.close());

    it('opens where the pointer rests, without a click and without moving the page', async () => {
      await open();
      const height = await page.evaluate('document.documentElement.scrollHeight');
      const { text } = await hoverCard(browser, page);
      expect(text).toMatch(/^delivery\s*交付/);
      expect(text).toContain('A build with release notes');
      expect(await page.evaluate('[document.documentElement.scrollHeight, clicks, keys.length]')).toEqual([
        height,
        0,
        0,
      ]);
    });

    it('does not open for a pointer that passes by', async () => {
      await open();
      const [line] = await linesOf(page, 'delivery');
      const [x, y] = middleOf(line!);
      await page.mouse.move(x, y - 60);
      await Promise.all([page.mouse.move(x, y), page.mouse.move(x, y + 80)]);
      await waitLongerThanDelays();
      expect(await browser.readCard(page)).toBeNull();
    });

    it('stays while the pointer rests between word and card, and in the card', async () => {
      await open();
      const { box } = await hoverCard(browser, page);
      const [line] = await linesOf(page, 'delivery');
      await page.mouse.move(line!.x + 10, (line!.y + line!.height + box.y) / 2);
      await waitLongerThanDelays();
      expect(await browser.readCard(page)).not.toBeNull();
      await page.mouse.move(...middleOf(box), { steps: 10 });
      await waitLongerThanDelays();
      expect(await browser.readCard(page)).not.toBeNull();
    });

    it('closes when the pointer leaves word and card', async () => {
      await open();
      const { box } = await hoverCard(browser, page);
      await page.mouse.move(...middleOf(box));
      await waitLongerThanDelays();
      await page.mouse.move(box.x + box.width + 200, box.y + box.height + 50);
      await browser.waitForNoCard(page);
    });

    it('shows the next word when the pointer goes on to it', async () => {
      await open();
      await hoverCard(browser, page);
      await browser.hover(page, 'SLA');
      expect((await seenCard(browser, page, (text) => text.startsWith('SLA'))).text).toContain('Operations');
    });

    it('closes at Esc, which the page does not get then and gets afterwards', async () => {
      await open();
      await page.focus('#field');
      await hoverCard(browser, page);
      await page.keyboard.press('Escape');
      await browser.waitForNoCard(page);
      const keys = (await page.evaluate('keys')) as string[];
      expect(keys).not.toContain('keydown Escape');
      await page.keyboard.press('Escape');
      expect(await page.evaluate('keys')).toContain('keydown Escape');
    });

    it('does not come again for a pointer that rests where the card was closed', async () => {
      await open();
      const { point } = await hoverCard(browser, page);
      await page.keyboard.press('Escape');
      await browser.waitForNoCard(page);
      await page.mouse.move(point.x + 6, point.y);
      await waitLongerThanDelays();
      expect(await browser.readCard(page)).toBeNull();
      await page.mouse.move(point.x, point.y + 200);
      await hoverCard(browser, page);
    });

    it('closes when one goes on typing, and takes no key', async () => {
      await open();
      await page.focus('#field');
      await hoverCard(browser, page);
      await page.keyboard.type('ok');
      await browser.waitForNoCard(page);
      expect(await page.evaluate('field.value')).toBe('ok');
    });

    it('closes when its word scrolls away', async () => {
      await open();
      await hoverCard(browser, page);
      await page.evaluate('scrollBy(0, 30)');
      await browser.waitForNoCard(page);
    });

    it('closes at a press elsewhere, which the page gets', async () => {
      await open();
      await hoverCard(browser, page);
      await page.mouse.click(600, 500);
      await browser.waitForNoCard(page);
      expect(await page.evaluate('clicks')).toBe(1);
    });

    it('leaves links as they are', async () => {
      await open();
      await hoverCard(browser, page, 'GMV');
      await browser.hover(page, 'GMV').then(({ x, y }) => page.mouse.click(x, y));
      expect(await page.evaluate('location.hash')).toBe('#went');
    });

    it('is pinned: stays when left and when the page scrolls, heeds no other word, and can be closed', async () => {
      await open();
      await hoverCard(browser, page);
      await browser.clickInCard(page, '[aria-label="Keep open"]');
      await expect
        .poll(() => browser.inCard(page, (root) => root.querySelector('[aria-pressed=true]')?.ariaLabel))
        .toBe('Keep open');
      await page.mouse.move(700, 600);
      await page.evaluate('scrollBy(0, 20)');
      await browser.hover(page, 'SLA');
      await waitLongerThanDelays();
      expect((await seenCard(browser, page)).text).toMatch(/^delivery/);
      await browser.clickInCard(page, '[aria-label="Close"]');
      await browser.waitForNoCard(page);
    });

    it('is copied as text', async () => {
      await open();
      await hoverCard(browser, page);
      await browser.clickInCard(page, '[aria-label="Copy as text"]');
      await expect
        .poll(() => browser.inCard(page, (root) => root.querySelector('[role=status]')?.textContent))
        .toBe('Copied');
      await page.keyboard.press('Escape');
      await page.click('#field');
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
      await expect.poll(() => page.evaluate('field.value')).toMatch(/^delivery \(交付\) · R&D/);
    });

    it('opens a related term inside, and goes back', async () => {
      await open();
      await hoverCard(browser, page);
      await browser.clickInCard(page, '.unfold');
      await browser.waitForCard(page, (text) => text.includes('See also'));
      const related = await browser.inCard(page, (root) => root.querySelector('.link u')!.textContent);
      await browser.clickInCard(page, '.link');
      await browser.waitForCard(page, (text) => text.startsWith(related!));
      await browser.clickInCard(page, '[aria-label="Back"]');
      await browser.waitForCard(page, (text) => text.startsWith('delivery'));
    });

    it('shows the other meanings one press away', async () => {
      await open();
      const { text } = await hoverCard(browser, page);
      expect(text).not.toContain('acceptance form');
      await browser.clickInCard(page, '.choice:nth-of-type(2)');
      expect(await browser.waitForCard(page, (text) => text.includes('acceptance form'))).toMatch(
        /Sales\s*means/,
      );
    });
  });
});
