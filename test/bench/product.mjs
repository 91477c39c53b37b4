// @ts-check
/** The built extension in a browser of its own, with a handbook of any size in use. */
import { launch } from '../../scripts/browser/launch.mjs';
import { sendMessage } from '../../scripts/browser/message.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('puppeteer-core').CDPSession} CDPSession
 * @typedef {{ name: string, terms: number, browser: import('puppeteer-core').Browser, call: (message: string, params: object) => Promise<any>, close: () => Promise<void> }} Product
 */

const han = /\p{Script=Han}/u;

/**
 * @param {readonly string[]} terms
 * @returns {string} a handbook with a concept for each, as JSON
 */
export function handbookOf(terms) {
  const concepts = terms.map((text, i) => ({
    id: `c${i}`,
    terms: [{ text, language: han.test(text) ? 'zh-CN' : 'en' }],
    definition: 'What is meant by it, said in one sentence of a usual length.',
  }));
  const departments = [{ id: 'sales', name: 'Sales' }];
  return JSON.stringify({ format: 1, name: 'Benchmark', languages: ['en', 'zh-CN'], departments, concepts });
}

/**
 * @param {{ found: import('../../scripts/setup/find-browsers.mjs').FoundBrowser, extension: string }} browser
 * @param {string} address of the handbook
 * @returns {Promise<Product>} when the handbook is in use and all that is derived from it is made
 */
export async function openProduct({ found, extension }, address) {
  const launched = await launch(found, { extension, headless: true });
  const call = (/** @type {string} */ message, /** @type {object} */ params) =>
    sendMessage(launched.extensionTab, message, params);
  await call('settings.set', { source: 'address', address, welcomed: true, language: 'en' });
  await call('search', { query: 'a' });
  const { counts, error } = await call('handbook.status', {});
  if (!counts) throw new Error(`The handbook was not taken: ${JSON.stringify(error)}`);
  return {
    name: String(counts.concepts),
    terms: counts.concepts,
    browser: launched.browser,
    call,
    close: launched.close,
  };
}

/**
 * Waits until nothing was newly marked for a while.
 * @param {Page} page
 * @param {number} [rest] ms
 */
export async function settled(page, rest = 1500) {
  const marked = () =>
    page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
  const end = Date.now() + 90_000;
  let known = -1;
  let since = Date.now();
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const now = await marked();
    if (now !== known) since = Date.now();
    known = now;
    if (known > 0 && Date.now() - since > rest) return known;
  }
  throw new Error(`The page is still being marked, ${known} words so far.`);
}

/**
 * Runs an expression in the world of our content script, beside the code of the release: nothing is built in for it.
 * @param {Page} page a tab that has yet to load, or that has loaded
 * @returns {Promise<(expression: string) => Promise<any>>} waits for that world
 */
export async function inOurWorld(page) {
  const session = await page.createCDPSession();
  /** @type {(id: number) => void} */
  let found = () => {};
  /** @type {Promise<number>} */
  const world = new Promise((resolve) => {
    found = resolve;
  });
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (
      context.auxData?.type === 'isolated' &&
      context.name === 'Common Ground' &&
      context.auxData.isDefault === false
    )
      found(context.id);
  });
  await session.send('Runtime.enable');
  return async (expression) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: await world,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}
