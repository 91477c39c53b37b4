/** What the tests of the card share: a browser with the sample handbook, pages to open it on, and when it is to be seen. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { type Server, serve } from '@/test/fixtures/serve';
import type { SettingsPatch } from '@/utils/store/settings';
import { type Box, type Engine, engines, freshBrowser, type Place, type TestBrowser } from './browsers';

/** ms after which whatever a delay of the card would do has happened. */
const longerThanDelays = 700;

/** The reader is in R&D and reads English. */
export async function browserWithSample(engine: Engine, settings: SettingsPatch = {}): Promise<TestBrowser> {
  const browser = await freshBrowser(engine);
  await browser.call('settings.set', {
    source: 'sample',
    department: 'rnd',
    language: 'en',
    contentLanguage: 'en',
    welcomed: true,
    ...settings,
  });
  await browser.call('handbook.refresh', {});
  // What pages ask for is derived from the handbook when it is first asked for.
  await browser.call('search', { query: 'delivery' });
  return browser;
}

/** What a suite on the card works with; there once its tests run. */
export class CardSuite {
  browser!: TestBrowser;
  /** Where the pages are served, no slash at its end. */
  url!: string;
  /** The tab of the test that runs; closed after it. */
  page!: Page;

  /** Opens a page in front and waits until the word is marked. */
  async open(path = '/', word?: string): Promise<void> {
    this.page = await openPage(this.browser, this.url + path, word);
  }

  /** Rests the mouse on a marked word, in the page or a frame of it, until its card is to be seen. */
  hover(word?: string, place: Place = this.page): ReturnType<typeof hoverCard> {
    return hoverCard(this.browser, place, word);
  }

  /** Presses the pin of the open card. */
  async pin(): Promise<void> {
    await this.browser.clickInCard(this.page, '[aria-label="Keep open"]');
    const isPinned = (root: HTMLElement) => root.querySelector('[aria-pressed=true]') !== null;
    await expect.poll(() => this.browser.inCard(this.page, isPinned)).toBe(true);
  }

  /** Waits until a card is to be seen. */
  seen(wanted?: (text: string) => boolean): Promise<SeenCard> {
    return seenCard(this.browser, this.page, wanted);
  }
}

/** One suite for both engines, each with a browser of its own on the sample handbook. */
export function describeCards(
  name: string,
  pages: Parameters<typeof serve>[0],
  tests: (suite: CardSuite, engine: Engine) => void,
): void {
  describe.each<Engine>(['chromium', 'firefox'])(`${name}, %s`, (engine) => {
    describe.skipIf(!engines.includes(engine))('in a real browser', () => {
      const suite = new CardSuite();
      let server: Server;
      beforeAll(async () => {
        server = await serve(pages);
        suite.url = server.url;
        suite.browser = await browserWithSample(engine);
      });
      afterAll(async () => {
        await suite.browser?.close();
        await server?.close();
      });
      afterEach(() => suite.page?.close());
      tests(suite, engine);
    });
  });
}

export const html = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Notes</title><style>body{font:16px/1.5 sans-serif}</style>${head}</head><body>${body}</body></html>`;

/** Opens a page in front and waits until the word is marked. */
async function openPage(browser: TestBrowser, url: string, word = 'delivery'): Promise<Page> {
  const page = await browser.newPage(url);
  await page.bringToFront();
  await browser.waitForMarks(page, (marks) => marks.some(({ text }) => text === word), 30_000);
  return page;
}

export interface SeenCard {
  text: string;
  /** CSS pixels of the tab. */
  box: Box;
}

/** Waits until a card is drawn, in its place, and above all of the page: a point in it is the card's and nobody else's. */
export async function seenCard(
  browser: TestBrowser,
  place: Place,
  wanted: (text: string) => boolean = () => true,
): Promise<SeenCard> {
  const text = await browser.waitForCard(place, wanted, 20_000);
  const page = 'mainFrame' in place ? place : place.page();
  let last = '';
  await expect
    .poll(
      async () => {
        const box = await browser.cardBox(place);
        const settled = JSON.stringify(box) === last;
        last = JSON.stringify(box);
        return box && settled ? onTop(page, box) : `not at rest: ${last}`;
      },
      { timeout: 15_000, interval: 60, message: 'The card is not to be seen.' },
    )
    .toBe('ours');
  return { text, box: (await browser.cardBox(place))! };
}

/** What the mouse would meet in the middle of a card: `ours`, or what covers it. */
function onTop(page: Page, { x, y, width, height }: Box): Promise<string> {
  return page.evaluate(
    (x, y) => {
      const met = document.elementFromPoint(x, y);
      return met?.hasAttribute('data-common-ground') ? 'ours' : `${met?.localName} at ${x}, ${y}`;
    },
    x + width / 2,
    y + height / 2,
  );
}

/** Rests the mouse on a marked word until its card is to be seen. */
export async function hoverCard(
  browser: TestBrowser,
  place: Place,
  word = 'delivery',
  wanted: (text: string) => boolean = (text) => text.startsWith(word),
): Promise<SeenCard & { point: { x: number; y: number } }> {
  const point = await browser.hover(place, word);
  return { ...(await seenCard(browser, place, wanted)), point };
}

/** Waits so long that the card would have opened or closed, if it did. */
export function waitLongerThanDelays(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, longerThanDelays));
}

/** Whether a card on "delivery" leads with what another department than the reader's means. */
export function leadsWithAnother(text: string): boolean {
  return /\b(?:Sales|Operations|Finance|Production)\s*means/.test(text);
}

export function middleOf({ x, y, width, height }: Box): [x: number, y: number] {
  return [x + width / 2, y + height / 2];
}

/** Boxes of a marked word's lines, CSS pixels of its frame. */
export function linesOf(place: Place, word: string): Promise<Box[]> {
  return place.evaluate((word) => {
    const marked = ['common-ground-term', 'common-ground-contested'].flatMap((name) => [
      ...(CSS.highlights.get(name) ?? []),
    ]);
    for (const { startContainer, startOffset, endContainer, endOffset } of marked) {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      if (range.toString().replace(/\s+/g, ' ') !== word) continue;
      return [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
    }
    throw new Error(`"${word}" is not marked.`);
  }, word);
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
