/** The panel on a page: opened, read, moved, closed, and the page beside it. */
import { expect, it } from 'vitest';
import { unlessGone } from '../../scripts/browser/unless-gone.mjs';
import { seenCard } from './card-pages';
import { panelFrame } from './panel';
import { describePanel, goals, html, textOf, windowOf } from './panel-suite';

const board = html(`<main>
  <h1>Launch plan [Desk Lamp 3]</h1>
  <p>The delivery waits, and the launch with it.</p>
  <input id="field">
  <button id="count" onclick="this.textContent = 1 + Number(this.textContent)">0</button>
  <div style="height: 3000px"></div>
  <button id="last">Last</button>
</main>`);

describePanel('The panel on a page', { board: { '*': board } }, (suite, engine) => {
  const open = async () => {
    await suite.open(`${suite.board.url}/plan`);
    await suite.pressTab();
    await suite.says(goals.lamp);
  };

  it('opens by its tab and says what the board is about', async () => {
    await open();
    await suite.says('Launch plan [Desk Lamp 3]', 'Shared goal', 'Who', 'Hand-offs', 'Words here');
    await suite.click('[aria-label="Close the panel"]');
    await suite.isClosed();
  });

  it('opens and closes by keys alone, and the focus is never lost', async () => {
    await suite.open(`${suite.board.url}/plan`);
    await suite.page.focus('#last');
    await suite.page.keyboard.press('Tab');
    await suite.page.keyboard.press('Enter');
    await suite.says(goals.lamp);
    const focused = async () => {
      const frame = await suite.frame();
      return frame && unlessGone(frame.evaluate(() => document.hasFocus()));
    };
    await expect.poll(focused).toBe(true);
    await suite.page.keyboard.press('Escape');
    await suite.isClosed();
    await suite.page.keyboard.press('Enter');
    await suite.says(goals.lamp);
  });

  it('opens and closes by its command', async () => {
    await suite.open(`${suite.board.url}/plan`);
    await suite.browser.command(suite.page, 'toggle-panel');
    await suite.says(goals.lamp);
    await suite.browser.command(suite.page, 'toggle-panel');
    await suite.isClosed();
  });

  it('has the width it is dragged to, on the side it is sent to, also after loading anew', async () => {
    await open();
    const { width } = await windowOf(suite.page);
    expect(await suite.box()).toMatchObject({ x: width - 360, width: 360, y: 0 });
    const { mouse } = suite.page;
    await mouse.move(width - 360, 300);
    await mouse.down();
    await mouse.move(width - 420, 300, { steps: 4 });
    await mouse.move(width - 450, 300);
    await mouse.up();
    expect((await suite.box()).width).toBe(450);
    await expect.poll(() => suite.browser.call('settings.get', {})).toMatchObject({ dock: { width: 450 } });
    await suite.click('[aria-label="Move to the other side"]');
    await expect.poll(async () => (await suite.box()).x).toBe(0);
    await expect.poll(() => suite.browser.call('settings.get', {})).toMatchObject({ dock: { side: 'left' } });
    await suite.page.reload();
    await suite.says(goals.lamp);
    expect(await suite.box()).toMatchObject({ x: 0, width: 450 });
  });

  it('leaves the page its clicks, keys and scrolling', async () => {
    await open();
    const { page } = suite;
    await page.click('#count');
    await page.click('#field');
    await page.keyboard.type('typed beside it');
    expect(await page.$eval('#count', ({ textContent }) => textContent)).toBe('1');
    expect(await page.$eval('#field', (field) => (field as HTMLInputElement).value)).toBe('typed beside it');
    await page.mouse.move(300, 400);
    await page.mouse.wheel({ deltaY: 600 });
    await expect.poll(() => page.evaluate('scrollY')).toBeGreaterThan(300);
    expect((await suite.box()).y).toBe(0);
  });

  it('follows the page, and what it said is gone at once', async () => {
    await open();
    await suite.page.evaluate(() => {
      history.pushState(null, '', '/other');
      document.title = 'Other [Returns]';
      document.querySelector('h1')!.textContent = 'Other [Returns]';
    });
    await suite.says('Other [Returns]', goals.returns);
    expect(await suite.text()).not.toContain(goals.lamp);
  });

  it("opens a word's card on the page", async () => {
    await open();
    await suite.says('delivery');
    await suite.click('.word', 0);
    const { text } = await seenCard(suite.browser, suite.page);
    expect(text).toMatch(/delivery|launch/);
  });

  const looks = [
    ['en', 'light', 360],
    ['zh-CN', 'dark', 280],
    ['en', 'dark', 280],
    ['zh-CN', 'light', 360],
  ] as const;
  it('breaks no rule of accessibility: in both languages, light and dark, beside wide and narrow pages', async () => {
    const { browser, board } = suite;
    try {
      for (const [language, theme, width] of looks) {
        await browser.call('settings.set', {
          language,
          contentLanguage: language,
          theme,
          dock: { width, side: 'right', openAt: [board.url] },
        });
        if (language === looks[0][0] && theme === looks[0][1]) await suite.open(`${board.url}/plan`);
        else await suite.page.reload();
        await suite.says(language === 'en' ? goals.lamp : '备货 8000 台', 'delivery');
        const frame = (await panelFrame(suite.page))!;
        expect(await frame.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
        await frame.evaluate(() => {
          for (const part of document.querySelectorAll('details')) part.open = true;
        });
        expect(await browser.axe(frame), `${language}, ${theme}, ${width} px`).toEqual([]);
        // Beside a narrow page it is the same.
        for (const page of [900, 1280]) {
          await suite.page.setViewport({ width: page, height: 800 });
          const expected = async () => ({ x: (await windowOf(suite.page)).width - width, width });
          await expect.poll(async () => suite.box()).toMatchObject(await expected());
          const fits = () => document.documentElement.scrollWidth <= innerWidth;
          expect(await frame.evaluate(fits), await textOf(frame)).toBe(true);
        }
      }
    } finally {
      await browser.call('settings.set', { language: 'en', contentLanguage: 'en', theme: null });
    }
  });

  if (engine === 'chromium')
    it('closed, costs a page nothing while that changes', async () => {
      await suite.open(`${suite.board.url}/plan`);
      // It begins with a look at the page.
      await expect.poll(() => ourCalls(suite.page), { timeout: 20_000 }).toBe(0);
      await suite.pressTab();
      await suite.says(goals.lamp);
      expect(await ourCalls(suite.page)).toBeGreaterThan(0);
    });
});

/** How often our script was called while the page changed, by the browser's own record. */
async function ourCalls(page: import('puppeteer-core').Page): Promise<number> {
  await page.tracing.start({
    categories: ['devtools.timeline', 'v8.execute', 'disabled-by-default-v8.stack_trace'],
  });
  await page.evaluate(async () => {
    for (let i = 0; i < 40; i++) {
      document.querySelector('main')!.append(document.createElement('p'), 'text');
      await new Promise(requestAnimationFrame);
    }
    await new Promise((resolve) => setTimeout(resolve, 600));
  });
  const trace = Buffer.from((await page.tracing.stop())!).toString();
  const { traceEvents } = JSON.parse(trace) as {
    traceEvents: Array<{ name: string; args: { data?: { url?: string } } }>;
  };
  return traceEvents.filter(({ args }) => args.data?.url?.endsWith('/workspace.js')).length;
}
