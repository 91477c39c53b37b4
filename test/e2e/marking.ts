/** What the suites on marking share: a browser on a small handbook, pages served as they are written in a test. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { pageWords } from '@/test/fixtures/page-words';
import { type Server, serve } from '@/test/fixtures/serve';
import type { HandbookSource } from '@/utils/handbook/schema';
import type { Settings } from '@/utils/store/settings';
import { type Engine, engines, freshBrowser, type TestBrowser } from './browsers';

export interface Served {
  body: string;
  type?: string;
  headers?: Record<string, string>;
}

export class Marking {
  readonly browser: TestBrowser;
  readonly #server: Server;
  readonly #pages: Record<string, string | Served>;
  #made = 0;

  constructor(browser: TestBrowser, server: Server, pages: Record<string, string | Served>) {
    this.browser = browser;
    this.#server = server;
    this.#pages = pages;
  }

  get origin(): string {
    return this.#server.url;
  }

  /** @returns the address a page is served at from now on */
  serve(page: string | Served, path = `/${++this.#made}`): string {
    this.#pages[path] = page;
    return this.#server.url + path;
  }

  /** Opens a page in a tab of its own. */
  open(page: string | Served): Promise<Page> {
    return this.browser.newPage(this.serve(page));
  }

  set(density: Settings['density']): Promise<Settings> {
    return this.browser.call('settings.set', { density });
  }

  /** Marked text in the order of the page, once `wanted` holds of it. */
  async texts(
    place: Page | Frame,
    wanted: (texts: string[]) => boolean = (texts) => texts.length > 0,
  ): Promise<string[]> {
    const plain = (marks: Array<{ text: string }>) => marks.map(({ text }) => text);
    return plain(await this.browser.waitForMarks(place, (marks) => wanted(plain(marks))));
  }

  /** Waits until exactly these are marked; throws with what is. */
  async waitFor(place: Page | Frame, ...texts: string[]): Promise<void> {
    await this.texts(place, (found) => JSON.stringify(found) === JSON.stringify(texts));
  }
}

/** One suite for both engines, each with a browser of its own on a handbook; `marking` is there once tests run. */
export function describeMarking(
  name: string,
  suite: (marking: () => Marking, engine: Engine) => void,
  handbook: HandbookSource = pageWords,
): void {
  describe.each<Engine>(['chromium', 'firefox'])(`${name}, %s`, (engine) => {
    describe.skipIf(!engines.includes(engine))('in a real browser', () => {
      let marking: Marking;
      let server: Server;
      let browser: TestBrowser;
      beforeAll(async () => {
        const pages: Record<string, string | Served> = { '/handbook.json': JSON.stringify(handbook) };
        server = await serve(pages);
        browser = await freshBrowser(engine);
        await browser.call('settings.set', {
          source: 'address',
          address: `${server.url}/handbook.json`,
          language: 'en',
          density: 'all',
          welcomed: true,
        });
        marking = new Marking(browser, server, pages);
      });
      afterAll(async () => {
        await browser?.close();
        await server?.close();
      });
      suite(() => marking, engine);
    });
  });
}

/** A whole document around a body. */
export function html(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`;
}

/** The last thing on a page: once it is marked, all before it has been read. */
export const end = '<p>GMV</p>';

/** Ends when the page has drawn what was done before, and idle work after it has had its turn. */
export function settled(place: Page | Frame): Promise<void> {
  return place.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const rest = (times: number) =>
          times === 0
            ? resolve()
            : requestAnimationFrame(() => requestIdleCallback(() => rest(times - 1), { timeout: 1000 }));
        rest(10);
      }),
  );
}
