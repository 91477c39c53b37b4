// @ts-check
/** What the panel costs on a board of 2,000 cards, and how fast it follows. */
import { median } from '../statistics.mjs';
import { oursWithin, ourTasks, record } from '../trace.mjs';

/**
 * @typedef {import('../run.mjs').Bench} Bench
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('puppeteer-core').Frame} Frame
 */

const cards = 2000;
const rounds = 3;
const moves = 5;
const workspaceScript = '/workspace.js';

/** @returns {string} a board as applications draw one: a list of cards that scrolls, a title of what is open */
export function boardPage() {
  const card = (/** @type {number} */ i) =>
    `<li class="card"><h3>Card ${i}: the order of the week</h3><p>Follow up with the team.</p></li>`;
  return `<!doctype html><title>Board | Bench</title><style>body{margin:0}.card{height:60px}</style>
    <h1>Board</h1><ol>${Array.from({ length: cards }, (_, i) => card(i)).join('')}</ol>`;
}

/** @param {Bench} bench */
export async function measurePanel({ products: [product], pages }) {
  if (!product) throw new Error('A product is measured.');
  const dock = (/** @type {string[]} */ openAt) =>
    product.call('settings.set', { dock: { width: 360, side: 'right', openAt } });
  await product.call('site.rule', { url: pages, rule: 'on', declared: 'board' });
  /** @type {Record<'follow' | 'openScroll' | 'closedScroll' | 'openHeap' | 'closedHeap', number[]>} */
  const times = { follow: [], openScroll: [], closedScroll: [], openHeap: [], closedHeap: [] };
  for (let i = 0; i < rounds; i++) {
    for (const open of [true, false]) {
      await dock(open ? [pages] : []);
      const page = await product.browser.newPage();
      await page.goto(`${pages}/board`);
      await new Promise((resolve) => setTimeout(resolve, 3000));
      if (open) times.follow.push(...(await followed(page)));
      const events = await record(page, () => scrolledThrough(page));
      times[open ? 'openScroll' : 'closedScroll'].push(oursWithin(ourTasks(events, workspaceScript)));
      times[open ? 'openHeap' : 'closedHeap'].push(await heapOf(page));
      await page.close();
    }
  }
  await dock([]);
  await product.call('site.rule', { url: pages, rule: 'on', declared: null });
  return {
    panel_follow_ms: median(times.follow),
    panel_board2000_scroll_ms: median(times.openScroll),
    panel_board2000_scroll_more_ms: median(times.openScroll) - median(times.closedScroll),
    panel_memory_mb: (median(times.openHeap) - median(times.closedHeap)) / 1e6,
  };
}

/**
 * @param {Page} page
 * @returns {Promise<number[]>} ms from a change of the view to its title in the panel
 */
async function followed(page) {
  const panel = page.frames().find((frame) => frame.url().includes('/panel.html'));
  if (!panel) throw new Error('The panel is not open.');
  const all = [];
  for (let i = 0; i < moves; i++) {
    const title = `Card ${i} of round ${Date.now()}`;
    // Not waited for here.
    await panel.evaluate(`globalThis.benchSeen = (${whenTitled})(${JSON.stringify(title)}); 0`);
    const began = await page.evaluate((title) => {
      history.pushState(null, '', `?card=${encodeURIComponent(title)}`);
      document.title = title;
      /** @type {HTMLElement} */ (document.querySelector('h1')).textContent = title;
      return performance.timeOrigin + performance.now();
    }, title);
    all.push(/** @type {number} */ (await panel.evaluate('benchSeen')) - began);
  }
  return all;
}

/**
 * Runs in the panel.
 * @param {string} title
 */
function whenTitled(title) {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('h1')?.textContent?.includes(title)) return;
      watch.disconnect();
      resolve(performance.timeOrigin + performance.now());
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** @param {Page} page */
async function scrolledThrough(page) {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 2000) {
      scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });
}

/**
 * @param {Page} page
 * @returns {Promise<number>} bytes of the heap of the page's process, the panel's frame not counted
 */
async function heapOf(page) {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
