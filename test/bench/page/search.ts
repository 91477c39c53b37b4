/** Runs in a page: search as you type, with the code that the background runs. */
import { buildSearch } from '@/utils/handbook/search/build';
import { search } from '@/utils/handbook/search/query';
import { loadReadings } from '@/utils/handbook/search/readings';
import type { SearchIndex } from '@/utils/handbook/search/shape';
import { simplifier } from '@/utils/terms/han-scripts';

const fold = simplifier();
const han = /\p{Script=Han}/u;
let index: SearchIndex;

/** @returns ms it took */
async function prepare(terms: readonly string[]): Promise<number> {
  const readings = await loadReadings();
  const began = performance.now();
  const entries = terms.map((text, concept) => ({
    text,
    concept,
    language: han.test(text) ? 'zh-CN' : 'en',
  }));
  index = buildSearch(entries, { readings, fold });
  return performance.now() - began;
}

/** @returns ms of each query */
function time(queries: readonly string[]): number[] {
  return queries.map((query) => {
    const began = performance.now();
    search(index, query, { limit: 8, fold });
    return performance.now() - began;
  });
}

const bench = { prepare, time };
export type SearchBench = typeof bench;
Object.assign(globalThis, { searchBench: bench });
