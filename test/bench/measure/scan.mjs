// @ts-check
/** The time to find terms on a page, by itself and beside other ways to do it. */
import { threadClock } from '../clock.mjs';
import { median } from '../statistics.mjs';

/**
 * @typedef {import('../run.mjs').Bench} Bench
 * @typedef {import('../page/scan').ScanBench} ScanBench
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {{ scanBench: ScanBench, terms: string[] }} InPage
 */

const sizes = [500, 5000, 50_000, 200_000];
const rounds = 11;
/** ms of one measurement, in which a job is repeated. */
const atLeast = 25;
/** ms for two runs from which on a job is slow, and is measured less often. */
const slow = 100;
const slowRounds = 2;
const slowRivals = ['regex longest first', 'regex sorted'];
/** Rounds of what needs a new process each. */
const firstRounds = 5;
/** Terms that mark.js is given: it takes each by itself, so that its time grows with them; 5,000 would take a minute. */
const markJsTerms = 20;

/** @param {Bench} bench */
export async function measureScan({ browser, pages, terms, scripts }) {
  const english = await onPage(browser, `${pages}/english`, scripts.scan, terms, true);
  const chinese = await onPage(browser, `${pages}/chinese`, scripts.scan, terms, false);
  const first = await measureFirstScans(browser, `${pages}/english`, scripts.scan, terms.slice(0, 5000));
  /** @typedef {typeof english} Results */
  const ms = (/** @type {Results} */ results, /** @type {string} */ name) =>
    results.get(name)?.ms ?? Number.NaN;
  const over = (/** @type {Results} */ results, /** @type {string} */ name, /** @type {string} */ other) =>
    ms(results, name) / ms(results, other);
  const bestRegex = (/** @type {Results} */ results) =>
    [...results.keys()]
      .filter((name) => name.startsWith('regex'))
      .reduce((a, b) => (ms(results, b) < ms(results, a) ? b : a));
  const ofSizes = (/** @type {Results} */ results, /** @type {string} */ page) =>
    Object.fromEntries(
      sizes.flatMap((size) => [
        [`scan${size}_ms_${page}`, ms(results, `scan ${size}`)],
        [`scan${size}_found_${page}`, results.get(`scan ${size}`)?.found],
      ]),
    );
  return {
    walk_ms_english: ms(english, 'walk'),
    ...ofSizes(english, 'english'),
    regex_written: bestRegex(english),
    regex_ms_english: ms(english, bestRegex(english)),
    regex_found_english: english.get(bestRegex(english))?.found,
    regex_longest_first_ms_english: ms(english, 'regex longest first'),
    regex_sorted_ms_english: ms(english, 'regex sorted'),
    ahocorasick_ms_english: ms(english, 'aho-corasick'),
    markjs_ms_english: ms(english, 'mark.js'),
    scan5000_vs_regex: over(english, bestRegex(english), 'scan 5000'),
    scan5000_vs_regex_longest_first: over(english, 'regex longest first', 'scan 5000'),
    scan5000_vs_markjs: over(english, 'mark.js', 'scan 5000'),
    scan5000_vs_ahocorasick: over(english, 'aho-corasick', 'scan 5000'),
    scan5000_over_walk: over(english, 'scan 5000', 'walk'),
    scan_growth_200000_over_5000: over(english, 'scan 200000', 'scan 5000'),
    walk_ms_chinese: ms(chinese, 'walk'),
    ...ofSizes(chinese, 'chinese'),
    regex_ms_chinese: ms(chinese, bestRegex(chinese)),
    scan5000_vs_regex_chinese: over(chinese, bestRegex(chinese), 'scan 5000'),
    scan5000_over_walk_chinese: over(chinese, 'scan 5000', 'walk'),
    scan_growth_200000_over_5000_chinese: over(chinese, 'scan 200000', 'scan 5000'),
    first_scan5000_ms: first.ours,
    first_regex_ms: first.regex,
    first_ahocorasick_ms: first.ahoCorasick,
    first_scan5000_vs_regex: first.regex / first.ours,
    first_scan5000_vs_ahocorasick: first.ahoCorasick / first.ours,
  };
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 * @param {string} script
 * @param {readonly string[]} terms
 * @param {boolean} withSlow beside what takes a hundred times as long; one page is enough for that
 * @returns {Promise<Map<string, { ms: number, found: number }>>} by job
 */
async function onPage(browser, url, script, terms, withSlow) {
  const page = await openWith(browser, url, script);
  await page.evaluate(`globalThis.terms = ${JSON.stringify(terms)}`);
  for (const size of sizes) {
    await page.evaluate((size) => {
      const { scanBench, terms } = /** @type {InPage} */ (/** @type {unknown} */ (globalThis));
      scanBench.prepare(String(size), terms.slice(0, size));
    }, size);
  }
  const rivals = await page.evaluate(() => {
    const { scanBench, terms } = /** @type {InPage} */ (/** @type {unknown} */ (globalThis));
    return scanBench.prepareRivals(terms.slice(0, 5000));
  });
  const names = Object.keys(rivals).filter((name) => withSlow || !slowRivals.includes(name));
  const results = await race(page, ['walk', ...sizes.map((size) => `scan ${size}`), ...names]);
  const clock = await threadClock(page);
  if (withSlow) {
    const { ms } = await clock(() =>
      page.evaluate((few) => {
        const { scanBench, terms } = /** @type {InPage} */ (/** @type {unknown} */ (globalThis));
        return scanBench.markJs(terms.slice(0, few));
      }, markJsTerms),
    );
    results.set('mark.js', { ms: (ms / markJsTerms) * 5000, found: Number.NaN });
  }
  await page.close();
  return results;
}

/**
 * Measures jobs in turn, so that what slows the machine slows all of them.
 * @param {Page} page
 * @param {readonly string[]} names
 */
async function race(page, names) {
  const clock = await threadClock(page);
  const run = (/** @type {string} */ name, /** @type {number} */ times) =>
    clock(() =>
      page.evaluate(
        (name, times) =>
          /** @type {InPage} */ (/** @type {unknown} */ (globalThis)).scanBench.run(name, times),
        name,
        times,
      ),
    );
  const jobs = [];
  for (const name of names) {
    // Until the engine has done its best with it; what is slow is compiled at once.
    const first = await run(name, 2);
    const isSlow = first.ms > slow;
    if (!isSlow) for (let i = 0; i < 4; i++) await run(name, 10);
    const { ms, result } = isSlow ? first : await run(name, 10);
    jobs.push({
      name,
      found: result,
      repeats: isSlow ? 1 : Math.ceil(atLeast / (ms / 10)),
      times: /** @type {number[]} */ ([]),
    });
  }
  for (let round = 0; round < rounds; round++) {
    for (const { name, repeats, times } of jobs)
      if (repeats > 1 || round < slowRounds) times.push((await run(name, repeats)).ms / repeats);
  }
  return new Map(jobs.map(({ name, found, times }) => [name, { ms: median(times), found }]));
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 * @param {string} script
 * @param {readonly string[]} terms
 */
async function measureFirstScans(browser, url, script, terms) {
  const page = await openWith(browser, url, script);
  const { all, forms } = await page.evaluate((terms) => {
    const { scanBench } = /** @type {InPage} */ (/** @type {unknown} */ (globalThis));
    return { all: scanBench.allForms(terms), forms: scanBench.prepare('5000', terms).forms };
  }, terms);
  await page.close();
  const ways = /** @type {const} */ ([
    'nothing',
    'ours',
    'regex longest first',
    'regex as a trie',
    'aho-corasick',
  ]);
  const times = new Map(ways.map((way) => [way, /** @type {number[]} */ ([])]));
  for (let i = 0; i < firstRounds; i++) {
    for (const way of ways) {
      // A context of its own has a process of its own, where nothing is compiled yet.
      const context = await browser.createBrowserContext();
      const fresh = await openWith(context, url, script);
      await fresh.evaluate((given) => Object.assign(globalThis, given) && undefined, { terms, all, forms });
      // Until the page is drawn and at rest.
      await fresh.evaluate(
        () =>
          new Promise((rest) =>
            requestAnimationFrame(() => requestIdleCallback(() => setTimeout(rest, 100))),
          ),
      );
      const clock = await threadClock(fresh);
      const { ms } = await clock(() =>
        fresh.evaluate((way) => {
          const { scanBench, terms, all, forms } = /** @type {InPage & { all: any, forms: any }} */ (
            /** @type {unknown} */ (globalThis)
          );
          scanBench.firstScan(way, terms, all, forms);
        }, way),
      );
      times.get(way)?.push(ms);
      await context.close();
    }
  }
  const [nothing = 0, ours = 0, longestFirst = 0, trie = 0, ahoCorasick = 0] = ways.map((way) =>
    median(times.get(way) ?? []),
  );
  return {
    ours: ours - nothing,
    regex: Math.min(longestFirst, trie) - nothing,
    ahoCorasick: ahoCorasick - nothing,
  };
}

/**
 * @param {Pick<import('puppeteer-core').Browser, 'newPage'>} browser
 * @param {string} url
 * @param {string} script
 */
async function openWith(browser, url, script) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.evaluate(script);
  return page;
}
