/** The card by keyboard and command: selected text, from word to word, and which frame of a page is meant. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '@/test/fixtures/serve';
import { type Engine, engines, type TestBrowser } from './browsers';
import { browserWithSample, hoverCard, html, openPage, seenCard } from './card-pages';

const pages = {
  '/': html(`
<script>keys = []; document.addEventListener('keydown', ({ key }) => keys.push(key));</script>
<input id="field" value="our gray release on Monday">
<p>The <b id="word">delivery</b> of the order is late; the SLA says two days.</p>
<p id="unknown">The delivry of frobnicators</p>
<div style="height:1500px"></div>
<p>GMV is far below.</p>`),
  '/inside': html('<input id="inner"><p>Revenue is what the ledger says.</p>'),
  '/both': html(
    '<p>The delivery is late.</p><input id="outer"><iframe src="/inside" width="400" height="120"></iframe>',
  ),
  '/outside': html(
    '<p>Nothing to see</p><input id="outer"><iframe src="/none"></iframe><iframe src="/inside"></iframe>',
  ),
  '/none': html('<p>Nothing here</p>'),
  '/scroller': html(
    `<div style="height:120px;overflow:auto"><p>The delivery</p><div style="height:900px"></div><p>of GMV</p></div>`,
  ),
};

describe.each<Engine>(['chromium', 'firefox'])('%s', (engine) => {
  describe.skipIf(!engines.includes(engine))('the card by keyboard', () => {
    let browser: TestBrowser;
    let server: Server;
    let page: Page;
    beforeAll(async () => {
      server = await serve(pages);
      browser = await browserWithSample(engine);
    });
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });
    afterEach(() => page?.close());

    const frameAt = (path: string) => page.frames().find((frame) => frame.url().endsWith(path))!;
    const activeId = () => page.evaluate('document.activeElement.id');
    const cardHasFocus = () =>
      browser.inCard(page, () => document.hasFocus() && document.activeElement !== document.body);
    const select = (id: string) =>
      page.evaluate((id) => getSelection()!.selectAllChildren(document.getElementById(id)!), id);

    it('looks up selected text', async () => {
      page = await openPage(browser, `${server.url}/`);
      await select('word');
      await browser.command(page, 'define-selection');
      expect((await seenCard(browser, page)).text).toMatch(/^delivery/);
      await expect.poll(cardHasFocus).toBe(true);
    });

    it('looks up text selected in a field, and gives the focus back', async () => {
      page = await openPage(browser, `${server.url}/`);
      await page.evaluate('field.focus(); field.setSelectionRange(4, 16)');
      await browser.command(page, 'define-selection');
      expect((await seenCard(browser, page)).text).toMatch(/^gray release/);
      await expect.poll(cardHasFocus).toBe(true);
      await page.keyboard.press('Escape');
      await browser.waitForNoCard(page);
      await expect.poll(activeId).toBe('field');
      await page.keyboard.press('End');
      await page.keyboard.type('!');
      expect(await page.evaluate('field.value')).toBe('our gray release on Monday!');
    });

    it('says that a word is not in the handbook, and opens what comes near', async () => {
      page = await openPage(browser, `${server.url}/`);
      await page.evaluate('getSelection().setBaseAndExtent(unknown.firstChild, 4, unknown.firstChild, 11)');
      await browser.command(page, 'define-selection');
      const { text } = await seenCard(browser, page);
      expect(text).toContain('“delivry” is not in the handbook.');
      expect(text).toMatch(/Did you mean\s+delivery/);
      await browser.clickInCard(page, '.near-hit');
      await browser.waitForCard(page, (text) => /^delivery/.test(text) && text.includes('means'));
      await page.keyboard.press('Backspace');
      await browser.waitForCard(page, (text) => text.includes('“delivry”'));
    });

    it('moves the focus into an open card', async () => {
      page = await openPage(browser, `${server.url}/`);
      await page.focus('#field');
      await hoverCard(browser, page);
      expect(await activeId()).toBe('field');
      await browser.command(page, 'define-selection');
      await expect.poll(cardHasFocus).toBe(true);
      await page.keyboard.press('ArrowRight');
      await browser.waitForCard(page, (text) => text.includes('acceptance form'));
      await page.keyboard.press('ArrowLeft');
      await browser.waitForCard(page, (text) => text.includes('A build with release notes'));
      expect(await page.evaluate('keys')).toEqual([]);
      await page.mouse.move(900, 700);
      await page.keyboard.press('Escape');
      await browser.waitForNoCard(page);
      await expect.poll(activeId).toBe('field');
    });

    it('goes from word to word in their order, and back, and shows each', async () => {
      page = await openPage(browser, `${server.url}/`);
      await page.focus('#field');
      const order = (await browser.marks(page)).map(({ text }) => text);
      expect(order.slice(0, 2)).toEqual(['delivery', 'order']);
      expect(order.at(-1)).toBe('GMV');
      for (const word of order) {
        await browser.command(page, 'next-term');
        await seenCard(browser, page, (text) => text.startsWith(word));
      }
      expect(await page.evaluate('scrollY')).toBeGreaterThan(500);
      await browser.command(page, 'previous-term');
      await seenCard(browser, page, (text) => text.startsWith(order.at(-2)!));
      await page.keyboard.press('Escape');
      await browser.waitForNoCard(page);
      await expect.poll(activeId).toBe('field');
    });

    it('scrolls the box that a word is in', async () => {
      page = await openPage(browser, `${server.url}/scroller`);
      const scrollTo = (top: number) =>
        page.evaluate((top) => document.querySelector('div')!.scrollTo(0, top), top);
      await scrollTo(2000);
      await browser.waitForMarks(page, (marks) => marks.some(({ text }) => text === 'GMV'));
      await scrollTo(0);
      await browser.command(page, 'next-term');
      await seenCard(browser, page, (text) => text.startsWith('delivery'));
      await browser.command(page, 'next-term');
      await seenCard(browser, page, (text) => text.startsWith('GMV'));
      expect(await page.evaluate("document.querySelector('div').scrollTop")).toBeGreaterThan(100);
    });

    it.each<[string, string | null, string]>([
      ['the page itself when nothing else is in use', null, 'delivery'],
      ['the page itself when its field is in use', '#outer', 'delivery'],
    ])('is meant for %s', async (_, field, word) => {
      page = await openPage(browser, `${server.url}/both`);
      await browser.waitForMarks(frameAt('/inside'), undefined, 30_000);
      if (field) await page.focus(field);
      await browser.command(page, 'next-term');
      await seenCard(browser, page, (text) => text.startsWith(word));
      expect(await page.evaluate("document.querySelectorAll('[data-common-ground]').length")).toBe(1);
    });

    it('is meant for the frame that is in use, and stays there', async () => {
      page = await openPage(browser, `${server.url}/both`);
      const frame = frameAt('/inside');
      await browser.waitForMarks(frame, undefined, 30_000);
      await (await frame.$('#inner'))!.click();
      await browser.command(page, 'next-term');
      await seenCard(browser, page, (text) => /^revenue/i.test(text));
      await browser.command(page, 'next-term');
      await seenCard(browser, page, (text) => !/^delivery/.test(text));
      await page.keyboard.press('Escape');
      await browser.waitForNoCard(page);
      await expect
        .poll(() => frame.evaluate('document.hasFocus() && document.activeElement.id'))
        .toBe('inner');
    });

    it('is meant for the first frame with words where the page has none', async () => {
      page = await browser.newPage(`${server.url}/outside`);
      await page.bringToFront();
      await expect.poll(() => page.frames().length).toBe(3);
      await browser.waitForMarks(frameAt('/inside'), undefined, 30_000);
      await page.focus('#outer');
      await browser.command(page, 'next-term');
      await seenCard(browser, page, (text) => /^revenue/i.test(text));
    });
  });
});
