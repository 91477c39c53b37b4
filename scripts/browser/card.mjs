// @ts-check
/**
 * Reads the definition card: a frame of the extension's origin, in a closed shadow root of the outermost window that the
 * page's frame may reach.
 */
import { isFirefox } from './protocol.mjs';
import { unlessGone } from './unless-gone.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('puppeteer-core').Frame} Frame
 */

/** @param {Page | Frame} place */
export const frameOf = (place) => ('mainFrame' in place ? place.mainFrame() : place);

/**
 * @param {Page | Frame} place a page or one of its frames
 * @returns {Promise<Frame | null>} the frame that shows the card; the one with a card, if there are several
 */
export async function cardFrame(place) {
  /** @type {Frame | null} */
  let found = null;
  for (const frame of frameOf(place).page().frames()) {
    if (!frame.parentFrame()) continue;
    // Firefox does not tell the address of an extension's frame.
    const state = await unlessGone(
      frame.evaluate(
        "/extension:$/.test(location.protocol) && location.pathname === '/card.html' && (document.querySelector('.card') ? 2 : 1)",
      ),
    );
    if (state === 2) return frame;
    if (state === 1) found = frame;
  }
  return found;
}

/**
 * Runs a function in the card's frame.
 * @param {Page | Frame} place
 * @param {((root: any, ...args: any[]) => unknown) | string} fn complete in itself, or its source; its first argument is
 *   the element that holds the card
 * @param {...unknown} args as JSON
 * @returns {Promise<any>} its result as JSON; null if there is no frame for cards
 */
export async function inCard(place, fn, ...args) {
  const frame = await cardFrame(place);
  if (!frame) return null;
  const source = `(${fn})(document.getElementById('root'), ...${JSON.stringify(args)})`;
  return (await frame.evaluate(source)) ?? null;
}

/**
 * @param {Page | Frame} place
 * @returns {Promise<string | null>} what the card says to the eye; null: no card is open
 */
export async function cardText(place) {
  const text = await unlessGone(inCard(place, (root) => root.innerText.trim()));
  return text || null;
}

/**
 * Waits until a card is open and says something.
 * @param {Page | Frame} place
 * @param {(text: string) => boolean} [wanted]
 * @param {number} [timeout] ms
 * @returns {Promise<string>} its text
 */
export async function waitForCard(place, wanted = () => true, timeout = 10_000) {
  const end = Date.now() + timeout;
  for (;;) {
    const text = await cardText(place);
    if (text !== null && wanted(text)) return text;
    if (Date.now() > end) throw new Error(`No such card within ${timeout} ms; it says: ${text ?? 'nothing'}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/**
 * @param {Page | Frame} place
 * @returns {Promise<{ x: number, y: number, width: number, height: number } | null>} box of the frame that shows the card,
 *   CSS pixels of the tab; null: there is none
 */
export async function cardBox(place) {
  const frame = await cardFrame(place);
  return frame && unlessGone(frameBox(frame));
}

/**
 * @param {Frame} frame of the extension, right below its tab's window
 * @returns {Promise<{ x: number, y: number, width: number, height: number } | null>} CSS pixels of the tab
 */
export function frameBox(frame) {
  return isFirefox(frame) ? boxInFirefox(frame) : boxInChromium(frame);
}

/** @param {Frame} frame */
async function boxInChromium(frame) {
  const element = await frame.frameElement();
  const box = await element?.boundingBox();
  await element?.dispose();
  return box ?? null;
}

/**
 * In Firefox a window knows where on the screen it is.
 * @param {Frame} frame
 */
async function boxInFirefox(frame) {
  const measure = '({ x: mozInnerScreenX, y: mozInnerScreenY, width: innerWidth, height: innerHeight })';
  const [inner, outer] = /** @type {Array<{ x: number, y: number, width: number, height: number }>} */ (
    await Promise.all([frame.evaluate(measure), frame.page().mainFrame().evaluate(measure)])
  );
  return inner && outer ? { ...inner, x: inner.x - outer.x, y: inner.y - outer.y } : null;
}
