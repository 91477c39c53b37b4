// @ts-check
/** What the page's own scripts can see of the marks, and moving the mouse onto them. */
import { frameOf } from './card.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('puppeteer-core').Frame} Frame
 * @typedef {'common-ground-term' | 'common-ground-contested'} HighlightName
 * @typedef {{ text: string, highlight: HighlightName }} Mark
 * @typedef {{ x: number, y: number }} Point
 */

/**
 * @param {Page | Frame} place
 * @returns {Promise<Mark[]>} marked text in the order of the page
 */
export async function marksOf(place) {
  const marks = await frameOf(place).evaluate(
    `(${collectMarks})().map(({ text, highlight }) => ({ text, highlight }))`,
  );
  return /** @type {Mark[]} */ (marks);
}

/**
 * @param {Page | Frame} place
 * @param {(marks: Mark[]) => boolean} [wanted] default: at least one
 * @param {number} [timeout] ms
 */
export async function waitForMarks(place, wanted = (marks) => marks.length > 0, timeout = 10_000) {
  const end = Date.now() + timeout;
  for (;;) {
    const marks = await marksOf(place);
    if (wanted(marks)) return marks;
    if (Date.now() > end)
      throw new Error(
        `No such marks within ${timeout} ms; marked: ${marks.map(({ text }) => text).join(', ') || 'nothing'}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Waits until a text is marked, scrolls it into view if needed and rests the mouse on it, once it stands still.
 * @param {Page | Frame} place
 * @param {string} text as marked
 * @param {number} [nth] from 0
 * @returns {Promise<Point>} where the mouse is, in CSS pixels of the tab
 */
export async function hoverMark(place, text, nth = 0) {
  const frame = frameOf(place);
  const page = frame.page();
  await waitForMarks(frame, (marks) => marks.filter((mark) => mark.text === text).length > nth);
  let point = await pointOf(frame, text, nth);
  for (let last = { x: NaN, y: NaN }; last.x !== point.x || last.y !== point.y; ) {
    last = point;
    await new Promise((resolve) => setTimeout(resolve, 60));
    point = await pointOf(frame, text, nth);
  }
  // Two steps, as a hand does: some handlers wait for a movement inside.
  await page.mouse.move(point.x - 1, point.y);
  await page.mouse.move(point.x, point.y);
  return point;
}

/**
 * @param {Frame} frame
 * @param {string} text
 * @param {number} nth
 * @returns {Promise<Point>}
 */
async function pointOf(frame, text, nth) {
  const inside = /** @type {Point | null} */ (
    await frame.evaluate(`(${showMark})((${collectMarks})(), ${JSON.stringify(text)}, ${nth})`)
  );
  if (!inside) throw new Error(`"${text}" is not marked${nth ? ` ${nth + 1} times` : ''}.`);
  return withFrames(frame, inside);
}

/**
 * @param {Frame} frame
 * @param {Point} point in the frame
 * @returns {Promise<Point>} in the tab
 */
async function withFrames(frame, point) {
  let { x, y } = point;
  for (let inner = frame; inner.parentFrame(); ) {
    const element = await inner.frameElement();
    if (!element) throw new Error('The frame is gone.');
    const width = await inner.evaluate('innerWidth');
    const origin = await element.evaluate(
      (node, innerWidth) => {
        const box = node.getBoundingClientRect();
        const { paddingLeft, paddingRight, paddingTop } = getComputedStyle(node);
        // A page may be zoomed by CSS, or a frame be scaled.
        const drawn = box.width / /** @type {HTMLElement} */ (node).offsetWidth;
        const content = node.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
        return {
          x: box.x + (node.clientLeft + parseFloat(paddingLeft)) * drawn,
          y: box.y + (node.clientTop + parseFloat(paddingTop)) * drawn,
          scale: (content * drawn) / innerWidth,
        };
      },
      /** @type {number} */ (width),
    );
    x = origin.x + x * origin.scale;
    y = origin.y + y * origin.scale;
    inner = /** @type {Frame} */ (inner.parentFrame());
  }
  return { x, y };
}

/** Runs in the page, complete in itself. */
function collectMarks() {
  /** @param {Node} node its host in the document, if it stands in shadow trees */
  const inDocument = (node) => {
    let outer = node;
    for (let top = outer.getRootNode(); top instanceof ShadowRoot; top = outer.getRootNode())
      outer = top.host;
    return outer;
  };
  /**
   * Whether the text is still as long as when it was marked; if not, it is about to be read again.
   * @param {AbstractRange} mark
   */
  const isWhole = ({ startContainer, startOffset, endContainer, endOffset }) =>
    startOffset <= /** @type {Text} */ (startContainer).length &&
    endOffset <= /** @type {Text} */ (endContainer).length;
  return ['common-ground-term', 'common-ground-contested']
    .flatMap((highlight) =>
      [...(CSS.highlights.get(highlight) ?? [])]
        .filter(isWhole)
        .map(({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return { text: range.toString(), highlight, range };
        }),
    )
    .filter(({ range }) => range.startContainer.isConnected)
    .sort(({ range: a }, { range: b }) => {
      if (a.startContainer.getRootNode() === b.startContainer.getRootNode())
        return a.compareBoundaryPoints(Range.START_TO_START, b);
      const position = inDocument(a.startContainer).compareDocumentPosition(inDocument(b.startContainer));
      return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
}

/**
 * Runs in the page, complete in itself.
 * @param {ReturnType<typeof collectMarks>} marks
 * @param {string} text
 * @param {number} nth
 */
function showMark(marks, text, nth) {
  const range = marks.filter((mark) => mark.text === text)[nth]?.range;
  if (!range) return null;
  const before = range.getClientRects()[0];
  if (
    before &&
    (before.top < 0 || before.bottom > innerHeight || before.left < 0 || before.right > innerWidth)
  )
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = range.getClientRects()[0];
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}
