// @ts-check
/**
 * Reads the definition card, which stands in a closed shadow root. Everything runs in a world of its own beside the
 * page's, so a page that laid traps in its prototypes learns nothing from being tested.
 */
import { bidi, callInFirefox, frameId, isFirefox, sessionOf } from './protocol.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('puppeteer-core').Frame} Frame
 */

const world = 'common-ground-test';
const hostName = 'common-ground-card';

/** @param {Page | Frame} place */
export const frameOf = (place) => ('mainFrame' in place ? place.mainFrame() : place);

/**
 * Runs a function on the closed root of our element.
 * @param {Page | Frame} place
 * @param {((root: any, ...args: any[]) => unknown) | string} fn complete in itself, or its source; its first argument is the
 *   ShadowRoot
 * @param {...unknown} args as JSON
 * @returns {Promise<any>} its result as JSON; null if our element is not there
 */
export function inCard(place, fn, ...args) {
  const frame = frameOf(place);
  return isFirefox(frame) ? inCardOfFirefox(frame, fn, args) : inCardOfChromium(frame, fn, args);
}

/**
 * Runs source text in the world that `inCard` uses.
 * @param {Page | Frame} place
 * @param {string} source
 */
export async function loadBesideCard(place, source) {
  const frame = frameOf(place);
  if (isFirefox(frame)) {
    await bidi(frame.page().browser(), 'script.evaluate', {
      expression: source,
      target: sandboxOf(frame),
      awaitPromise: false,
    });
    return;
  }
  await sessionOf(frame).send('Runtime.evaluate', {
    expression: source,
    contextId: await isolatedWorldOf(frame),
  });
}

/**
 * @param {Page | Frame} place
 * @returns {Promise<string | null>} what the card says to the eye; null: no card is open
 */
export async function cardText(place) {
  const text = await inCard(place, (root) =>
    [...root.children]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((element) => element.innerText.trim())
      .join('\n')
      .trim(),
  );
  return text || null;
}

/**
 * Waits until a card is open and says something.
 * @param {Page | Frame} place
 * @param {(text: string) => boolean} [wanted]
 * @param {number} [timeout] ms
 * @returns {Promise<string>} its text
 */
export async function waitForCard(place, wanted = () => true, timeout = 5000) {
  const end = Date.now() + timeout;
  for (;;) {
    const text = await cardText(place);
    if (text !== null && wanted(text)) return text;
    if (Date.now() > end) throw new Error(`No such card within ${timeout} ms; it says: ${text ?? 'nothing'}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/**
 * @param {Frame} frame of Chromium
 * @returns {Promise<{ backendNodeId: number, contextId: number } | null>} our closed root, and the world beside the page's
 */
export async function closedRootOf(frame) {
  const session = sessionOf(frame);
  const contextId = await isolatedWorldOf(frame);
  const { result: host } = await session.send('Runtime.evaluate', {
    expression: `document.querySelector('${hostName}')`,
    contextId,
  });
  if (!host.objectId) return null;
  const { node } = await session.send('DOM.describeNode', {
    objectId: host.objectId,
    depth: 1,
    pierce: true,
  });
  const shadow = node.shadowRoots?.[0];
  return shadow ? { backendNodeId: shadow.backendNodeId, contextId } : null;
}

/**
 * @param {Frame} frame
 * @param {((...args: any[]) => unknown) | string} fn
 * @param {unknown[]} args
 */
async function inCardOfChromium(frame, fn, args) {
  const session = sessionOf(frame);
  const shadow = await closedRootOf(frame);
  if (!shadow) return null;
  const { object } = await session.send('DOM.resolveNode', {
    backendNodeId: shadow.backendNodeId,
    executionContextId: shadow.contextId,
  });
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: `async function (...args) { return (${fn})(this, ...args); }`,
    arguments: args.map((value) => ({ value })),
    awaitPromise: true,
    returnByValue: true,
    userGesture: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value ?? null;
}

/** @param {Frame} frame */
async function isolatedWorldOf(frame) {
  const { executionContextId } = await sessionOf(frame).send('Page.createIsolatedWorld', {
    frameId: frameId(frame),
    worldName: world,
  });
  return executionContextId;
}

/**
 * @param {Frame} frame
 * @param {((...args: any[]) => unknown) | string} fn
 * @param {unknown[]} args
 */
async function inCardOfFirefox(frame, fn, args) {
  const browser = frame.page().browser();
  const { result: host } = await bidi(browser, 'script.callFunction', {
    functionDeclaration: `() => document.querySelector('${hostName}')`,
    target: sandboxOf(frame),
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
  });
  const shadow = host.value?.shadowRoot;
  if (!shadow) return null;
  return callInFirefox(browser, sandboxOf(frame), fn, [{ sharedId: shadow.sharedId }], args);
}

/** @param {Frame} frame */
const sandboxOf = (frame) => ({ context: frameId(frame), sandbox: world });
