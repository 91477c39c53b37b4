/** At a card's actions and at what is being written: the Ask button, and the chip that counts words read differently. */
import { describe, expect, it } from 'vitest';
import { describePanel, html, isOursAt } from './panel-suite';

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
