/** How the card looks and sounds: light and dark, two languages, long texts, a screen reader. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '@/test/fixtures/serve';
import { type Engine, engines, type TestBrowser } from './browsers';
import { browserWithSample, hoverCard, html, openPage, seenCard } from './card-pages';

const words = '<p>The delivery is late.</p>';
const pages = {
  '/': html(words),
  '/black': html(words, '<style>body{background:#111;color:#eee}</style>'),
  '/oklch': html(words, '<style>html{background:oklch(20% 0.02 250);color:#eee}</style>'),
  '/application': html(
    `<div style="position:fixed;inset:0;background:#1b1b1f;color:#eee"><div style="background:#fff;margin:100px">${words}</div></div>`,
  ),
  '/said': html(words).replace('<html', '<html data-color-mode="dark"'),
  '/paper': html(words, '<style>body{background:#fff}</style>').replace(
    '<html',
    '<html data-color-mode="dark"',
  ),
  '/mail': html(`
    <article><header><b>Clara Brandt</b> &lt;<a href="mailto:clara.brandt@sales.example.com">clara.brandt@sales.example.com</a>&gt;</header>
      <p>Wei, the customer asks for the delivery of the lamps. Write to <a href="mailto:help@operations.example.com">help</a>.</p></article>`),
  '/chinese': html('<p>周二的交付没有问题。</p>').replace('lang="en"', 'lang="zh-CN"'),
  '/handbook.json': {
    type: 'application/json',
    body: JSON.stringify({
      format: 1,
      name: 'Long',
      revision: '1',
      languages: ['en'],
      departments: [{ id: 'rnd', name: 'R&D' }],
      concepts: [
        {
          id: 'long',
          department: 'rnd',
          status: 'approved',
          terms: [{ text: 'delivery', language: 'en' }],
          definition: `${'A long story. '.repeat(400)}\n\n- with **points**\n- and <b>no markup</b>`,
          links: [],
        },
      ],
    }),
  },
};

describe.each<Engine>(['chromium', 'firefox'])('%s', (engine) => {
  describe.skipIf(!engines.includes(engine))('the look of the card', () => {
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

    const theme = () => browser.inCard(page, () => document.documentElement.dataset.theme);

    it.each([
      ['/', 'light'],
      ['/black', 'dark'],
      ['/oklch', 'dark'],
      ['/application', 'dark'],
      ['/said', 'dark'],
      ['/paper', 'light'],
    ])('follows the page: %s is %s', async (path, wanted) => {
      page = await openPage(browser, server.url + path);
      await hoverCard(browser, page);
      expect(await theme()).toBe(wanted);
    });

    it('follows the setting rather than the page', async () => {
      await browser.call('settings.set', { theme: 'dark' });
      page = await openPage(browser, `${server.url}/`);
      await hoverCard(browser, page);
      expect(await theme()).toBe('dark');
      await browser.call('settings.set', { theme: null });
    });

    it.each(['/', '/black'])('breaks no rule of accessibility on %s, folded or not', async (path) => {
      page = await openPage(browser, server.url + path);
      await hoverCard(browser, page);
      expect(await browser.axeCard(page)).toEqual([]);
      await browser.clickInCard(page, '.unfold');
      await browser.waitForCard(page, (text) => text.includes('See also'));
      expect(await browser.axeCard(page)).toEqual([]);
    });

    it('is a dialog to a screen reader, named by its term and described by its meaning', async () => {
      page = await openPage(browser, `${server.url}/`);
      await browser.command(page, 'next-term');
      await seenCard(browser, page);
      const { accessible } = (await browser.readCard(page))!;
      const [dialog] = accessible;
      expect(dialog).toMatchObject({ role: 'dialog', name: expect.stringMatching(/^delivery/) });
      expect(dialog!.description).toContain('A build with release notes');
      const buttons = accessible.filter(({ role }) => role === 'button').map(({ name }) => name);
      expect(buttons).toEqual(
        expect.arrayContaining(['Copy as text', 'Keep open', 'Close', 'Sales', 'More']),
      );
      expect(accessible.some(({ role, name }) => role === 'text' && name.includes('passed self-test'))).toBe(
        true,
      );
    });

    it('leads with who speaks in a mail, says why, and sets the reader’s own beside it', async () => {
      page = await openPage(browser, `${server.url}/mail`);
      const { text } = await hoverCard(browser, page);
      expect(text.replace(/\s+/g, ' ')).toMatch(
        /Sales means The customer has signed .* First, because Sales is speaking here Your R&D team means A build with/,
      );
    });

    it('speaks Chinese', async () => {
      await browser.call('settings.set', { language: 'zh-CN', contentLanguage: 'zh-CN' });
      page = await openPage(browser, `${server.url}/chinese`, '交付');
      const { text } = await hoverCard(browser, page, '交付');
      expect(text).toMatch(/^交付\s*delivery\s*你们\s*研发部\s*指的是/);
      expect(await browser.inCard(page, () => document.documentElement.lang)).toBe('zh-CN');
      expect(await browser.axeCard(page)).toEqual([]);
      await browser.call('settings.set', { language: 'en', contentLanguage: 'en' });
    });

    it('shows its keys only while it has the focus by keyboard', async () => {
      page = await openPage(browser, `${server.url}/`);
      const keys = () =>
        browser.inCard(page, (root) => getComputedStyle(root.querySelector('.keys')!).display !== 'none');
      await hoverCard(browser, page);
      expect(await keys()).toBe(false);
      await browser.command(page, 'define-selection');
      await expect.poll(keys).toBe(true);
    });

    it('scrolls a long definition inside, and shows markup as text', async () => {
      await browser.call('settings.set', { source: 'address', address: `${server.url}/handbook.json` });
      await browser.call('handbook.refresh', {});
      page = await openPage(browser, `${server.url}/`);
      const { text, box } = await hoverCard(browser, page);
      expect(box.height).toBe(480);
      expect(text).toContain('and <b>no markup</b>');
      const before = await page.evaluate('scrollY');
      await page.mouse.move(box.x + 100, box.y + 100);
      await page.mouse.wheel({ deltaY: 300 });
      await expect
        .poll(() => browser.inCard(page, () => document.scrollingElement!.scrollTop))
        .toBeGreaterThan(100);
      expect(await page.evaluate('scrollY')).toBe(before);
      await browser.call('settings.set', { source: 'sample' });
    });
  });
});
