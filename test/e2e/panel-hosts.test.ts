/** The panel beside real web mail, a real board, and reproduced hosts: it tells what is in view, and nothing of what was. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, engines, type TestBrowser } from './browsers';
import { browserWithSample } from './card-pages';
import { keepPanelOpen, panelFrame, waitForPanel } from './panel';
import { type Board, hasPrograms, startBoard } from './real-hosts/board';
import { boardName, cards, lists } from './real-hosts/cards';
import { hasRoundcube, type Roundcube, startRoundcube } from './real-hosts/roundcube';
import {
  fromOperations,
  fromOutside,
  fromProduction,
  fromSales,
  ofNoProject,
  ofReturns,
  reader,
  threads,
} from './real-hosts/threads';
import { openReproduced } from './reproduced';
import { gmail, trello } from './reproductions';

const lampGoal = expect.stringContaining('8,000 units in stock');
const returnsGoal = expect.stringContaining('without making it harder to return');

let roundcube: Roundcube | undefined;
beforeAll(async () => {
  // Nothing is sent.
  if (hasRoundcube) roundcube = await startRoundcube({ [reader]: threads }, 9);
});
afterAll(() => roundcube?.stop());

describe.each<Engine>(['chromium', 'firefox'])('The panel in %s', (engine) => {
  describe.skipIf(!engines.includes(engine))('which is on this machine', () => {
    let browser: TestBrowser;
    let board: Board | undefined;
    let tab: Page;
    beforeAll(async () => {
      browser = await browserWithSample(engine, { density: 'all' });
      if (hasPrograms) board = await startBoard(boardName, lists, cards);
      for (const [host, declared] of [
        [roundcube, 'roundcube'],
        [board, 'backlog'],
      ] as const)
        if (host) await browser.call('site.rule', { url: host.url, rule: 'on', declared });
      const real = [roundcube, board].flatMap((host) => host?.url ?? []);
      await keepPanelOpen(browser, 'https://trello.com', 'https://mail.google.com', ...real);
      if (roundcube) {
        const first = await browser.newPage();
        await roundcube.logIn(first, reader);
        await first.close();
      }
    });
    afterAll(async () => {
      await browser?.close();
      await board?.stop();
    });
    afterEach(() => tab?.close());

    /** For whoever wants to look at it. */
    async function picture(name: string): Promise<void> {
      const folder = process.env.PICTURES;
      if (!folder) return;
      await tab.mouse.move(640, 795);
      await browser.screenshot(tab, `${folder}/panel-${name}-${engine}.png`);
    }

    const click = async (selector: string) => (await tab.waitForSelector(selector))!.click();

    describe.skipIf(!hasRoundcube)('beside Roundcube', () => {
      async function openInbox(): Promise<void> {
        tab = await browser.newPage(`${roundcube!.url}/?_task=mail&_mbox=INBOX`);
        await tab.bringToFront();
        await tab.waitForSelector('#messagelist tbody tr');
      }

      const choose = (subject: string) => click(`xpath/.//td[@class="subject"]//*[text()="${subject}"]`);

      it('says what a mail is for, and who writes it', async () => {
        await openInbox();
        await choose(fromSales.subject);
        const { who } = await waitForPanel(tab, { title: fromSales.subject, goal: lampGoal });
        expect(who[0]).toBe('Sales: Liu Wei');
        await picture('roundcube');
      });

      it('goes on to the next mail, and keeps nothing of the one before', async () => {
        await openInbox();
        await choose(fromOperations.subject);
        const before = await waitForPanel(tab, { title: fromOperations.subject, goal: lampGoal });
        expect(before.who[0]).toBe('Operations: Chen Jie');
        await choose(ofReturns.subject);
        const returns = await waitForPanel(tab, { title: ofReturns.subject, goal: returnsGoal });
        expect(returns.who[0]).toBe('Customer service: Zhao Lei');
        expect(returns.text).not.toMatch(/Chen Jie|8,000 units/);
        await choose(ofNoProject.subject);
        const finance = await waitForPanel(tab, {
          title: ofNoProject.subject,
          goal: '',
          who: expect.arrayContaining(['Finance: Sun Yan']),
        });
        expect(finance.text).not.toMatch(/Zhao Lei|harder to return/);
        await choose(fromOutside.subject);
        const outside = await waitForPanel(tab, { title: fromOutside.subject, goal: '' });
        expect(outside.text).not.toMatch(/Sun Yan|Zhao Lei/);
        await picture('roundcube-no-project');
      });

      it('knows a Chinese mail, in a window of its own too', async () => {
        await openInbox();
        await tab.goto(`${roundcube!.url}/?_task=mail&_mbox=INBOX&_uid=3&_action=show&_extwin=1`);
        const { who } = await waitForPanel(tab, { title: fromProduction.subject, goal: lampGoal });
        expect(who[0]).toBe('Production: 王强');
        await picture('roundcube-window');
      });
    });

    describe.skipIf(!hasPrograms)('beside the board', () => {
      it('belongs to the project that is chosen, for this board and from then on', async () => {
        tab = await browser.newPage(board!.url);
        await tab.bringToFront();
        await waitForPanel(tab, { title: boardName, goal: '' });
        const panel = (await panelFrame(tab))!;
        await panel.select('.part-goal select', 'desk-lamp-3');
        await waitForPanel(tab, { goal: lampGoal });
        await picture('board');
        await tab.reload();
        await waitForPanel(tab, { title: boardName, goal: lampGoal });
      });

      it('goes on to a card that is opened, and back', async () => {
        tab = await browser.newPage(board!.url);
        await tab.bringToFront();
        // Not one that the panel lies over.
        await click('[aria-label$="安排灰度发布的版本"]');
        await waitForPanel(tab, { title: '安排灰度发布的版本' });
        await picture('board-card');
        await tab.keyboard.press('Escape');
        await waitForPanel(tab, { title: boardName });
      });
    });

    it('beside Trello, follows what its script puts into the address', async () => {
      tab = await browser.newPage();
      await openReproduced(tab, 'https://trello.com/b/Lamp3Brd/desk-lamp-3', trello());
      await tab.bringToFront();
      await waitForPanel(tab, { title: '[Desk Lamp 3] 台灯三代', goal: lampGoal });
      await click('a[href*="/c/Yanshou1"]');
      await waitForPanel(tab, { title: '首批交付前的验收', goal: lampGoal });
      expect(new URL(tab.url()).pathname).toMatch(/^\/c\/Yanshou1/);
      await picture('trello-card');
      await tab.goBack();
      await waitForPanel(tab, { title: '[Desk Lamp 3] 台灯三代', goal: lampGoal });
    });

    it('beside Gmail, follows the part of its address behind the #', async () => {
      tab = await browser.newPage();
      await openReproduced(tab, 'https://mail.google.com/mail/u/0/#inbox', gmail());
      await tab.bringToFront();
      await click('xpath/.//tr[contains(., "[Desk Lamp 3] Delivery")]');
      const lamp = await waitForPanel(tab, {
        title: '[Desk Lamp 3] Delivery of the first order',
        goal: lampGoal,
      });
      expect(lamp.who.slice(0, 2)).toEqual(['Sales: Liu Wei', 'Operations: Chen Jie']);
      await picture('gmail');
      await tab.evaluate(() => {
        location.hash = '#inbox/FMfcgzQbfxNextQuarters';
      });
      const budget = await waitForPanel(tab, { title: 'Budget of the next quarter', goal: '' });
      expect(budget.text).not.toMatch(/Liu Wei|8,000 units/);
    });
  });
});
