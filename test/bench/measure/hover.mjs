// @ts-check
/** From the pointer at rest on a word to the card on the screen. */
import { inOurWorld, settled } from '../product.mjs';
import { median } from '../statistics.mjs';
import { cardFrameMs, markAt, oursWithin, ourTasks, record } from '../trace.mjs';

/**
 * @typedef {import('../run.mjs').Bench} Bench
 * @typedef {import('puppeteer-core').Page} Page
 */

const rounds = 5;
/** ms that utils/page/hover.ts waits, for a pointer may be passing by. */
const restDelay = 50;

/** @param {Bench} bench */
export async function measureHover({ products: [product], pages }) {
  if (!product) throw new Error('A product is measured.');
  /** @type {Hover[]} */
  const first = [];
  /** @type {Hover[]} */
  const later = [];
  for (let i = 0; i < rounds; i++) {
    const page = await product.browser.newPage();
    const run = await inOurWorld(page);
    await page.goto(`${pages}/english`);
    await settled(page);
    const places = await page.evaluate(wordsInView);
    if (places.length < 2) throw new Error('Too few words are marked in view.');
    for (const [j, place] of places.slice(0, 3).entries())
      (j === 0 ? first : later).push(await hoverOnce(page, run, place));
    await page.close();
  }
  const of = (/** @type {Hover[]} */ list, /** @type {keyof Hover} */ what) =>
    median(list.map((hover) => hover[what]));
  return {
    hover_to_card_ms: of(later, 'total'),
    hover_to_card_ours_ms: of(later, 'ours'),
    hover_behind_rest_ms: of(later, 'total') - restDelay,
    hover_page_main_thread_ms: of(later, 'page'),
    first_hover_to_card_ms: of(first, 'total'),
    first_hover_to_card_ours_ms: of(first, 'ours'),
    first_hover_page_main_thread_ms: of(first, 'page'),
  };
}

/**
 * @typedef Hover in ms
 * @property {number} total from the pointer's move to the frame with the card in it
 * @property {number} page processor time of our script's tasks in the page meanwhile
 * @property {number} ours the same, with all that the card's own frame took: script, layout and painting
 */

/**
 * @param {Page} page
 * @param {(expression: string) => Promise<any>} run
 * @param {{ x: number, y: number }} place
 * @returns {Promise<Hover>}
 */
async function hoverOnce(page, run, { x, y }) {
  await page.mouse.move(1, 1);
  await page.keyboard.press('Escape');
  await new Promise((resolve) => setTimeout(resolve, 500));
  await run(`void (${watchCard})()`);
  let total = Number.NaN;
  const events = await record(page, async () => {
    await page.mouse.move(x, y);
    total = await run('benchCard');
  });
  const [pointer, card] = [markAt(events, 'bench: pointer'), markAt(events, 'bench: card')];
  const ours = oursWithin(ourTasks(events), pointer, card);
  return { total, page: ours, ours: ours + cardFrameMs(events, pointer, card) };
}

/** Runs in the page: where marked words stand in view, no two on a line. */
function wordsInView() {
  const names = ['common-ground-term', 'common-ground-contested'];
  const boxes = names.flatMap((name) =>
    [...(CSS.highlights.get(name) ?? [])].map((word) => {
      const range = document.createRange();
      range.setStart(word.startContainer, word.startOffset);
      range.setEnd(word.endContainer, word.endOffset);
      return range.getClientRects()[0] ?? new DOMRect();
    }),
  );
  const places = boxes
    .filter(({ top, bottom, width }) => width > 0 && top > 0 && bottom < innerHeight)
    .map((box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 }));
  return [...new Map(places.map((place) => [Math.round(place.y / 40), place])).values()];
}

/** Runs in our script's world: the moment the card is shown is when its frame gets the class for it. */
function watchCard() {
  let moved = 0;
  const onMove = (/** @type {PointerEvent} */ event) => {
    moved = event.timeStamp;
    performance.clearMarks();
    performance.mark('bench: pointer');
  };
  addEventListener('pointermove', onMove, { capture: true, passive: true });
  const { add } = DOMTokenList.prototype;
  Object.assign(globalThis, {
    benchCard: new Promise((resolve) => {
      DOMTokenList.prototype.add = function (...names) {
        add.apply(this, names);
        if (names[0] !== 'shown') return;
        DOMTokenList.prototype.add = add;
        removeEventListener('pointermove', onMove, { capture: true });
        // The next frame has it on the screen.
        requestAnimationFrame(() =>
          setTimeout(() => {
            performance.mark('bench: card');
            resolve(performance.now() - moved);
          }),
        );
      };
    }),
  });
}
