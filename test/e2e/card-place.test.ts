/** Where the card is drawn: beside the word and never over its line, above whatever the page puts on top. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '@/test/fixtures/serve';
import { type Box, type Engine, engines, type Place, type TestBrowser } from './browsers';
import {
  browserWithSample,
  hoverCard,
  html,
  linesOf,
  middleOf,
  openPage,
  overlap,
  type SeenCard,
  seenCard,
  waitLongerThanDelays,
} from './card-pages';

const words = '<p>The delivery is late.</p>';
const at = (style: string) => html(`<p style="position:fixed;margin:0;${style}">The delivery is late.</p>`);

const pages = {
  '/top': at('top:0;left:300px'),
  '/bottom': at('bottom:0;left:300px'),
  '/left': at('top:300px;left:-20px'),
  '/right': at('top:300px;right:0'),
  '/corner': at('bottom:0;right:0'),
  '/middle': at('top:390px;left:500px'),
  '/scrolled': html(`
    <div style="height:200px;width:400px;overflow:auto;border:1px solid;margin-top:250px">
      <div style="height:500px;width:900px"></div>${words}<div style="height:500px"></div>
    </div>`),
  '/broken': html(`<p style="width:60px;margin:200px">It is all about the <span>lead
    time</span> of lamps</p>`),
  '/zoomed': html(words, '<style>html{zoom:1.5}</style>'),
  '/transformed': html(
    `<div style="transform:scale(1.4) rotate(3deg);transform-origin:0 0;margin:100px">${words}</div>`,
  ),
  '/words': html(words),
  '/far': html(`<div style="height:160px"></div>${words}<div style="height:900px"></div>`),
  '/frame': html(
    '<div style="height:220px"></div><iframe src="/words" style="margin-left:200px;width:260px;height:70px;border:8px solid;padding:4px"></iframe>',
  ),
  '/nested': html('<iframe src="/frame" style="width:640px;height:380px;margin:30px"></iframe>'),
  '/zoomed-frame': html(
    '<iframe src="/words" style="margin:60px;width:260px;height:70px"></iframe>',
    '<style>html{zoom:1.5}</style>',
  ),
  '/scaled-frame': html(
    '<iframe src="/words" style="margin:60px;width:260px;height:70px;transform:scale(1.5);transform-origin:0 0"></iframe>',
  ),
  '/srcdoc': html(
    `<iframe srcdoc="${words.replace(/"/g, '&quot;')}" sandbox="allow-same-origin" style="width:260px;height:70px"></iframe>`,
  ),
  '/full': html(
    `<div id="full" style="background:#fff"><button onclick="full.requestFullscreen()">Full screen</button>${words}</div>`,
  ),
  '/modal': html(
    `<dialog id="modal"><p>The delivery is late.</p><button>Fine</button></dialog><script>modal.showModal()</script>`,
  ),
  '/trap': html(`
    <p>Behind</p><div id="trap" role="dialog" aria-modal="true" style="position:fixed;inset:100px;background:#eee;z-index:2147483647">
      <input id="inside"><p>The delivery is late.</p>
    </div>
    <script>
      document.addEventListener('focusin', ({ target }) => { if (!trap.contains(target)) inside.focus(); }, true);
      document.addEventListener('focusout', ({ relatedTarget }) => {
        if (relatedTarget && !trap.contains(relatedTarget)) inside.focus();
      }, true);
      inside.focus();
    </script>`),
  '/covered': html(
    `<p>The delivery is late.</p><div style="position:absolute;inset:0;background:#ddd;z-index:9">Above it</div>`,
  ),
};

describe.each<Engine>(['chromium', 'firefox'])('%s', (engine) => {
  describe.skipIf(!engines.includes(engine))('the place of the card', () => {
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

    const frameWith = (path: string) =>
      expect
        .poll(() => page.frames().find((frame) => frame.url().endsWith(path)), { timeout: 10_000 })
        .toBeDefined()
        .then(() => page.frames().find((frame) => frame.url().endsWith(path)) as Frame);
    const openFrame = async (path: string, frame: string) => {
      page = await browser.newPage(server.url + path);
      const found = await frameWith(frame);
      await browser.waitForMarks(found, undefined, 30_000);
      return found;
    };

    async function expectBeside(place: Place, word: string, { box }: SeenCard, lines?: Box[]): Promise<void> {
      for (const line of lines ?? (await linesOf(place, word))) expect(overlap(line, box)).toBe(false);
      const { width, height } = (await page.evaluate('({ width: innerWidth, height: innerHeight })')) as Box;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }

    it.each(['/top', '/bottom', '/left', '/right', '/corner', '/middle'])(
      'is beside a word at %s',
      async (path) => {
        page = await openPage(browser, server.url + path);
        await expectBeside(page, 'delivery', await hoverCard(browser, page));
      },
    );

    it('is beside a word in a scrolled box, and goes when that scrolls on', async () => {
      page = await openPage(browser, `${server.url}/scrolled`);
      await page.evaluate("document.querySelector('div').scrollTo(0, 420)");
      const card = await hoverCard(browser, page);
      await expectBeside(page, 'delivery', card);
      await page.evaluate("document.querySelector('div').scrollBy(0, 40)");
      await browser.waitForNoCard(page);
    });

    it('covers no part of a word that breaks over lines', async () => {
      page = await browser.newPage(`${server.url}/broken`);
      await browser.waitForMarks(page, undefined, 30_000);
      const lines = await linesOf(page, 'lead time');
      expect(lines.length).toBeGreaterThan(1);
      await page.mouse.move(...middleOf(lines[0]!));
      await page.mouse.move(middleOf(lines[0]!)[0] + 1, middleOf(lines[0]!)[1]);
      await expectBeside(page, 'lead time', await seenCard(browser, page));
    });

    it.each(['/zoomed', '/transformed'])('is beside a word on a page that is %s', async (path) => {
      page = await openPage(browser, server.url + path);
      await expectBeside(page, 'delivery', await hoverCard(browser, page));
    });

    it('is beside a word while the browser zooms', async () => {
      page = await openPage(browser, `${server.url}/words`);
      await zoomTo(1.5);
      try {
        await page.waitForFunction('devicePixelRatio === 1.5');
        await browser.hover(page, 'delivery');
        await browser.waitForCard(page);
        const [{ x, y, height }] = (await linesOf(page, 'delivery')) as [Box];
        const isCard = (down: number) =>
          page.evaluate(
            (x, y) => document.elementFromPoint(x, y)!.hasAttribute('data-common-ground'),
            x + 3,
            y + down,
          );
        await expect.poll(() => isCard(height + 12), { timeout: 10_000 }).toBe(true);
        expect([await isCard(0), await isCard(height / 2), await isCard(height)]).toEqual([
          false,
          false,
          false,
        ]);
      } finally {
        await zoomTo(1);
      }
    });
    const zoomTo = (factor: number) =>
      browser.inExtension(
        `const { tabs } = globalThis.browser ?? chrome;
         const tab = (await tabs.query({})).find(({ url }) => url?.startsWith(arguments[0]));
         await tabs.setZoom(tab.id, arguments[1]);`,
        server.url,
        factor,
      );

    it('fits into a narrow window and a low one', async () => {
      page = await openPage(browser, `${server.url}/words`);
      await page.setViewport({ width: 320, height: 300 });
      const card = await hoverCard(browser, page);
      await expectBeside(page, 'delivery', card);
      const wide = await browser.inCard(page, () => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBe(0);
    });

    it.each([
      ['/frame', '/words'],
      ['/nested', '/words'],
      ['/zoomed-frame', '/words'],
      ['/scaled-frame', '/words'],
      ['/srcdoc', 'about:srcdoc'],
    ])('is drawn around a frame that is too small for it: %s', async (path, inside) => {
      const frame = await openFrame(path, inside);
      const { point, ...card } = await hoverCard(browser, frame);
      expect(card.box.width).toBe(384);
      await expectBeside(page, 'delivery', card, [{ x: point.x - 2, y: point.y - 6, width: 4, height: 12 }]);
      expect(
        Math.min(Math.abs(card.box.y - point.y), Math.abs(card.box.y + card.box.height - point.y)),
      ).toBeLessThan(40);
      // It stays while the pointer is in it, though that is outside the frame.
      await page.mouse.move(...middleOf(card.box), { steps: 4 });
      await waitLongerThanDelays();
      expect(await browser.readCard(page)).not.toBeNull();
      await page.mouse.move(1200, 700);
      await browser.waitForNoCard(page);
    });

    it('goes with its frame', async () => {
      const frame = await openFrame('/frame', '/words');
      await hoverCard(browser, frame);
      await page.evaluate("document.querySelector('iframe').remove()");
      await browser.waitForNoCard(page);
      await expect
        .poll(() => page.evaluate("document.querySelectorAll('[data-common-ground]').length"))
        .toBe(0);
    });

    it('is seen in full screen', async () => {
      page = await openPage(browser, `${server.url}/full`);
      await page.click('button');
      await page.waitForFunction('document.fullscreenElement !== null');
      await expectBeside(page, 'delivery', await hoverCard(browser, page));
    });

    it('is seen above a modal dialog, whose Esc is its own again afterwards', async () => {
      page = await openPage(browser, `${server.url}/modal`);
      await expectBeside(page, 'delivery', await hoverCard(browser, page));
      await browser.clickInCard(page, '.choice:nth-of-type(2)');
      await browser.waitForCard(page, (text) => text.includes('acceptance form'));
      await page.mouse.move(1200, 700);
      await browser.waitForNoCard(page);
      expect(await page.evaluate('modal.open')).toBe(true);
      await hoverCard(browser, page);
      await page.keyboard.press('Escape');
      await browser.waitForNoCard(page);
      expect(await page.evaluate('modal.open')).toBe(true);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.evaluate('modal.open')).toBe(false);
    });

    it('outlasts a modal dialog when it is pinned', async () => {
      page = await openPage(browser, `${server.url}/modal`);
      await hoverCard(browser, page);
      await browser.clickInCard(page, '[aria-label="Keep open"]');
      await page.evaluate('modal.close()');
      await seenCard(browser, page, (text) => text.startsWith('delivery'));
      await page.evaluate('modal.showModal()');
      await seenCard(browser, page, (text) => text.startsWith('delivery'));
      await browser.clickInCard(page, '[aria-label="Close"]');
      await browser.waitForNoCard(page);
    });

    it('is used above a dialog that pulls the focus back', async () => {
      page = await openPage(browser, `${server.url}/trap`);
      await browser.command(page, 'next-term');
      await expectBeside(page, 'delivery', await seenCard(browser, page));
      await page.keyboard.press('ArrowRight');
      await browser.waitForCard(page, (text) => text.includes('acceptance form'));
      await page.keyboard.press('Escape');
      await browser.waitForNoCard(page);
      await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('inside');
    });

    it('does not open for a word that lies under something else', async () => {
      page = await openPage(browser, `${server.url}/covered`);
      await browser.hover(page, 'delivery');
      await waitLongerThanDelays();
      expect(await browser.readCard(page)).toBeNull();
    });
  });
});
