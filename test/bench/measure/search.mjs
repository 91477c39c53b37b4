// @ts-check
/** Search as you type among 200,000 terms. */
import { percentile } from '../statistics.mjs';

/**
 * @typedef {import('../run.mjs').Bench} Bench
 * @typedef {import('../page/search').SearchBench} SearchBench
 */

/** Words that are typed, letter by letter. */
const words = 60;

/** @param {Bench} bench */
export async function measureSearch({ browser, pages, terms, scripts }) {
  const page = await browser.newPage();
  await page.goto(`${pages}/isolated`);
  await page.evaluate(scripts.search);
  await page.evaluate(`globalThis.terms = ${JSON.stringify(terms)}`);
  const build = await page.evaluate(() => {
    const { searchBench, terms } = /** @type {{ searchBench: SearchBench, terms: string[] }} */ (
      /** @type {unknown} */ (globalThis)
    );
    return searchBench.prepare(terms);
  });
  const times = await page.evaluate(
    (queries) =>
      /** @type {{ searchBench: SearchBench }} */ (/** @type {unknown} */ (globalThis)).searchBench.time(
        queries,
      ),
    queriesFrom(terms),
  );
  await page.close();
  return {
    search_queries: times.length,
    search_p50_ms_200000: percentile(times, 50),
    search_p95_ms_200000: percentile(times, 95),
    search_max_ms_200000: Math.max(...times),
    search_index_build_ms_200000: build,
  };
}

/**
 * What is typed on the way to real terms, to parts of them, with an error in them, in capitals, and to their pinyin.
 * @param {readonly string[]} terms
 */
function queriesFrom(terms) {
  const step = Math.floor(terms.length / words);
  const chosen = Array.from({ length: words }, (_, i) => terms[i * step] ?? '');
  const wrong = (/** @type {string} */ text) => text.slice(0, 2) + text.slice(3);
  const pinyin = [
    'jf',
    'jiaofu',
    'shangxian',
    'sx',
    'zhuanhua',
    'zhl',
    'kh',
    'kehu',
    'bb',
    'banben',
    'bihuan',
    'huidu',
  ];
  const typed = [
    ...chosen,
    ...chosen.slice(0, 20).map(wrong),
    ...chosen.slice(20, 40).map((term) => term.slice(2)),
    ...chosen.slice(40).map((term) => term.toUpperCase()),
    ...pinyin,
  ];
  return typed.flatMap((text) =>
    Array.from({ length: Math.min(text.length, 20) }, (_, i) => text.slice(0, i + 1)),
  );
}
