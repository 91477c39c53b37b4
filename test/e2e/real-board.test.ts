/** Over a real board, whose elements have no stable names. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Engine, engines, type TestBrowser } from './browsers';
import { browserWithSample, hoverCard, middleOf } from './card-pages';
import { type Board, hasPrograms, startBoard } from './real-hosts/board';
import { boardName, cards, lists } from './real-hosts/cards';

/** Runs in the page: names of the lists in which a marked word stands. */
function listsWith(word: string): string[] {
  const found: string[] = [];
  for (const name of ['common-ground-term', 'common-ground-contested'])
    for (const { startContainer, startOffset, endOffset } of CSS.highlights.get(name) ?? []) {
      if (startContainer.textContent?.slice(startOffset, endOffset) !== word) continue;
      let at = startContainer.parentElement;
      while (at && !at.querySelector('h3')) at = at.parentElement;
      if (startContainer.isConnected) found.push(at?.querySelector('h3')?.textContent ?? '');
    }
  return found;
}

describe.skipIf(!hasPrograms)('The board', () => {
  describe.each<Engine>(['chromium', 'firefox'])('in %s', (engine) => {
    describe.skipIf(!engines.includes(engine))('which is on this machine', () => {
      let board: Board;
      let browser: TestBrowser;
      let tab: Page;
      beforeAll(async () => {
        // Each moves cards of its own.
        board = await startBoard(boardName, lists, cards);
        browser = await browserWithSample(engine, { density: 'all' });
      });
      afterAll(async () => {
        await browser?.close();
        await board?.stop();
      });
      beforeEach(async () => {
        tab = await browser.newPage(board.url);
        await tab.bringToFront();
        await browser.waitForMarks(tab, (marks) => marks.some(({ text }) => text === 'key message'), 20_000);
      });
      afterEach(() => tab?.close());

      /** With the mouse where automation can drag; Firefox's cannot, so there the page is told what it would be told. */
      async function drag(what: string, where: string): Promise<void> {
        const [card, list] = [(await tab.waitForSelector(what))!, (await tab.waitForSelector(where))!];
        if (engine === 'firefox') {
          await tab.evaluate(
            (card, list) => {
              const dataTransfer = new DataTransfer();
              const tell = (element: Element, type: string) =>
                element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
              tell(card, 'dragstart');
              tell(list, 'dragover');
              tell(list, 'drop');
              tell(card, 'dragend');
            },
            card,
            list,
          );
          return;
        }
        const [x, y] = middleOf((await card.boundingBox())!);
        await tab.mouse.move(x, y);
        await tab.mouse.down();
        await tab.mouse.move(x + 10, y + 5, { steps: 3 });
        await tab.mouse.move(...middleOf((await list.boundingBox())!), { steps: 8 });
        await tab.mouse.up();
      }

      it('marks titles of cards in both languages, and opens their card', async () => {
        const texts = (
          await browser.waitForMarks(tab, (marks) => marks.some(({ text }) => text === '版本'))
        ).map(({ text }) => text);
        expect(texts).toEqual(
          expect.arrayContaining(['Schedule', 'batch', 'Delivery', '灰度发布', '交付', '验收']),
        );
        await hoverCard(browser, tab, 'Delivery', (text) => text.startsWith('delivery'));
      });

      it('goes on marking a card that is moved to another list', async () => {
        expect(await tab.evaluate(listsWith, 'key message')).toEqual(['To Do']);
        await drag(
          '[aria-label$="Write the key message"]',
          'xpath/.//h3[text()="Quality 质量部"]/ancestor::div[3]',
        );
        await expect.poll(() => board.listOf('Write the key message')).toBe('Quality 质量部');
        await expect.poll(() => tab.evaluate(listsWith, 'key message')).toEqual(['Quality 质量部']);
        await hoverCard(browser, tab, 'key message');
      });

      it('marks the text of a card that is opened in a dialog', async () => {
        await tab.click('[aria-label$="Delivery of the sample to the hotel"]');
        await browser.waitForMarks(tab, (marks) => marks.some(({ text }) => text === 'acceptance'), 20_000);
        await hoverCard(browser, tab, 'acceptance');
      });
    });
  });
});
