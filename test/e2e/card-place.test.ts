/** Where the card is drawn: beside the word and never over its line, above whatever the page puts on top. */
import type { Frame } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { Box, Place } from './browsers';
import {
  describeCards,
  html,
  leadsWithAnother,
  linesOf,
  middleOf,
  overlap,
  type SeenCard,
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

describeCards('the place of the card', pages, (suite) => {
  const frameWith = (path: string) =>
    expect
      .poll(() => suite.page.frames().find((frame) => frame.url().endsWith(path)), { timeout: 10_000 })
      .toBeDefined()
      .then(() => suite.page.frames().find((frame) => frame.url().endsWith(path)) as Frame);
  const openFrame = async (path: string, frame: string) => {
    suite.page = await suite.browser.newPage(suite.url + path);
    const found = await frameWith(frame);
    await suite.browser.waitForMarks(found, undefined, 30_000);
    return found;
  };

  async function expectBeside(place: Place, word: string, { box }: SeenCard, lines?: Box[]): Promise<void> {
    for (const line of lines ?? (await linesOf(place, word))) expect(overlap(line, box)).toBe(false);
    const { width, height } = (await suite.page.evaluate(
      '({ width: innerWidth, height: innerHeight })',
    )) as Box;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  }

  it.each(['/top', '/bottom', '/left', '/right', '/corner', '/middle'])(
    'is beside a word at %s',
    async (path) => {
      await suite.open(path);
      await expectBeside(suite.page, 'delivery', await suite.hover());
    },
  );

  it('is beside a word in a scrolled box, and goes when that scrolls on', async () => {
    await suite.open('/scrolled');
    await suite.page.evaluate("document.querySelector('div').scrollTo(0, 420)");
    const card = await suite.hover();
    await expectBeside(suite.page, 'delivery', card);
    await suite.page.evaluate("document.querySelector('div').scrollBy(0, 40)");
    await suite.browser.waitForNoCard(suite.page);
  });

  it('covers no part of a word that breaks over lines', async () => {
    suite.page = await suite.browser.newPage(`${suite.url}/broken`);
    await suite.browser.waitForMarks(suite.page, undefined, 30_000);
    const lines = await linesOf(suite.page, 'lead time');
    expect(lines.length).toBeGreaterThan(1);
    await suite.page.mouse.move(...middleOf(lines[0]!));
    await suite.page.mouse.move(middleOf(lines[0]!)[0] + 1, middleOf(lines[0]!)[1]);
    await expectBeside(suite.page, 'lead time', await suite.seen());
  });

  it.each(['/zoomed', '/transformed'])('is beside a word on a page that is %s', async (path) => {
    await suite.open(path);
    await expectBeside(suite.page, 'delivery', await suite.hover());
  });

  it('is beside a word while the browser zooms', async () => {
    await suite.open('/words');
    await zoomTo(1.5);
    try {
      await suite.page.waitForFunction('devicePixelRatio === 1.5', { polling: 100 });
      await suite.browser.hover(suite.page, 'delivery');
      await suite.browser.waitForCard(suite.page);
      const [{ x, y, height }] = (await linesOf(suite.page, 'delivery')) as [Box];
      const isCard = (down: number) =>
        suite.page.evaluate(
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
    suite.browser.inExtension(
      `const { tabs } = globalThis.browser ?? chrome;
       const tab = (await tabs.query({})).find(({ url }) => url?.startsWith(arguments[0]));
       await tabs.setZoom(tab.id, arguments[1]);`,
      suite.url,
      factor,
    );

  it('fits into a narrow window and a low one', async () => {
    await suite.open('/words');
    await suite.page.setViewport({ width: 320, height: 300 });
    const card = await suite.hover();
    await expectBeside(suite.page, 'delivery', card);
    const wide = await suite.browser.inCard(
      suite.page,
      () => document.documentElement.scrollWidth - innerWidth,
    );
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
    const { point, ...card } = await suite.hover('delivery', frame);
    expect(card.box.width).toBe(384);
    await expectBeside(suite.page, 'delivery', card, [
      { x: point.x - 2, y: point.y - 6, width: 4, height: 12 },
    ]);
    expect(
      Math.min(Math.abs(card.box.y - point.y), Math.abs(card.box.y + card.box.height - point.y)),
    ).toBeLessThan(40);
    // It stays while the pointer is in it, though that is outside the frame.
    await suite.page.mouse.move(...middleOf(card.box), { steps: 4 });
    await waitLongerThanDelays();
    expect(await suite.browser.cardText(suite.page)).not.toBeNull();
    await suite.page.mouse.move(1200, 700);
    await suite.browser.waitForNoCard(suite.page);
  });

  it('goes with its frame', async () => {
    const frame = await openFrame('/frame', '/words');
    await suite.hover('delivery', frame);
    await suite.page.evaluate("document.querySelector('iframe').remove()");
    await suite.browser.waitForNoCard(suite.page);
    await expect
      .poll(() => suite.page.evaluate("document.querySelectorAll('[data-common-ground]').length"))
      .toBe(0);
  });

  it('is seen in full screen', async () => {
    await suite.open('/full');
    await suite.page.click('button');
    await suite.page.waitForFunction('document.fullscreenElement !== null', { polling: 100 });
    await expectBeside(suite.page, 'delivery', await suite.hover());
  });

  it('is seen above a modal dialog, whose Esc is its own again afterwards', async () => {
    await suite.open('/modal');
    await expectBeside(suite.page, 'delivery', await suite.hover());
    await suite.browser.clickInCard(suite.page, '.choice:nth-of-type(2)');
    await suite.browser.waitForCard(suite.page, leadsWithAnother);
    await suite.page.mouse.move(1200, 700);
    await suite.browser.waitForNoCard(suite.page);
    expect(await suite.page.evaluate('modal.open')).toBe(true);
    await suite.hover();
    await suite.page.keyboard.press('Escape');
    await suite.browser.waitForNoCard(suite.page);
    expect(await suite.page.evaluate('modal.open')).toBe(true);
    await suite.page.keyboard.press('Escape');
    await expect.poll(() => suite.page.evaluate('modal.open')).toBe(false);
  });

  it('outlasts a modal dialog when it is pinned', async () => {
    await suite.open('/modal');
    await suite.hover();
    await suite.pin();
    await suite.page.evaluate('modal.close()');
    await suite.seen((text) => text.startsWith('delivery'));
    await suite.page.evaluate('modal.showModal()');
    await suite.seen((text) => text.startsWith('delivery'));
    await suite.browser.clickInCard(suite.page, '[aria-label="Close"]');
    await suite.browser.waitForNoCard(suite.page);
  });

  it('is used above a dialog that pulls the focus back', async () => {
    await suite.open('/trap');
    await suite.browser.command(suite.page, 'next-term');
    await expectBeside(suite.page, 'delivery', await suite.seen());
    await suite.page.keyboard.press('ArrowRight');
    await suite.browser.waitForCard(suite.page, leadsWithAnother);
    await suite.page.keyboard.press('Escape');
    await suite.browser.waitForNoCard(suite.page);
    await expect.poll(() => suite.page.evaluate('document.activeElement.id')).toBe('inside');
  });

  it('does not open for a word that lies under something else', async () => {
    await suite.open('/covered');
    await suite.browser.hover(suite.page, 'delivery');
    await waitLongerThanDelays();
    expect(await suite.browser.cardText(suite.page)).toBeNull();
  });
});
