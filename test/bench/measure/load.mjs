// @ts-check
/** The longest task of ours while a page of a megabyte loads and is marked, on a processor throttled four times. */
import { settled } from '../product.mjs';
import { median } from '../statistics.mjs';
import { oursWithin, ourTasks, record } from '../trace.mjs';

/**
 * @typedef {import('../run.mjs').Bench} Bench
 * @typedef {import('../product.mjs').Product} Product
 */

const rounds = 3;
const throttling = 4;

/** @param {Bench} bench */
export async function measureLoad({ products, pages }) {
  /** @type {Record<string, number>} */
  const figures = {};
  for (const language of ['english', 'chinese']) {
    for (const product of products) {
      const runs = [];
      for (let i = 0; i < rounds; i++) runs.push(await loadOnce(product, `${pages}/big/${language}`));
      const name = `${language}_${product.name}`;
      figures[`longest_task_ms_throttled4_${name}`] = median(runs.map(({ longest }) => longest));
      figures[`second_task_ms_throttled4_${name}`] = median(runs.map(({ second }) => second));
      figures[`all_tasks_ms_throttled4_${name}`] = median(runs.map(({ all }) => all));
    }
  }
  const longest = Object.entries(figures).filter(([name]) => name.startsWith('longest'));
  return { longest_task_ms_throttled4: Math.max(...longest.map(([, ms]) => ms)), ...figures };
}

/**
 * @param {Product} product
 * @param {string} url
 */
async function loadOnce(product, url) {
  const page = await product.browser.newPage();
  await page.emulateCPUThrottling(throttling);
  const events = await record(page, async () => {
    await page.goto(url, { timeout: 90_000 });
    await settled(page, 2500);
  });
  await page.close();
  const tasks = ourTasks(events);
  const [longest = Number.NaN, second = Number.NaN] = tasks.map(({ ours }) => ours).sort((a, b) => b - a);
  return { longest, second, all: oursWithin(tasks) };
}
