/** The extension as it is published: no site at install, each by the user's word. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '@/test/fixtures/serve';
import { engines, openBrowser, type TestBrowser } from './browsers';
import { type Display, hasDisplay, openDisplay } from './display';

const published = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' };
const page = `<!doctype html><html lang="en"><title>Note</title><p>The delivery is late.</p></html>`;

let server: Server;
beforeAll(async () => {
  server = await serve({ '*': page });
});
afterAll(() => server.close());

describe.skipIf(!engines.includes('chromium') || !hasDisplay)('chromium, with a screen', () => {
  let display: Display;
  let browser: TestBrowser;
  let tab: Page;
  const before = process.env.DISPLAY;
  const origins = () => browser.inExtension<string[]>('return (await chrome.permissions.getAll()).origins');
  beforeAll(async () => {
    display = await openDisplay();
    process.env.DISPLAY = display.name;
    browser = await openBrowser('chromium', { extension: published.chromium, headless: false });
  });
  afterAll(async () => {
    await browser?.close();
    display?.close();
    if (before === undefined) delete process.env.DISPLAY;
    else process.env.DISPLAY = before;
  });

  it('opens the first-run page after install and may read no site', async () => {
    const welcome = await browser.browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
    expect(welcome).toBeTruthy();
    expect(await origins()).toEqual([]);
  });

  it('marks a site once it is turned on in the popup, in the tab that is open', async () => {
    await browser.call('settings.set', {
      source: 'sample',
      department: 'rnd',
      language: 'en',
      welcomed: true,
    });
    tab = await browser.newPage(server.url);
    await tab.bringToFront();
    const popup = await browser.openPopup(tab);
    const asked = display.watch(20, 800);
    const button = await popup.waitForSelector('::-p-aria([name="Turn on here"][role="button"])');
    expect(await browser.marks(tab)).toEqual([]);
    await button!.click();
    // The page grows dim under the browser's own question. Its focus is on "Deny"; "Allow" is next to it.
    await asked();
    display.press('Tab');
    // For a moment the question takes no answer, lest a click meant for something else gives it.
    await expect
      .poll(
        () => {
          display.press('space');
          return origins();
        },
        { timeout: 15_000, interval: 300 },
      )
      .toEqual(['http://127.0.0.1/*']);
    const marks = await browser.waitForMarks(tab);
    expect(marks.map(({ text }) => text)).toEqual(['delivery']);
  });

  it('reads no other site', async () => {
    const state = await browser.call('site.state', { url: 'https://elsewhere.example/' });
    expect(state).toMatchObject({ granted: false, everywhere: false, rule: 'not-added' });
  });

  it('leaves the tabs that are open once access is taken back', async () => {
    expect(await browser.marks(tab)).toHaveLength(1);
    // The click on our button gave access to the first tab by itself.
    const other = await browser.newPage(server.url);
    await browser.waitForMarks(other);
    // As the browser's own page for extensions does it.
    await browser.inExtension("await chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] })");
    expect(await origins()).toEqual([]);
    for (const page of [tab, other])
      await expect.poll(() => browser.marks(page), { timeout: 10_000 }).toEqual([]);
  });
});

describe.skipIf(!engines.includes('firefox'))('firefox', () => {
  let browser: TestBrowser;
  let tab: Page;
  const origins = () => browser.inExtension<string[]>('return (await browser.permissions.getAll()).origins');
  beforeAll(async () => {
    browser = await openBrowser('firefox', { extension: published.firefox });
  });
  afterAll(() => browser?.close());

  it('marks every site once the first-run page was told so, in the tab that is open', async () => {
    const welcome = await browser.extensionPage('welcome.html');
    await browser.call('settings.set', { source: 'sample', department: 'rnd', language: 'en' });
    tab = await browser.newPage(server.url);
    expect(await origins()).toEqual([]);
    await welcome.bringToFront();
    const everywhere = await welcome.waitForSelector('::-p-text(On all sites)');
    await everywhere!.click();
    await tab.bringToFront();
    const marks = await browser.waitForMarks(tab);
    expect(marks.map(({ text }) => text)).toEqual(['delivery']);
  });

  it('leaves the tab that is open once the settings are told to give access back', async () => {
    expect(await browser.marks(tab)).toHaveLength(1);
    const options = await browser.extensionPage('options.html');
    const everywhere = await options.waitForSelector('::-p-text(On all sites)');
    await everywhere!.click();
    await expect.poll(origins).toEqual([]);
    await expect.poll(() => browser.marks(tab), { timeout: 10_000 }).toEqual([]);
  });
});
