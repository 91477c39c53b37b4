/** What the suites on the panel share: a browser with the sample handbook, a board and a mail reader of our own, and hands in the panel. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { type Server, serve } from '@/test/fixtures/serve';
import { frameBox } from '../../scripts/browser/card.mjs';
import { unlessGone } from '../../scripts/browser/unless-gone.mjs';
import { type Box, type Engine, engines, type Place, type TestBrowser } from './browsers';
import { browserWithSample } from './card-pages';
import { panelFrame } from './panel';

export class PanelSuite {
  browser!: TestBrowser;
  /** The tab of the test that runs; closed after it. */
  page!: Page;
  /** What the user said to be a board, and to be mail; no slash at their ends. */
  board!: Server;
  mail!: Server;

  /** Opens a page in front and waits until our element stands there. */
  async open(url: string): Promise<void> {
    this.page = await this.browser.newPage(url);
    await this.page.bringToFront();
    await expect.poll(() => isOurs(this.page), { timeout: 20_000 }).toBe(true);
  }

  /** Presses the tab at the window's edge, once it is there. */
  async pressTab(side: 'left' | 'right' = 'right'): Promise<void> {
    const { width, height } = await windowOf(this.page);
    const [x, y] = [side === 'right' ? width - 8 : 8, height / 2];
    await expect.poll(() => isOursAt(this.page, x, y), { timeout: 20_000 }).toBe(true);
    await this.page.mouse.click(x, y);
  }

  frame(): Promise<Frame | null> {
    return panelFrame(this.page);
  }

  /** What the panel says, in lines; null: there is none. */
  async text(): Promise<string | null> {
    const frame = await this.frame();
    return frame ? textOf(frame) : null;
  }

  /** Waits until the panel says something. */
  async says(...wanted: string[]): Promise<void> {
    for (const part of wanted) await expect.poll(() => this.text(), { timeout: 20_000 }).toContain(part);
  }

  async isClosed(): Promise<void> {
    await expect.poll(() => this.frame()).toBeNull();
  }

  /** Box of the panel's frame, CSS pixels of the tab. */
  async box(): Promise<Box> {
    return (await frameBox((await this.frame())!))!;
  }

  /** Clicks what a selector finds in the panel, with the real mouse, once it stands still. */
  async click(selector: string, nth = 0): Promise<void> {
    let last = '';
    for (;;) {
      const frame = await this.frame();
      const [outer, inner] = await Promise.all([
        frame && unlessGone(frameBox(frame)),
        frame && unlessGone(frame.evaluate(boxIn, selector, nth)),
      ]);
      if (outer && inner) {
        const [x, y] = [outer.x + inner.x + inner.width / 2, outer.y + inner.y + inner.height / 2];
        if (last === `${x} ${y}`) return this.page.mouse.click(x, y);
        last = `${x} ${y}`;
      }
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }
}

/** One suite for both engines, each with a browser of its own on the sample handbook, read in R&D and in English. */
export function describePanel(
  name: string,
  pages: { board?: Parameters<typeof serve>[0]; mail?: Parameters<typeof serve>[0] },
  tests: (suite: PanelSuite, engine: Engine) => void,
): void {
  describe.each<Engine>(['chromium', 'firefox'])(`${name}, %s`, (engine) => {
    describe.skipIf(!engines.includes(engine))('in a real browser', () => {
      const suite = new PanelSuite();
      beforeAll(async () => {
        suite.board = await serve(pages.board ?? {});
        suite.mail = await serve(pages.mail ?? {});
        suite.browser = await browserWithSample(engine, { density: 'all' });
        await suite.browser.call('site.rule', { url: suite.board.url, rule: 'on', declared: 'board' });
        await suite.browser.call('site.rule', { url: suite.mail.url, rule: 'on', declared: 'mail' });
      });
      afterAll(async () => {
        await suite.browser?.close();
        await suite.board?.close();
        await suite.mail?.close();
      });
      afterEach(async () => {
        await suite.page?.close().catch(() => {});
        await suite.browser.call('settings.set', { dock: null });
      });
      tests(suite, engine);
    });
  });
}

/** A page of a project of the sample handbook, by its title. */
export const html = (body: string, title = 'Launch plan [Desk Lamp 3]') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
  <style>body { font: 16px/1.5 sans-serif; margin: 16px }</style></head><body>${body}</body></html>`;

/** By these one sees which project is shown. */
export const goals = { lamp: '8,000 units in stock', returns: 'without making it harder to return' };

export const textOf = async (place: Place) =>
  (await unlessGone(place.evaluate(() => document.body.innerText))) ?? '';

/** Whether our element stands on a page. */
export const isOurs = (page: Page) =>
  page.evaluate(() => document.querySelector('html > [data-common-ground][data-no-focus-lock]') !== null);

/** Whether what a pointer would meet at a point is ours. */
export const isOursAt = (page: Page, x: number, y: number) =>
  page.evaluate((x, y) => document.elementFromPoint(x, y)?.hasAttribute('data-no-focus-lock') ?? false, x, y);

/** Size of a page's window without scroll bars, CSS pixels. */
export const windowOf = (page: Page) =>
  page.evaluate(() => ({ width: document.documentElement.clientWidth, height: innerHeight }));

/** Runs in the panel, complete in itself. */
function boxIn(selector: string, nth: number): Box | null {
  const element = document.querySelectorAll(selector)[nth];
  element?.scrollIntoView({ block: 'nearest' });
  const box = element?.getBoundingClientRect();
  return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
}
