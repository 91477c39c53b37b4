// @ts-check
/** Runs vitest's projects and counts their tests. */
import { readFile, rm } from 'node:fs/promises';
import { root } from '../root.mjs';
import { runPackage } from '../run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ status: string, assertionResults: Array<{ status: string }> }} FileResult
 */

/** @type {Counts} */
export const noCounts = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export const addCounts = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/**
 * @param {FileResult[]} files as vitest's JSON reporter writes them
 * @returns {Counts} a file that failed before its first test counts as one that failed
 */
export function countTests(files) {
  return files.reduce((sum, { status, assertionResults }) => {
    const of = (/** @type {string[]} */ ...names) =>
      assertionResults.filter((test) => names.includes(test.status)).length;
    const failed = of('failed');
    return addCounts(sum, {
      passed: of('passed'),
      failed: failed === 0 && status === 'failed' ? 1 : failed,
      skipped: of('skipped', 'pending', 'todo', 'disabled'),
    });
  }, noCounts);
}

/**
 * @param {string[]} projects of vitest.config.ts
 * @returns {Promise<{ ok: boolean, counts: Counts }>}
 */
export async function runVitest(...projects) {
  const results = `${root}.output/test-results/${projects.join('-')}.json`;
  await rm(results, { force: true });
  const { code } = await runPackage('vitest/vitest.mjs', [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  ]);
  const text = await readFile(results, 'utf8').catch(() => null);
  // Without results vitest itself did not come to its end.
  const counts = text === null ? { ...noCounts, failed: 1 } : countTests(JSON.parse(text).testResults);
  return { ok: code === 0 && text !== null, counts };
}
