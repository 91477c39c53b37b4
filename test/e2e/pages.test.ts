/** The extension's own pages in real browsers: first run, settings, popup. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '@/test/fixtures/serve';
import { type Engine, engines, freshBrowser, type TestBrowser } from './browsers';

const handbook = {
  format: 1,
  name: 'Served words',
  departments: [
    { id: 'sales', name: { en: 'Sales', 'zh-CN': '销售部' } },
    { id: 'rnd', name: { en: 'R&D', 'zh-CN': '研发部' } },
  ],
  concepts: [
    { id: 'delivery.sales', department: 'sales', terms: ['delivery', '交付'], definition: 'Signed for.' },
    { id: 'delivery.rnd', department: 'rnd', terms: ['delivery', '交付'], definition: 'Gone to test.' },
    { id: 'broken', terms: [], definition: 'No term.' },
  ],
};

/** What a page says, folded parts included. */
const text = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    return document.body.innerText;
  });
const says = (page: Page, wanted: string) =>
  expect.poll(() => text(page), { timeout: 15_000, interval: 100 }).toContain(wanted);

describe.each<Engine>(['chromium', 'firefox'])('%s', (engine) => {
  describe.skipIf(!engines.includes(engine))('pages of our own', () => {
    let browser: TestBrowser;
    let server: Server;
    beforeAll(async () => {
      server = await serve({
        '/handbook.json': { body: JSON.stringify(handbook), type: 'application/json' },
        '/login': { body: '<!doctype html><title>Sign in</title>', type: 'text/html' },
        '/refused': { body: '', status: 403 },
      });
      browser = await freshBrowser(engine);
      await browser.call('settings.set', { language: 'en' });
    });
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    it('lead a newcomer from nothing to a handbook of their own', async () => {
      const page = await browser.extensionPage('welcome.html');
      const address = async (url: string) => {
        const field = await page.waitForSelector('input[type="url"], input[inputmode="url"]');
        await field!.click({ count: 3 });
        await field!.type(url);
        await field!.press('Enter');
      };
      await (await page.waitForSelector('input[value="address"]'))!.click();
      await address(`${server.url}/refused`);
      await says(page, '403');
      await address(`${server.url}/login`);
      await says(page, 'sign');
      await address(`${server.url}/handbook.json`);
      await says(page, 'Served words');
      await says(page, 'R&D');
      const status = await browser.call('handbook.status', {});
      expect(status).toMatchObject({
        source: 'address',
        name: 'Served words',
        counts: { concepts: 2, contested: 2 },
      });
      expect(status.problems.map(({ path }) => path)).toEqual(['concepts[2].terms']);
      expect(await browser.axe(page)).toEqual([]);
      await page.close();
    });

    it('show in the settings what was set aside and where', async () => {
      const page = await browser.extensionPage('options.html');
      await says(page, 'concepts[2].terms');
      expect(await browser.axe(page)).toEqual([]);
      await page.close();
    });

    it('speak Chinese when told so', async () => {
      await browser.call('settings.set', { language: 'zh-CN' });
      const sentences = {
        'options.html': '术语手册',
        'welcome.html': '研发部',
        'popup.html': 'Served words',
      };
      for (const [path, wanted] of Object.entries(sentences)) {
        const page = await browser.extensionPage(path);
        await says(page, wanted);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
        // Names and codes may be Latin; a sentence may not.
        expect(await text(page)).not.toMatch(/\b[a-z]+ [a-z]+ [a-z]+ [a-z]+\b/);
        expect(await browser.axe(page), path).toEqual([]);
        await page.close();
      }
      await browser.call('settings.set', { language: 'en' });
    });

    it('find a word by the first letters of its pinyin, and open it by keyboard', async () => {
      const page = await browser.extensionPage('popup.html');
      const box = await page.waitForSelector('input[type="search"], [role="combobox"]');
      await box!.type('jf');
      await says(page, '交付');
      await page.keyboard.press('Enter');
      await says(page, 'Signed for.');
      await page.close();
    });

    it('open a word from the address bar', async () => {
      const page = await browser.extensionPage('popup.html?q=delivery');
      await says(page, 'Gone to test.');
      await page.close();
    });

    it('stay usable with the keyboard alone, in a narrow window and in the dark', async () => {
      // A popup is as wide as it asks to be.
      for (const [path, width] of Object.entries({
        'welcome.html': 340,
        'options.html': 340,
        'popup.html': 360,
      })) {
        const page = await browser.extensionPage(path);
        await page.setViewport({ width, height: 700 });
        await says(page, 'Served words');
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, path).toBeLessThanOrEqual(0);
        await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
        expect(await browser.axe(page), path).toEqual([]);
        await page.close();
      }
    });

    it('delete everything when asked twice', async () => {
      expect(await browser.call('stored', {})).toMatchObject({ handbook: true, meanings: 2 });
      await browser.call('stored.delete', {});
      expect(await browser.call('stored', {})).toMatchObject({ handbook: false, meanings: 0, settings: [] });
      expect(await browser.call('handbook.status', {})).toMatchObject({ source: 'none', problems: [] });
    });
  });
});
