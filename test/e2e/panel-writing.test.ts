/** At a card's actions and at what is being written: the Ask button, and the chip that counts words read differently. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { describePanel, html, isOurs, isOursAt, windowOf } from './panel-suite';
import { openReproduced } from './reproduced';
import { gmail, type Reproduction } from './reproductions';

const card = html(`<main><h1 style="display: inline-block">Hinge [Desk Lamp 3]</h1>
  <p>The delivery waits.</p><button id="last">Last</button>
  <script>
    keys = [];
    document.addEventListener('keydown', ({ key }) => keys.push(key));
  </script></main>`);
const mail = html(
  `<main><h1>Friday</h1><p>To <a href="mailto:clara@sales.example.com">Clara</a></p>
  <textarea id="plain" style="width: 500px; height: 120px"></textarea>
  <div id="rich" contenteditable="true" style="width: 500px; min-height: 120px; border: 1px solid"></div>
  <iframe id="framed" src="/editor" style="width: 500px; height: 140px"></iframe></main>`,
  'Friday',
);
const editor =
  '<!doctype html><title>Editor</title><body contenteditable="true" style="min-height: 100px"></body>';

describePanel(
  'Writing beside the panel',
  { board: { '*': card }, mail: { '/editor': editor, '*': mail } },
  (suite) => {
    describe('the Ask button', () => {
      /** Where it should be: behind the heading, on its line. */
      const place = () =>
        suite.page.evaluate(() => {
          const box = document.querySelector('h1')!.getBoundingClientRect();
          return { x: box.right + 8 + 12, y: box.y + box.height / 2 };
        });
      const isThere = async () => {
        const { x, y } = await place();
        return isOursAt(suite.page, x, y);
      };
      const open = async () => {
        await suite.open(`${suite.board.url}/card/7`);
        await expect.poll(isThere).toBe(true);
      };
      const isAtWho = () =>
        expect
          .poll(async () => (await suite.frame())?.evaluate(() => Boolean(document.activeElement?.closest('.part-who a'))), {
            timeout: 20_000,
          })
          .toBe(true); // biome-ignore format: one question

      it("stands behind the card's title and opens the panel at who is to be asked", async () => {
        await open();
        const { x, y } = await place();
        await suite.page.mouse.click(x, y);
        await isAtWho();
      });

      it('is reached and pressed by keys, and what is pressed on it is not meant for the page', async () => {
        await open();
        await suite.page.focus('#last');
        await suite.page.keyboard.press('Tab');
        await suite.page.keyboard.press('Tab');
        await suite.page.keyboard.press('k');
        await suite.page.keyboard.press('Escape');
        expect(await suite.page.evaluate('keys')).toEqual(['Tab']);
        await suite.page.keyboard.press('Enter');
        await isAtWho();
      });

      it('comes again when the host draws its card anew, without a loop', async () => {
        await open();
        const drawn = await suite.page.evaluate(async () => {
          let changes = 0;
          new MutationObserver((records) => {
            changes += records.length;
          }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
          for (let i = 0; i < 5; i++) {
            const title = document.querySelector('h1')!;
            title.replaceWith(title.cloneNode(true));
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
          return changes;
        });
        await expect.poll(isThere).toBe(true);
        // What the page did itself, and nothing of ours.
        expect(drawn).toBe(5);
      });

      it('does not lie under the open panel in a narrow window: it has room beside it, or is not to be seen', async () => {
        await open();
        const { page } = suite;
        await page.setViewport({ width: 700, height: 700 });
        await page.$eval('h1', (heading) => heading.append(document.createElement('br'), 'Plan'));
        await suite.pressTab();
        await suite.says('Who');
        const { x: edge } = await suite.box();
        const top = await page.$eval('h1', (heading) => heading.getBoundingClientRect().top);
        const beside = () => ours(page, { left: 0, right: edge, top, bottom: top + 120 });
        await expect.poll(beside).toMatchObject({ whole: true });
        expect((await beside())!.right).toBeLessThanOrEqual(edge - 8);

        // No line of what it stands at has room.
        await page.$eval('h1', (heading) => heading.style.setProperty('padding-left', '200px'));
        await page.$eval('main', (main) => main.append('.'));
        const anywhere = () => ours(page, { left: 0, right: edge, top: 0, bottom: 700 });
        await expect.poll(anywhere, { timeout: 15_000 }).toBeNull();
        await suite.click('[aria-label="Close the panel"]');
        await suite.isClosed();
        const inPage = () => ours(page, { left: 0, right: 700 - 24, top, bottom: top + 120 });
        await expect.poll(inPage, { timeout: 15_000 }).toMatchObject({ whole: true });
      });

      it('is not there on a host that has changed', async () => {
        const changed: Reproduction = (url) => {
          const answer = gmail()(url);
          return { ...answer, body: answer.body.replaceAll("'gF'", "'xF'").replaceAll("'gD'", "'xD'") };
        };
        for (const [host, isThere] of [
          [gmail(), true],
          [changed, false],
        ] as const) {
          const page = await suite.browser.newPage();
          suite.page = page;
          await openReproduced(page, 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQbfxLampDelivery', host);
          await page.bringToFront();
          await page.waitForSelector('.ha');
          const { top, bottom } = await page.$eval('.ha', (head) => {
            const { top, bottom } = head.getBoundingClientRect();
            return { top, bottom: bottom + 40 };
          });
          await expect.poll(() => isOurs(page), { timeout: 20_000 }).toBe(true);
          const button = async () =>
            ours(page, { left: 0, right: (await windowOf(page)).width - 24, top, bottom });
          if (isThere) await expect.poll(button, { timeout: 15_000 }).toMatchObject({ whole: true });
          else {
            await suite.pressTab();
            await suite.says('This site has changed.');
            await suite.click('[aria-label="Close the panel"]');
            await suite.isClosed();
            expect(await button()).toBeNull();
          }
          if (isThere) await page.close();
        }
      });

      it('goes with what it stands at, and leaves the page alone', async () => {
        await open();
        const { x, y } = await place();
        await suite.page.evaluate(() => document.querySelector('h1')!.remove());
        await expect.poll(() => isOursAt(suite.page, x, y)).toBe(false);
      });
    });

    describe('a draft', () => {
      const open = async () => {
        await suite.open(`${suite.mail.url}/compose`);
      };
      const boxOf = (id: string) =>
        suite.page.$eval(id, (element) => {
          const { right, bottom } = element.getBoundingClientRect();
          return { x: right - 8 - 12, y: bottom - 8 - 8 };
        });
      const chipAt = async (id: string) => {
        const { x, y } = await boxOf(id);
        return isOursAt(suite.page, x, y);
      };
      const frameIn = async () => (await (await suite.page.$('#framed'))!.contentFrame())!;
      const read = async (id: string) =>
        id === '#framed'
          ? (await frameIn()).evaluate(() => document.body.innerText)
          : suite.page.$eval(id, (element) =>
              'value' in element ? String(element.value) : (element as HTMLElement).innerText,
            );

      it.each(['#plain', '#rich', '#framed'])(
        'in %s is counted when typing stops, changed only at a press, and undone',
        async (id) => {
          await open();
          const { page } = suite;
          await page.click(id);
          const text = 'The delivery is due on Friday, and one more delivery later.';
          await page.keyboard.type(text);
          expect(await read(id)).toBe(text);
          await expect.poll(() => chipAt(id), { timeout: 15_000 }).toBe(true);
          expect(await read(id)).toBe(text);
          const { x, y } = await boxOf(id);
          await page.mouse.click(x, y);
          await suite.says('In what you write', 'Sales reads', 'Write “build delivery”');
          expect(await read(id)).toBe(text);
          await suite.click('.part-draft .actions button', 0);
          const changed = text.replace('delivery', 'build delivery');
          await expect.poll(() => read(id)).toBe(changed);
          await page.keyboard.down('Control');
          await page.keyboard.press('z');
          await page.keyboard.up('Control');
          await expect.poll(() => read(id)).toBe(text);
          await suite.says('Add a note at the end');
          await suite.click('.part-draft .actions button', 1);
          await expect.poll(() => read(id)).toMatch(/later\.\s+delivery: A build with release notes/);
        },
      );

      it('that nobody reads differently has no chip', async () => {
        await open();
        await suite.page.click('#plain');
        await suite.page.keyboard.type('See you at lunch.');
        await suite.page.click('#rich');
        await suite.page.keyboard.type('The delivery.');
        await expect.poll(() => chipAt('#rich'), { timeout: 15_000 }).toBe(true);
        expect(await chipAt('#plain')).toBe(false);
      });
    });
  },
);

/** Where within an area of a page the pointer would meet ours; `whole`: a button's width of it; null: nowhere. */
function ours(page: Page, area: { left: number; right: number; top: number; bottom: number }) {
  return page.evaluate(({ left, right, top, bottom }) => {
    const found: number[] = [];
    for (let y = Math.max(0, top); y < bottom; y += 4)
      for (let x = left; x < right; x += 4)
        if (document.elementFromPoint(x, y)?.hasAttribute('data-no-focus-lock')) found.push(x);
    if (found.length === 0) return null;
    const [from, to] = [Math.min(...found), Math.max(...found)];
    return { left: from, right: to, whole: to - from > 40 };
  }, area);
}
