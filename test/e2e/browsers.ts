/** One way to drive the built extension in real Chromium and real Firefox, so that a test is written once. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, Frame, Page } from 'puppeteer-core';
import type { Answer, MessageName, Params } from '@/utils/messages/protocol';
import { type AccessibleNode, accessibleCard } from '../../scripts/browser/accessible.mjs';
import { chooseMenuItem, typeInAddressBar } from '../../scripts/browser/browser-ui.mjs';
import { cardBox, cardFrame, cardText, frameOf, inCard, waitForCard } from '../../scripts/browser/card.mjs';
import { pressCommand } from '../../scripts/browser/command.mjs';
import { setEnabled } from '../../scripts/browser/enable.mjs';
import {
  closeOtherTabs,
  type Launched,
  launch,
  openExtensionPage,
  reinstall,
} from '../../scripts/browser/launch.mjs';
import { hoverMark, type Mark, marksOf, waitForMarks } from '../../scripts/browser/marks.mjs';
import { sendMessage } from '../../scripts/browser/message.mjs';
import { root } from '../../scripts/root.mjs';
import { type Engine, type FoundBrowser, findBrowsers } from '../../scripts/setup/find-browsers.mjs';
import { browsersOfRun } from './environment';

export type { Engine, Mark };
export type Command = 'define-selection' | 'next-term' | 'previous-term' | 'toggle-panel';

/** What breaks a rule of accessibility, as axe found it. */
export interface Violation {
  id: string;
  help: string;
  nodes: string[];
}

/** Engines that can run here; a suite for another one is to be skipped: `describe.skipIf(!engines.includes(engine))`. */
export const engines: Engine[] = [...new Set(findBrowsers().map(({ engine }) => engine))];

const builds = { chromium: '.output/test/chrome-mv3', firefox: '.output/test/firefox-mv3' };
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * A browser of this run with no tabs of others, and the extension as it is when newly installed. What one suite does not
 * need to itself is shared: to start a browser takes longer than most suites.
 * @throws if no such browser is on this machine
 */
export async function freshBrowser(engine: Engine): Promise<TestBrowser> {
  const extension = root + builds[engine];
  const running = browsersOfRun.get(engine);
  const launched = running?.browser.connected
    ? await reinstall(running, extension)
    : await launch(found(engine), { extension, headless: true });
  browsersOfRun.set(engine, launched);
  return new TestBrowser({
    ...launched,
    close: () => closeOtherTabs(launched.browser, launched.extensionTab),
  });
}

/**
 * Starts a browser of its own, headless unless told otherwise, with an empty profile and the extension installed.
 * @param options extension: folder of a build in the project; default: the test build of this engine;
 *   profile: folder to start in and to leave behind
 * @throws if no such browser is on this machine
 */
export async function openBrowser(
  engine: Engine,
  options: { extension?: string; args?: string[]; headless?: boolean; profile?: string } = {},
): Promise<TestBrowser> {
  const extension = root + (options.extension ?? builds[engine]);
  const { headless = true, args = [], profile } = options;
  return new TestBrowser(await launch(found(engine), { extension, headless, args, profile }));
}

function found(engine: Engine): FoundBrowser {
  const browser = findBrowsers().find((one) => one.engine === engine);
  if (!browser) throw new Error(`No ${engine} on this machine.`);
  return browser;
}

/** A tab, or a frame in one. */
export type Place = Page | Frame;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export class TestBrowser {
  readonly engine: Engine;
  readonly browser: Browser;
  readonly extensionId: string;
  /** `chrome-extension://…` or `moz-extension://…`, no slash at its end. */
  readonly extensionOrigin: string;
  readonly #launched: Launched;

  constructor(launched: Launched) {
    this.#launched = launched;
    this.engine = launched.engine;
    this.browser = launched.browser;
    this.extensionId = launched.extensionId;
    this.extensionOrigin = launched.extensionOrigin;
  }

  /** Opens a tab in front. */
  async newPage(url?: string): Promise<Page> {
    const page = await this.browser.newPage();
    if (url !== undefined) await page.goto(url);
    return page;
  }

  /** Opens a page of the extension, such as `/options.html`. In Firefox its `url()` stays about:blank. */
  async extensionPage(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    await openExtensionPage(page, this.engine, `${this.extensionOrigin}/${path.replace(/^\//, '')}`);
    return page;
  }

  /** Clicks the extension's button in the toolbar; only in Chromium. It grants access to the tab (activeTab). */
  async openPopup(tab: Page): Promise<Page> {
    const extension = (await this.browser.extensions()).get(this.extensionId);
    await extension?.triggerAction(tab);
    const target = await this.browser.waitForTarget((one) =>
      one.url().startsWith(`${this.extensionOrigin}/popup.html`),
    );
    return target.asPage();
  }

  /**
   * Sends a message as one of the extension's own pages does.
   * @throws with what the background said, if it refused
   */
  async call<N extends MessageName>(message: N, params: Params<N>): Promise<Answer<N>> {
    return sendMessage(this.#launched.extensionTab, message, params);
  }

  /** Runs the body of a function in a tab of the extension's origin; `arguments` hold what follows. */
  async inExtension<R>(body: string, ...args: unknown[]): Promise<R> {
    const source = `(async function () { ${body} })(...${JSON.stringify(args)})`;
    return (await this.#launched.extensionTab.evaluate(source)) as R;
  }

  /** What the open card says to the eye, a line per block; null: none is open. */
  cardText(place: Place): Promise<string | null> {
    return cardText(place);
  }

  /** What a screen reader gets of the open card, in reading order; Firefox takes seconds to begin with it. */
  accessibleCard(place: Place): Promise<AccessibleNode[]> {
    return accessibleCard(place);
  }

  /** Waits until a card is open and, if asked, says what is wanted; its text. */
  waitForCard(place: Place, wanted?: (text: string) => boolean, timeout?: number): Promise<string> {
    return waitForCard(place, wanted, timeout);
  }

  /** Waits until no card is open. */
  async waitForNoCard(place: Place, timeout = 10_000): Promise<void> {
    const end = Date.now() + timeout;
    for (let text = await cardText(place); text !== null; text = await cardText(place)) {
      if (Date.now() > end) throw new Error(`A card is still open after ${timeout} ms: ${text}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  /**
   * Runs a function in the card's frame.
   * @param fn complete in itself; gets the element that holds the card, and `args`, which travel as JSON
   * @returns its result as JSON; null if there is no frame for cards
   */
  inCard<R, A extends unknown[]>(
    place: Place,
    fn: (root: HTMLElement, ...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R | null> {
    return inCard(place, fn as (root: HTMLElement, ...args: unknown[]) => unknown, ...args);
  }

  /** The frame that shows the card, or null before the first one. */
  cardFrame(place: Place): Promise<Frame | null> {
    return cardFrame(place);
  }

  /** Where the card is, CSS pixels of the tab; null: there is no frame for cards. */
  cardBox(place: Place): Promise<Box | null> {
    return cardBox(place);
  }

  /** Clicks what a selector finds in the card, with the real mouse, once it stands still. */
  async clickInCard(place: Place, selector: string): Promise<void> {
    let last = '';
    for (;;) {
      const [frame, box] = await Promise.all([cardBox(place), inCard(place, boxOf, selector)]);
      if (!frame || !box) throw new Error(`The card has no ${selector}.`);
      const [x, y] = [frame.x + box.x + box.width / 2, frame.y + box.y + box.height / 2];
      if (last === `${x} ${y}`) return frameOf(place).page().mouse.click(x, y);
      last = `${x} ${y}`;
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }

  /** Marked text as the page's own scripts see it, in the order of the page. */
  marks(place: Place): Promise<Mark[]> {
    return marksOf(place);
  }

  /** Waits for marks; by default for at least one. */
  waitForMarks(place: Place, wanted?: (marks: Mark[]) => boolean, timeout?: number): Promise<Mark[]> {
    return waitForMarks(place, wanted, timeout);
  }

  /** Rests the real mouse on the nth (from 0) mark with this text; where it is then, in CSS pixels of the tab. */
  hover(place: Place, text: string, nth = 0): Promise<{ x: number; y: number }> {
    return hoverMark(place, text, nth);
  }

  /** Gives a keyboard command of the extension while this tab is in front. */
  async command(page: Page, name: Command): Promise<void> {
    await page.bringToFront();
    await pressCommand(this.#launched, name);
  }

  /** Chooses the extension's item in the menu of the text that is selected at a point of the tab in front. */
  chooseMenuItem(page: Page, at: { x: number; y: number }): Promise<void> {
    return chooseMenuItem(this.#launched, page, at);
  }

  /** Types behind the extension's keyword in the address bar, and takes the nth suggestion or (0) just that; all of them. */
  typeInAddressBar(text: string, nth = 0): Promise<string[]> {
    return typeInAddressBar(this.#launched, text, nth);
  }

  /** Disables the extension, which closes its pages so that `call` is at an end, or enables it again. */
  setEnabled(enabled: boolean): Promise<void> {
    return setEnabled(this.#launched, enabled);
  }

  async screenshot(page: Page, path: string): Promise<void> {
    await page.screenshot({ path: path as `${string}.png` });
  }

  /** Runs axe on a page; it cannot see into closed roots. */
  async axe(place: Place): Promise<Violation[]> {
    const frame = frameOf(place);
    await frame.evaluate(axeSource);
    return (await frame.evaluate(`(${runAxe})(document)`)) as Violation[];
  }

  /** Runs axe on the open card where it stands. */
  async axeCard(place: Place): Promise<Violation[]> {
    const frame = await cardFrame(place);
    if (!frame) throw new Error('There is no frame for cards.');
    return this.axe(frame);
  }

  /** Ends the browser; a shared one loses its tabs. */
  close(): Promise<void> {
    return this.#launched.close();
  }

  /** Ends the browser as a power cut would. */
  kill(): Promise<void> {
    return this.#launched.kill();
  }
}

/** Runs in the card's frame, complete in itself. */
function boxOf(root: HTMLElement, selector: string): Box | null {
  const element = root.querySelector(selector);
  element?.scrollIntoView({ block: 'nearest' });
  const box = element?.getBoundingClientRect();
  return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
}

/** Runs in the page, complete in itself. */
async function runAxe(context: Node): Promise<Violation[]> {
  const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
  const { violations, incomplete } = await axe.run(context as axe.ElementContext, {
    resultTypes: ['violations', 'incomplete'],
  });
  const broken = incomplete.find((rule) => 'error' in rule);
  if (broken) throw new Error(`axe could not run ${broken.id}`);
  return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => html) }));
}
