// @ts-check
/** Brings together what is measured: browsers, pages, vocabularies. */
import puppeteer from 'puppeteer-core';
import { serve } from '../../scripts/serve.mjs';
import { bundle } from './bundle.mjs';
import { documents } from './documents.mjs';
import { measureChange } from './measure/change.mjs';
import { measureHover } from './measure/hover.mjs';
import { measureLoad } from './measure/load.mjs';
import { measureMemory } from './measure/memory.mjs';
import { boardPage, measurePanel } from './measure/panel.mjs';
import { measureScan } from './measure/scan.mjs';
import { measureSearch } from './measure/search.mjs';
import { measureSize } from './measure/size.mjs';
import { measureStart } from './measure/start.mjs';
import { handbookOf, openProduct } from './product.mjs';
import { allTerms } from './vocabularies.mjs';

/**
 * @typedef Bench
 * @property {import('puppeteer-core').Browser} browser without the extension
 * @property {import('./product.mjs').Product[]} products with 5,000 and with 200,000 terms
 * @property {string} pages address of the server, where the extension runs
 * @property {string} pagesWithout the same, where it is switched off
 * @property {readonly string[]} terms 200,000
 * @property {{ scan: string, search: string }} scripts to be run in a page
 * @property {string} extension folder of the build
 */

/** @typedef {Record<string, number | string>} Figures */

/** @type {Record<string, (bench: Bench) => Promise<Record<string, number | string | undefined>>>} */
const measures = {
  size: measureSize,
  scan: measureScan,
  search: measureSearch,
  start: measureStart,
  memory: measureMemory,
  hover: measureHover,
  change: measureChange,
  load: measureLoad,
  panel: measurePanel,
};

export const measureNames = Object.keys(measures);

/** Which measures need the extension in a browser. */
const withProduct = new Set(['start', 'memory', 'hover', 'change', 'load', 'panel']);
const productSizes = [5000, 200_000];

/** A page that measures with a clock of 5 µs instead of 100 (HTML, "cross-origin isolated"). */
const isolated = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/**
 * @param {{ found: import('../../scripts/setup/find-browsers.mjs').FoundBrowser, extension: string, only: readonly string[], onStep: (name: string) => void, onFigure: (name: string, value: number | string) => void }} options
 * @returns {Promise<Figures>}
 */
export async function runBench({ found, extension, only, onStep, onFigure }) {
  const [terms, html] = await Promise.all([allTerms(), documents()]);
  const most = terms.slice(0, 200_000);
  const scripts = {
    scan: await bundle('test/bench/page/scan.ts'),
    search: await bundle('test/bench/page/search.ts'),
  };
  const server = await serve({
    ...Object.fromEntries(productSizes.map((size) => [`/${size}.json`, handbookOf(most.slice(0, size))])),
    '/english': html.english,
    '/chinese': html.chinese,
    '/big/english': html.bigEnglish,
    '/big/chinese': html.bigChinese,
    '/board': boardPage(),
    '/isolated': { body: '<!doctype html><link rel="icon" href="data:,">', headers: isolated },
  });
  /** @type {Array<() => Promise<unknown>>} */
  const ends = [server.close];
  try {
    const browser = await puppeteer.launch({
      executablePath: found.path,
      headless: true,
      protocolTimeout: 300_000,
      defaultViewport: { width: 1280, height: 800 },
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    ends.push(() => browser.close());
    const pagesWithout = server.url.replace('127.0.0.1', 'localhost');
    /** @type {import('./product.mjs').Product[]} */
    const products = [];
    if (only.some((name) => withProduct.has(name))) {
      for (const size of productSizes) {
        onStep(`handbook of ${size}`);
        const product = await openProduct({ found, extension }, `${server.url}/${size}.json`);
        ends.push(product.close);
        await product.call('site.rule', { url: pagesWithout, rule: 'off' });
        products.push(product);
      }
    }
    /** @type {Figures} */
    const figures = {};
    for (const name of only) {
      onStep(name);
      const bench = { browser, products, pages: server.url, pagesWithout, terms: most, scripts, extension };
      const measured = await measures[name]?.(bench);
      for (const [key, value] of Object.entries(measured ?? {})) {
        if (value === undefined) continue;
        figures[key] = value;
        onFigure(key, value);
      }
    }
    return figures;
  } finally {
    for (const end of ends.reverse()) await end();
  }
}
