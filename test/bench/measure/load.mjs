// @ts-check
/** The longest task of ours while a page of a megabyte loads and is marked, on a processor throttled four times. */
import { threadClock } from '../clock.mjs';
import { median } from '../statistics.mjs';
import { oursWithin, ourTasks, record } from '../trace.mjs';

/**
 * @typedef {import('../run.mjs').Bench} Bench
 * @typedef {import('../product.mjs').Product} Product
 */

const rounds = 2;
const throttling = 4;

/** @param {Bench} bench */
export async function measureLoad({ browser, products, pages }) {
  const product = products.at(-1);
  if (!product) throw new Error('A product is measured.');
  /** @type {Record<string, number>} */
  const figures = {};
  for (const language of ['english', 'chinese']) {
    const runs = [];
    for (let i = 0; i < rounds; i++) runs.push(await loadOnce(product, `${pages}/big/${language}`));
    const name = `${language}_${product.name}`;
    figures[`longest_task_ms_throttled4_${name}`] = median(runs.map(({ longest }) => longest));
    figures[`second_task_ms_throttled4_${name}`] = median(runs.map(({ second }) => second));
    figures[`all_tasks_ms_throttled4_${name}`] = median(runs.map(({ all }) => all));
  }
  const longest = Object.entries(figures).filter(([name]) => name.startsWith('longest'));
  return {
    longest_task_ms_throttled4: Math.max(...longest.map(([, ms]) => ms)),
    ...figures,
    throttling_measured: await throttlingOf(browser),
  };
}

/**
 * How much slower a page really is: Chromium throttles by the clock on the wall, so more than asked for where other
 * programs want the processor.
 * @param {import('puppeteer-core').Browser} browser
 */
async function throttlingOf(browser) {
  const page = await browser.newPage();
  const clock = await threadClock(page);
  const time = async () => {
    const { ms } = await clock(() =>
      page.evaluate(() => {
        let sum = 0;
        for (let i = 0; i < 2e7; i++) sum = (sum * 31 + i) | 0;
        return sum;
      }),
    );
    return ms;
  };
  await time();
  const factors = [];
  for (let i = 0; i < 5; i++) {
    await page.emulateCPUThrottling(1);
    const free = await time();
    await page.emulateCPUThrottling(throttling);
    factors.push((await time()) / free);
  }
  await page.close();
  return median(factors);
}

/** ms after loading in which tasks are looked at */
const watched = 30_000;

/**
 * @param {Product} product
 * @param {string} url
 */
async function loadOnce(product, url) {
  const page = await product.browser.newPage();
  await page.emulateCPUThrottling(throttling);
  const events = await record(page, async () => {
    await page.goto(url, { timeout: 90_000 });
    // All kinds of work have come up by then; to the last word a page of this size takes minutes when throttled.
    await new Promise((resolve) => setTimeout(resolve, watched));
  });
  await page.close();
  const tasks = ourTasks(events);
  const [longest = Number.NaN, second = Number.NaN] = tasks.map(({ ours }) => ours).sort((a, b) => b - a);
  return { longest, second, all: oursWithin(tasks) };
}
