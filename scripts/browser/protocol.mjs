// @ts-check
/** What puppeteer's public interface does not reach: the browsers' own protocols. */

/**
 * @typedef {import('puppeteer-core').Browser} Browser
 * @typedef {import('puppeteer-core').Frame} Frame
 * @typedef {{ send: (method: string, params?: object) => Promise<{ result: any }> }} BidiConnection
 */

/**
 * @param {Browser} browser Firefox
 * @param {string} method of WebDriver BiDi
 * @param {object} params
 * @returns {Promise<any>} its result
 */
async function bidi(browser, method, params) {
  const { connection } = /** @type {{ connection: BidiConnection }} */ (/** @type {unknown} */ (browser));
  return (await connection.send(method, params)).result;
}

/**
 * @param {Frame} frame
 * @returns {boolean}
 */
export const isFirefox = (frame) =>
  /** @type {{ protocol: string }} */ (/** @type {unknown} */ (frame.page().browser())).protocol ===
  'webDriverBiDi';

/**
 * Id of a frame in either protocol.
 * @param {Frame} frame
 */
export const frameId = (frame) => /** @type {{ _id: string }} */ (/** @type {unknown} */ (frame))._id;

/**
 * The session that a frame of Chromium answers to; a frame of another site has its own.
 * @param {Frame} frame
 */
export const sessionOf = (frame) =>
  /** @type {{ client: import('puppeteer-core').CDPSession }} */ (/** @type {unknown} */ (frame)).client;

/**
 * Runs a function where Firefox runs its own windows (needs -remote-allow-system-access).
 * @param {Browser} browser
 * @param {(...args: any[]) => unknown} fn complete in itself
 * @param {...unknown} args as JSON
 * @returns {Promise<any>} its result, as JSON
 */
export async function inChrome(browser, fn, ...args) {
  const { contexts } = await bidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
  return callInFirefox(browser, { context: contexts[0].context }, fn, [], args);
}

/**
 * @param {Browser} browser
 * @param {{ context: string, sandbox?: string }} target
 * @param {((...args: any[]) => unknown) | string} fn
 * @param {Array<{ sharedId: string }>} nodes the function's first arguments
 * @param {unknown[]} args the further ones
 * @returns {Promise<any>}
 */
async function callInFirefox(browser, target, fn, nodes, args) {
  const answer = await bidi(browser, 'script.callFunction', {
    // The text around keeps values whole: BiDi's own serialisation has no plain objects.
    functionDeclaration: `async (...all) => {
      const nodes = all.slice(0, -1);
      const result = await (${fn})(...nodes, ...JSON.parse(all.at(-1)));
      return JSON.stringify(result) ?? 'null';
    }`,
    target,
    awaitPromise: true,
    userActivation: true,
    arguments: [...nodes, { type: 'string', value: JSON.stringify(args) }],
  });
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return JSON.parse(answer.result.value);
}

/**
 * Runs a function in the background of Chromium.
 * @param {{ browser: Browser, extensionOrigin: string }} launched
 * @param {(...args: any[]) => unknown} fn complete in itself
 * @param {...unknown} args as JSON
 * @returns {Promise<any>}
 */
export async function inWorker({ browser, extensionOrigin }, fn, ...args) {
  const target = await browser.waitForTarget(
    (candidate) => candidate.type() === 'service_worker' && candidate.url().startsWith(`${extensionOrigin}/`),
    { timeout: 10_000 },
  );
  const worker = await target.worker();
  return worker?.evaluate(/** @type {any} */ (fn), ...args);
}
