/** The panel beside the page, in the browser's own side bar: it shows the tab in front, and that alone. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Engine, TestBrowser } from './browsers';
import { panelFrame } from './panel';
import { describePanel, goals, html, isOurs } from './panel-suite';

const pages = {
  '/lamp': html('<main><h1>Launch plan [Desk Lamp 3]</h1><p>The delivery waits.</p></main>'),
  '/returns': html(
    '<main><h1>Fewer boxes [Returns]</h1><p>The launch waits.</p></main>',
    'Fewer boxes [Returns]',
  ),
  // Each time our element comes, it goes.
  '/jealous': html(
    `<main><h1>Jealous [Desk Lamp 3]</h1></main>
    <script>
      removed = 0;
      new MutationObserver(() => {
        for (const element of document.querySelectorAll('[data-no-focus-lock]')) {
          element.remove();
          removed++;
        }
      }).observe(document.documentElement, { childList: true });
    </script>`,
    'Jealous [Desk Lamp 3]',
  ),
  '/many': html(
    `<main><h1>Many [Desk Lamp 3]</h1>${Array.from(
      { length: 2000 },
      (_, i) => `<section><h2>Card ${i}</h2><p>The delivery of box ${i} waits for its launch.</p></section>`,
    ).join('')}</main>`,
    'Many [Desk Lamp 3]',
  ),
};
const unread = 'Common Ground is not on for this page';

describePanel('The panel beside the page', { board: pages }, (suite, engine) => {
  let side: SideBar | undefined;
  const tabs: Page[] = [];
  afterEach(async () => {
    await Promise.all(tabs.splice(0).map((tab) => tab.close()));
    await side?.close();
    side = undefined;
  });
  const tab = async (path: string) => {
    const page = await suite.browser.newPage(path.startsWith('/') ? suite.board.url + path : path);
    tabs.push(page);
    return page;
  };
  const says = (...texts: string[]) =>
    expect
      .poll(side!.text, { timeout: 20_000 })
      .toSatisfy((text: string) => texts.every((one) => text.includes(one)));

  it('shows the tab in front, changes with it, and keeps nothing of another', async () => {
    const lamp = await tab('/lamp');
    const returns = await tab('/returns');
    const blank = await tab('about:blank');
    side = await openSideBar(suite.browser, engine);
    await lamp.bringToFront();
    await says('Launch plan [Desk Lamp 3]', goals.lamp, 'delivery');
    /** Everything that is to be seen until what is wanted is there. */
    const until = async (wanted: string) => {
      const seen: string[] = [];
      await expect
        .poll(
          async () => {
            seen.push(await side!.text());
            return seen.at(-1);
          },
          { timeout: 20_000, interval: 10 },
        )
        .toContain(wanted);
      return seen;
    };
    await returns.bringToFront();
    const mixed = (await until(goals.returns)).filter(
      (text) => text.includes('[Returns]') && (text.includes(goals.lamp) || text.includes('delivery')),
    );
    expect(mixed).toEqual([]);
    await blank.bringToFront();
    await until(unread);
    for (const old of ['[Returns]', goals.returns, '[Desk Lamp 3]'])
      expect(await side.text()).not.toContain(old);
    await lamp.bringToFront();
    await until(goals.lamp);
    // What happens in a tab behind is not told.
    await returns.evaluate(() => {
      document.title = 'Moved on [Returns]';
    });
    await lamp.evaluate(() => {
      document.title = 'Next step [Desk Lamp 3]';
    });
    expect((await until('Next step')).filter((text) => text.includes('[Returns]'))).toEqual([]);
  });

  it('follows a tab that loads another page', async () => {
    const page = await tab('/lamp');
    side = await openSideBar(suite.browser, engine);
    await page.bringToFront();
    await says(goals.lamp);
    await page.goto(`${suite.board.url}/returns`);
    await says('Fewer boxes [Returns]', goals.returns);
    expect(await side.text()).not.toContain(goals.lamp);
    // Firefox tells automation of no load when it shows a page that it kept.
    await page.evaluate('history.back()');
    await says('Launch plan [Desk Lamp 3]', goals.lamp);
    expect(await side.text()).not.toContain(goals.returns);
  });

  it('speaks the language that is chosen while it is open', async () => {
    const page = await tab('/lamp');
    side = await openSideBar(suite.browser, engine);
    await page.bringToFront();
    await says('Shared goal');
    try {
      await suite.browser.call('settings.set', { language: 'zh-CN' });
      await says('共同目标', 'Launch plan [Desk Lamp 3]');
    } finally {
      await suite.browser.call('settings.set', { language: 'en' });
    }
  });

  it('says so where the page takes our element away again and again, and we stop', async () => {
    const page = await tab('/jealous');
    const removed = () => page.evaluate('removed');
    await expect.poll(removed, { timeout: 20_000 }).toBe(6);
    side = await openSideBar(suite.browser, engine);
    await page.bringToFront();
    await says('Jealous [Desk Lamp 3]', 'keeps taking the panel away');
    expect(await removed()).toBe(6);
    expect(await isOurs(page)).toBe(false);
    await (await tab('/lamp')).bringToFront();
    await says('Launch plan [Desk Lamp 3]');
    expect(await side.text()).not.toContain('keeps taking the panel away');
  });

  describe('many', () => {
    it('tabs: each has our tab at its edge, and only the one where it is opened a panel', async () => {
      await Promise.all(Array.from({ length: 30 }, (_, nth) => tab(nth % 2 ? '/lamp' : '/returns')));
      await expect
        .poll(async () => (await Promise.all(tabs.map(isOurs))).filter(Boolean).length, { timeout: 30_000 })
        .toBe(30);
      const page = tabs.find((tab) => tab.url().endsWith('/lamp'))!;
      await suite.browser.command(page, 'toggle-panel');
      await expect.poll(async () => (await panelFrame(page))?.evaluate(() => document.body.innerText)).toContain(goals.lamp); // biome-ignore format: one line says it
      const frames = await Promise.all(tabs.map((tab) => tab.frames().length));
      expect(frames.filter((count) => count > 1)).toHaveLength(1);
    });

    if (engine === 'chromium')
      it('cards, scrolled from end to end beside the open panel, leave nothing behind', async () => {
        const page = await tab('/many');
        await page.bringToFront();
        await suite.browser.command(page, 'toggle-panel');
        await expect.poll(async () => (await panelFrame(page))?.evaluate(() => document.body.innerText)).toContain(goals.lamp); // biome-ignore format: one line says it
        const scroll = () =>
          page.evaluate(async () => {
            const { scrollHeight } = document.documentElement;
            for (let y = 0; y < scrollHeight; y += 1500) {
              scrollTo(0, y);
              await new Promise(requestAnimationFrame);
            }
            scrollTo(0, 0);
            await new Promise((resolve) => requestIdleCallback(resolve));
          });
        // The first time scripts are compiled, and what they need again is kept.
        await scroll();
        await scroll();
        const first = await measure(page);
        await scroll();
        const second = await measure(page);
        expect(second.listeners).toBeLessThanOrEqual(first.listeners);
        expect(second.nodes).toBeLessThanOrEqual(first.nodes);
        expect(second.heap / first.heap).toBeLessThan(1.02);
      });
  });
});

interface SideBar {
  text(): Promise<string>;
  close(): Promise<void>;
}

/** Opens it by a click on a page of ours, which browsers ask for. */
async function openSideBar(browser: TestBrowser, engine: Engine): Promise<SideBar> {
  const page = await browser.extensionPage('/options.html');
  await page.waitForSelector('h1');
  await page.evaluate(async () => {
    const { chrome, browser } = globalThis as unknown as {
      chrome: {
        sidePanel: { open(where: object): void };
        windows: { getCurrent(): Promise<{ id: number }> };
      };
      browser?: { sidebarAction: { open(): void } };
    };
    const { id } = await chrome.windows.getCurrent();
    const button = document.createElement('button');
    button.id = 'open-side-bar';
    button.style.cssText = 'position: fixed; top: 0; left: 0; z-index: 9; padding: 20px';
    button.addEventListener('click', () => {
      if (chrome.sidePanel) chrome.sidePanel.open({ windowId: id });
      else browser?.sidebarAction.open();
    });
    document.body.append(button);
  });
  await page.click('#open-side-bar');
  if (engine === 'firefox') {
    const read = 'browser.extension.getViews({ type: "sidebar" })[0]?.document.body?.innerText ?? ""';
    const close = 'browser.extension.getViews({ type: "sidebar" })[0]?.close()';
    return {
      text: () => page.evaluate(read) as Promise<string>,
      async close() {
        await page.evaluate(close);
        await page.close();
      },
    };
  }
  const target = await browser.browser.waitForTarget((one) => one.url().endsWith('/panel.html'));
  const panel = await target.asPage();
  return {
    text: () => panel.evaluate(() => document.body.innerText),
    async close() {
      await panel.evaluate(() => window.close()).catch(() => {});
      await page.close();
    },
  };
}

/** What a page holds once nothing is left that could be thrown away. */
async function measure(page: Page) {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return { listeners: of('JSEventListeners'), nodes: of('Nodes'), heap: of('JSHeapUsedSize') };
}
