/**
 * Hosts are read as browsers lay them out: frames without an address, mails beside their list, views that are kept but
 * not shown. Trello, Gmail, Roundcube and the board are read by the panel's own tests.
 */
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, engines, freshBrowser, type TestBrowser } from './browsers';
import type { Read } from './host-reader';
import { hasPrograms } from './real-hosts/board';
import { type Maildev, startMaildev } from './real-hosts/maildev';
import { fromOperations } from './real-hosts/threads';
import { openReproduced } from './reproduced';
import { gmail, mailbox, netease, outlook, qqMail, type Reproduction } from './reproductions';

const root = new URL('../..', import.meta.url).pathname;

/** The reading code as one script. */
async function buildReader(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      lib: { entry: `${root}test/e2e/host-reader.ts`, formats: ['iife'], name: 'reader' },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('Nothing was built.');
  return output.output[0].code;
}

async function read(tab: Page, reader: string, declared?: string): Promise<Read> {
  const told = await tab.evaluate(
    `${reader}; JSON.stringify(readHost(${declared ? JSON.stringify(declared) : ''}))`,
  );
  return JSON.parse(String(told)) as Read;
}

const [delivery, batch] = mailbox.threads as [(typeof mailbox.threads)[0], (typeof mailbox.threads)[0]];

let reader: string;
let maildev: Maildev | undefined;
beforeAll(async () => {
  [reader, maildev] = await Promise.all([
    buildReader(),
    hasPrograms ? startMaildev([fromOperations]) : undefined,
  ]);
});
afterAll(() => maildev?.stop());

describe.each<Engine>(['chromium', 'firefox'])('Hosts in %s', (engine) => {
  describe.skipIf(!engines.includes(engine))('which is on this machine', () => {
    let browser: TestBrowser;
    let tab: Page;
    beforeAll(async () => {
      browser = await freshBrowser(engine);
    });
    afterAll(() => browser?.close());
    afterEach(() => tab?.close());

    async function open(url: string, reproduction: Reproduction): Promise<void> {
      tab = await browser.newPage();
      await openReproduced(tab, url, reproduction);
    }

    /** By script: a page of the extension's may have come in front meanwhile. */
    async function choose(selector: string): Promise<void> {
      await (await tab.waitForSelector(selector))?.evaluate((element) => (element as HTMLElement).click());
    }

    it('Gmail: what is shown, and not the list that is kept behind it', async () => {
      await open('https://mail.google.com/mail/u/0/#inbox', gmail({ ...mailbox, dark: true }));
      expect((await read(tab, reader)).view).toMatchObject({ kind: 'mailbox', people: [], dark: true });
      await choose('tr.zA:nth-child(2)');
      await tab.waitForSelector('h2.hP');
      expect((await read(tab, reader)).view).toMatchObject({
        kind: 'thread',
        id: batch.id,
        title: batch.subject,
        people: [batch.messages[0]?.from, mailbox.account],
        missing: [],
        doubtful: [],
      });
    });

    it('Outlook: a mail beside its list, in Chinese and dark', async () => {
      await open(
        'https://outlook.office.com/mail/inbox',
        outlook({ ...mailbox, language: 'zh-CN', dark: true }),
      );
      await choose(`[data-convid="${delivery.id}"]`);
      await tab.waitForSelector('[id^="UniqueMessageBody"]');
      expect((await read(tab, reader)).view).toMatchObject({
        kind: 'thread',
        id: delivery.id,
        title: delivery.subject,
        missing: [],
        dark: true,
      });
    });

    it('QQ Mail: a mail whose body stands in a shadow root', async () => {
      await open('https://wx.mail.qq.com/home/index?sid=zz#/list/1/1', qqMail());
      await choose(`[data-mailid="${batch.id}"]`);
      await tab.waitForSelector('.mail-detail-subject');
      expect((await read(tab, reader)).view).toMatchObject({
        kind: 'thread',
        id: batch.id,
        title: batch.subject,
        missing: [],
      });
    });

    it('NetEase Mail: a mail, and what is written in a frame without an address', async () => {
      await open('https://mail.163.com/js6/main.jsp?sid=zz', netease());
      await choose('[role="option"]');
      await tab.waitForSelector('h1');
      expect((await read(tab, reader)).view).toMatchObject({
        kind: 'thread',
        id: delivery.id,
        title: delivery.subject,
      });
      await tab.evaluate(() => {
        location.hash = '#module=compose.ComposeModule|{"type":"compose"}';
      });
      await tab.waitForSelector('input[id$="_subjectInput"]');
      const written = await read(tab, reader);
      expect(written.view).toMatchObject({ kind: 'draft', missing: [] });
      expect(written.editor).toBe('body');
    });

    it.skipIf(!hasPrograms)('maildev: a mail of the real program', async () => {
      tab = await browser.newPage(maildev?.url);
      await choose('[data-testid="email-list-item"]');
      await tab.waitForSelector('[data-testid="email-subject"]');
      expect((await read(tab, reader, 'mail')).view).toMatchObject({
        host: 'maildev',
        kind: 'thread',
        title: fromOperations.subject,
        people: [
          { name: 'Chen Jie', address: 'chen.jie@operations.example.com' },
          { name: 'Liu Wei', address: 'liu.wei@sales.example.com' },
          { name: 'Zhang Min' },
        ],
        missing: [],
      });
    });
  });
});
