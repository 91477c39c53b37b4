/** Over maildev's reader, which shows each mail in a sandboxed srcdoc frame without scripts. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Engine, engines, type TestBrowser } from './browsers';
import { browserWithSample, hoverCard } from './card-pages';
import { hasPrograms } from './real-hosts/board';
import { type Maildev, startMaildev } from './real-hosts/maildev';
import { fromOperations, fromProduction, fromSales, threads } from './real-hosts/threads';

describe.skipIf(!hasPrograms)('maildev', () => {
  let maildev: Maildev;
  beforeAll(async () => {
    maildev = await startMaildev(threads);
  });
  afterAll(() => maildev?.stop());

  describe.each<Engine>(['chromium', 'firefox'])('in %s', (engine) => {
    describe.skipIf(!engines.includes(engine))('which is on this machine', () => {
      let browser: TestBrowser;
      let tab: Page;
      beforeAll(async () => {
        browser = await browserWithSample(engine, { density: 'all' });
        await browser.call('site.rule', { url: maildev.url, rule: 'on', declared: 'maildev' });
      });
      afterAll(() => browser?.close());
      beforeEach(async () => {
        tab = await browser.newPage(maildev.url);
        await tab.bringToFront();
      });
      afterEach(() => tab?.close());

      /** Clicks a mail in the list, and waits until it is shown. */
      async function choose(subject: string): Promise<void> {
        const item = await tab.waitForSelector(
          `xpath/.//p[text()="${subject}"] | .//*[not(self::h1)][text()="${subject}"]`,
        );
        await item!.click();
        await expect
          .poll(() => tab.$eval('[data-testid=email-subject]', (head) => head.textContent).catch(() => ''))
          .toBe(subject);
      }

      const mailFrame = async (): Promise<Frame> =>
        (await tab.waitForSelector('iframe[sandbox]'))!.contentFrame();
      const marksWith = (place: Page | Frame, word: string) =>
        browser.waitForMarks(place, (marks) => marks.some(({ text }) => text === word), 20_000);

      it('marks a mail in its sandbox; the card lies over it, in the window around', async () => {
        await choose(fromOperations.subject);
        const frame = await mailFrame();
        await marksWith(frame, 'delivery');
        const { text } = await hoverCard(browser, frame);
        // The sender is text around the frame, which the host alone knows as one.
        expect(text).toMatch(/^delivery.*\n+Operations\s*means/);
        expect(text).toContain('because Operations is speaking here');
        expect((await browser.cardFrame(frame))?.parentFrame()).toBe(tab.mainFrame());
      });

      it('follows to the next mail, whose frame is written anew', async () => {
        await choose(fromOperations.subject);
        await marksWith(await mailFrame(), 'delivery');
        await choose(fromProduction.subject);
        const frame = await mailFrame();
        const marks = await marksWith(frame, '交付');
        expect(marks.map(({ text }) => text)).not.toContain('delivery');
        const { text } = await hoverCard(browser, frame, '交付');
        expect(text).toMatch(/^交付.*\n+Production\s*means/);
        expect(text).toContain('because Production is speaking here');
      });

      it('marks a mail of plain text, which has no frame', async () => {
        await choose(fromSales.subject);
        const inText = async () =>
          (await browser.marks(tab)).filter(({ text }) => text === 'delivery').length;
        // One is in the list, as the mail's beginning.
        await expect.poll(inText, { timeout: 20_000 }).toBeGreaterThan(1);
      });
    });
  });
});
