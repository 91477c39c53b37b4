// @ts-check
/** From the first text that is read on a page to the first mark. */
import { inOurWorld, settled } from '../product.mjs';
import { median } from '../statistics.mjs';
import { markAt, oursWithin, ourTasks, record } from '../trace.mjs';

/**
 * @typedef {import('../run.mjs').Bench} Bench
 * @typedef {import('../product.mjs').Product} Product
 */

const rounds = 7;

/** @param {Bench} bench */
export async function measureStart({ products, pages }) {
  const times = products.map(() => /** @type {Start[]} */ ([]));
  for (let i = 0; i <= rounds; i++) {
    for (const [j, product] of products.entries()) {
      const start = await startOnce(product, `${pages}/english`);
      // The first is for warming up.
      if (i > 0) times[j]?.push(start);
    }
  }
  const [small, large] = times.map((list) => ({
    wall: median(list.map(({ wall }) => wall)),
    main: median(list.map(({ main }) => main)),
    all: median(list.map(({ all }) => all)),
    evaluate: median(list.map(({ evaluate }) => evaluate)),
  }));
  if (!small || !large) throw new Error('Two vocabularies are compared.');
  return {
    start_5000_ms: small.wall,
    start_200000_ms: large.wall,
    start_growth_200000_over_5000: large.wall / small.wall,
    start_main_thread_ms: Math.max(small.main, large.main),
    start_main_thread_5000_ms: small.main,
    start_main_thread_200000_ms: large.main,
    script_evaluation_ms: small.evaluate,
    whole_page_main_thread_5000_ms: small.all,
    whole_page_main_thread_200000_ms: large.all,
  };
}

/** @typedef {{ wall: number, main: number, all: number, evaluate: number }} Start all in ms */

/**
 * @param {Product} product
 * @param {string} url
 * @returns {Promise<Start>}
 */
async function startOnce(product, url) {
  for (let tries = 0; tries < 5; tries++) {
    const page = await product.browser.newPage();
    try {
      const run = await inOurWorld(page);
      let inTime = true;
      const events = await record(page, async () => {
        const loaded = page.goto(url);
        inTime = await run(`(${noteFirsts})()`);
        await loaded;
        await settled(page);
      });
      const [text, mark] = [markAt(events, 'bench: text'), markAt(events, 'bench: mark')];
      // Our note came too late, or text was read before it.
      if (!inTime || text === undefined || mark === undefined) continue;
      const tasks = ourTasks(events);
      return {
        wall: mark - text,
        main: oursWithin(tasks, text, mark),
        all: oursWithin(tasks),
        evaluate: tasks[0]?.ours ?? Number.NaN,
      };
    } finally {
      await page.close();
    }
  }
  throw new Error('The start could not be caught.');
}

/**
 * Runs in our script's world while it waits for the background. Each wrapper takes itself away when first called.
 * @returns {boolean} whether it came in time
 */
function noteFirsts() {
  if (CSS.highlights.has('common-ground-term')) return false;
  const data = /** @type {PropertyDescriptor} */ (
    Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data')
  );
  Object.defineProperty(CharacterData.prototype, 'data', {
    ...data,
    get() {
      performance.mark('bench: text');
      Object.defineProperty(CharacterData.prototype, 'data', data);
      return data.get?.call(this);
    },
  });
  const { add } = Highlight.prototype;
  Highlight.prototype.add = function (range) {
    performance.mark('bench: mark');
    Highlight.prototype.add = add;
    return add.call(this, range);
  };
  return true;
}
