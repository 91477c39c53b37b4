/** Over real web mail: the list, a message beside it and in its own window, both editors, and a mail that is sent. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, engines, type Mark, type TestBrowser } from './browsers';
import { browserWithSample, hoverCard } from './card-pages';
import { settled } from './marking';
import { type Maildev, startMaildev } from './real-hosts/maildev';
import { hasRoundcube, type Roundcube, startRoundcube } from './real-hosts/roundcube';
import { fromOperations, fromProduction, fromSales, reader, threads } from './real-hosts/threads';

/** The term whose card a frame shows; null: none. */
const cardIn = (frame: Frame) =>
  frame
    .evaluate(() => document.querySelector('.card')?.textContent?.match(/^\w+/)?.[0] ?? null)
    .catch(() => null);

describe.skipIf(!hasRoundcube)('Roundcube', () => {
  let maildev: Maildev;
  let roundcube: Roundcube;
  beforeAll(async () => {
    maildev = await startMaildev();
    roundcube = await startRoundcube({ [reader]: threads }, maildev.smtpPort);
  });
  afterAll(async () => {
    await roundcube?.stop();
    await maildev?.stop();
  });

  describe.each<Engine>(['chromium', 'firefox'])('in %s', (engine) => {
    describe.skipIf(!engines.includes(engine))('which is on this machine', () => {
      let browser: TestBrowser;
      let tab: Page;
      beforeAll(async () => {
        browser = await browserWithSample(engine, { density: 'all' });
        const first = await browser.newPage();
        await roundcube.logIn(first, reader);
        await first.close();
      });
      afterAll(() => browser?.close());
      afterEach(() => tab?.close());

      /** Opens one of its pages in a tab in front. */
      async function open(query: string): Promise<void> {
        tab = await browser.newPage(`${roundcube.url}/?_task=mail${query}`);
        await tab.bringToFront();
      }

      /** Clicks a mail in the list. */
      async function choose(subject: string): Promise<Frame> {
        const cell = await tab.waitForSelector(`xpath/.//td[@class="subject"]//*[text()="${subject}"]`);
        await cell!.click();
        const frame = await frameAt('#messagecontframe');
        await expect
          .poll(() => frame.$eval('h2.subject', (head) => head.textContent).catch(() => ''))
          .toContain(subject);
        return frame;
      }

      async function frameAt(selector: string): Promise<Frame> {
        const frame = await (await tab.waitForSelector(selector))?.contentFrame();
        if (!frame) throw new Error(`There is no frame ${selector}.`);
        return frame;
      }

      const marksWith = (place: Page | Frame, word: string) =>
        browser.waitForMarks(place, (marks) => marks.some(({ text }) => text === word), 20_000);

      it('marks the subjects of the list, and knows who wrote each', async () => {
        await open('&_mbox=INBOX');
        const times = (marks: Mark[], word: string) => marks.filter(({ text }) => text === word).length;
        await browser.waitForMarks(
          tab,
          (marks) => times(marks, '交付') === 2 && times(marks, 'Delivery') === 2,
          20_000,
        );
        // The list is in order of time: the second is the older one, from Sales.
        await browser.hover(tab, 'Delivery', 1);
        expect(await browser.waitForCard(tab)).toMatch(/^delivery.*\n+Sales\s*means/);
      });

      it('marks the mail beside the list; its card lies over both and leads with the sender', async () => {
        await open('&_mbox=INBOX');
        const preview = await choose(fromSales.subject);
        await marksWith(preview, 'delivery');
        const { text, box } = await hoverCard(browser, preview);
        expect(text).toMatch(/^delivery.*\n+Sales\s*means/);
        expect(text).toContain('because Sales is speaking here');
        expect((await browser.cardFrame(preview))?.parentFrame()).toBe(tab.mainFrame());
        expect(box.width).toBeGreaterThan(300);
      });

      it('follows from mail to mail, plain and HTML, English and Chinese', async () => {
        await open('&_mbox=INBOX');
        const sender = async (subject: string, word: string) => {
          const preview = await choose(subject);
          await marksWith(preview, word);
          await browser.hover(preview, word);
          const text = await browser.waitForCard(preview, (text) => text.startsWith(word));
          await tab.mouse.move(5, 5);
          await browser.waitForNoCard(preview);
          return /(\S+)\s*means/.exec(text)?.[1];
        };
        expect(await sender(fromOperations.subject, 'stock')).toBe('Operations');
        expect(await sender(fromProduction.subject, '排期')).toBe('Production');
      });

      it('shows one card at a time, in the list or in the mail', async () => {
        await open('&_mbox=INBOX');
        const preview = await choose(fromOperations.subject);
        await marksWith(preview, 'stock');
        await browser.hover(tab, 'Budget');
        await browser.waitForCard(tab, (text) => text.startsWith('budget'));
        // Straight from word to word, with no move between.
        await browser.hover(preview, 'stock');
        const openCards = async () =>
          (await Promise.all(tab.frames().map(cardIn))).filter((text) => text !== null);
        await expect.poll(openCards).toEqual(['stock']);
        await browser.hover(tab, 'Budget');
        await expect.poll(openCards).toEqual(['budget']);
      });

      it('marks a mail in a window of its own', async () => {
        await open('&_mbox=INBOX&_uid=1&_action=show&_extwin=1');
        await marksWith(tab, 'delivery');
        expect((await hoverCard(browser, tab)).text).toMatch(/^delivery.*\n+Sales\s*means/);
      });

      it('marks nothing in the plain editor, and the mail arrives as it was written', async () => {
        await open('&_action=compose&_to=liu.wei@sales.example.com');
        await marksWith(tab, 'Priority');
        const subject = `Launch of the sample, from ${engine}`;
        await tab.type('#compose-subject', subject);
        await tab.type('#composebody', 'The launch and the sample are late: 灰度 and 样品.');
        await settled(tab);
        expect(await browser.marks(tab)).not.toContainEqual(
          expect.objectContaining({ text: expect.stringMatching(/launch|sample|灰度|样品/i) }),
        );
        await tab.click('button.send');
        await expect
          .poll(async () => (await maildev.received()).find((mail) => mail.subject === subject), {
            timeout: 20_000,
          })
          .toMatchObject({
            from: [{ address: reader }],
            to: [{ address: 'liu.wei@sales.example.com' }],
            text: expect.stringContaining('The launch and the sample are late: 灰度 and 样品.'),
          });
      });

      it('marks nothing in the HTML editor, and leaves what is written alone', async () => {
        await open('&_action=compose&_to=li.na@quality.example.com');
        await marksWith(tab, 'Priority');
        await tab.click('.mce-i-html');
        const editor = await frameAt('#composebody_ifr');
        const body = await editor.waitForSelector('body[contenteditable=true]');
        await body!.type('The launch and the sample are late.');
        await settled(editor);
        expect(await browser.marks(editor)).toEqual([]);
        const subject = `Rich launch, from ${engine}`;
        await tab.type('#compose-subject', subject);
        await tab.click('button.send');
        await expect
          .poll(async () => (await maildev.received()).find((mail) => mail.subject === subject)?.html, {
            timeout: 20_000,
          })
          .toMatch(/<p[^>]*>The launch and the sample are late\.<\/p>/);
      });
    });
  });
});
