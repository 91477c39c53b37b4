/** Reproduced hosts are to the browser what the real ones would be: their origin, their policy, frames of theirs. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Engine, engines, type TestBrowser } from './browsers';
import { browserWithSample, hoverCard } from './card-pages';
import { openReproduced } from './reproduced';
import type { Reproduction } from './reproductions';
import { notFound } from './reproductions/answer';

const page = (body: string, policy = "default-src 'none'; frame-src 'self'") => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  body: `<!doctype html><title>Desk Lamp 3 | Trello</title>${body}`,
});

const reproduction: Reproduction = ({ origin, pathname }) => {
  if (origin !== 'https://trello.com') return notFound;
  if (pathname === '/b/a1b2c3d4/desk-lamp-3')
    return page(
      `<h1>台灯三代</h1><p>The delivery is late.</p><script>document.title = 'ran'</script>
      <iframe src="/inner" width="600" height="300"></iframe>`,
    );
  if (pathname === '/inner') return page('<p>灰度 and the sample</p>');
  return notFound;
};

describe.each<Engine>(['chromium', 'firefox'])('A reproduced host in %s', (engine) => {
  describe.skipIf(!engines.includes(engine))('which is on this machine', () => {
    let browser: TestBrowser;
    let tab: Page;
    beforeAll(async () => {
      browser = await browserWithSample(engine, { density: 'all' });
    });
    afterAll(() => browser?.close());
    beforeEach(async () => {
      tab = await browser.newPage();
      await openReproduced(tab, 'https://trello.com/b/a1b2c3d4/desk-lamp-3', reproduction);
      await tab.bringToFront();
    });
    afterEach(() => tab?.close());

    it('has the real origin, and its policy is in force', async () => {
      expect(await tab.evaluate(() => [origin, isSecureContext])).toEqual(['https://trello.com', true]);
      expect(await tab.title()).toBe('Desk Lamp 3 | Trello');
    });

    it('is lain over like any page, in its frames too', async () => {
      await browser.waitForMarks(tab, (marks) => marks.some(({ text }) => text === 'delivery'), 20_000);
      const inner = await (await tab.waitForSelector('iframe'))!.contentFrame();
      expect(await inner!.evaluate(() => location.href)).toBe('https://trello.com/inner');
      await browser.waitForMarks(inner!, (marks) => marks.some(({ text }) => text === '灰度'), 20_000);
      await hoverCard(browser, tab);
    });

    it('asks nobody else: other addresses are not found', async () => {
      const answer = await tab.goto('https://elsewhere.example/');
      expect(answer?.status()).toBe(404);
    });
  });
});
