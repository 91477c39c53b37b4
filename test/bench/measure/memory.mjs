// @ts-check
/** What a page holds more with us than without. */
import { settled } from '../product.mjs';
import { median } from '../statistics.mjs';

/**
 * @typedef {import('../run.mjs').Bench} Bench
 * @typedef {import('puppeteer-core').Page} Page
 */

const rounds = 3;

/** @param {Bench} bench */
export async function measureMemory({ products, pages, pagesWithout }) {
  /** @type {Record<string, number>} */
  const figures = {};
  for (const product of products) {
    const [withUs, without] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
    for (let i = 0; i < rounds; i++) {
      withUs.push(await heapOf(product.browser, `${pages}/english`, true));
      without.push(await heapOf(product.browser, `${pagesWithout}/english`, false));
    }
    figures[`page_memory_mb_${product.name}`] = (median(withUs) - median(without)) / 1e6;
  }
  return figures;
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 * @param {boolean} marked
 * @returns {Promise<number>} bytes of the page's JavaScript heap, of its DOM and of array buffers
 */
async function heapOf(browser, url, marked) {
  const page = await browser.newPage();
  await page.goto(url);
  if (marked) await settled(page);
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const usage =
    /** @type {{ usedSize: number, embedderHeapUsedSize?: number, backingStorageSize?: number }} */ (
      await session.send('Runtime.getHeapUsage')
    );
  await page.close();
  return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}
