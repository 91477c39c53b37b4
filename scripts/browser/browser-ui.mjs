// @ts-check
/**
 * The browser's own menu and address bar, as far as an extension has a part in them. Chromium's cannot be reached by
 * automation: there the event is dispatched as its bindings do. Firefox's are used as they are.
 */
import { inChrome, inWorker } from './protocol.mjs';

/**
 * @typedef {import('./launch.mjs').Launched} Launched
 * @typedef {import('puppeteer-core').Page} Page
 */

/**
 * Chooses the extension's item in the menu of the text selected in a tab, which is in front.
 * @param {Launched} launched
 * @param {Page} page
 * @param {{ x: number, y: number }} at where the selected text is, CSS px of the tab
 */
export async function chooseMenuItem(launched, page, { x, y }) {
  if (launched.engine === 'firefox') {
    await page.mouse.click(x, y, { button: 'right' });
    await inChrome(launched.browser, chooseInFirefox, launched.extensionId);
    return;
  }
  await inWorker(launched, async () => {
    const { contextMenus, tabs } = /** @type {any} */ (globalThis).chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    contextMenus.onClicked.dispatch({ menuItemId: 'define-selection', frameId: 0, editable: false }, tab);
  });
}

/**
 * Runs where Firefox runs its windows.
 * @param {string} id
 */
async function chooseInFirefox(id) {
  const menu = /** @type {any} */ (document.getElementById('contentAreaContextMenu'));
  if (menu.state !== 'open')
    await new Promise((resolve) => menu.addEventListener('popupshown', resolve, { once: true }));
  const item = menu.querySelector(`[id^="${id.replace(/[^A-Za-z0-9_-]/g, '_')}-menuitem-"]`);
  if (!item) throw new Error('The menu has no item of the extension.');
  menu.activateItem(item);
}

/**
 * Types into the address bar and presses Enter.
 * @param {Launched} launched
 * @param {string} text behind the extension's keyword
 * @param {number} nth which suggestion is taken, from 1; 0: what was typed
 * @returns {Promise<string[]>} what was suggested
 */
export function typeInAddressBar(launched, text, nth) {
  return launched.engine === 'firefox'
    ? inChrome(launched.browser, typeInFirefox, `cg ${text}`, nth)
    : inWorker(launched, typeInChromium, text, nth);
}

/**
 * Runs in the background.
 * @param {string} text
 * @param {number} nth
 */
async function typeInChromium(text, nth) {
  const { omnibox } = /** @type {any} */ (globalThis).chrome;
  /** @type {Array<{ content: string, description: string }>} */
  const suggested = await new Promise((resolve) => omnibox.onInputChanged.dispatch(text, resolve));
  omnibox.onInputEntered.dispatch(suggested[nth - 1]?.content ?? text, 'currentTab');
  return suggested.map(({ description }) => description);
}

/**
 * Runs where Firefox runs its windows.
 * @param {string} text
 * @param {number} nth
 */
async function typeInFirefox(text, nth) {
  const bar = /** @type {any} */ (globalThis).gURLBar;
  bar.search(text);
  const { results } = await bar.lastQueryContextPromise;
  bar.view.selectBy(nth);
  bar.handleCommand(new KeyboardEvent('keydown', { key: 'Enter' }));
  // Not what was typed, nor what the browser finds among the pages that were visited.
  return results
    .filter((/** @type {any} */ { heuristic, payload }) => !heuristic && payload.keyword)
    .map((/** @type {any} */ { payload }) => payload.title);
}
