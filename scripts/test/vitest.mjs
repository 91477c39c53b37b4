// @ts-check
/** Runs vitest's projects and counts their tests. */
import { readFile, rm } from 'node:fs/promises';
import { root } from '../root.mjs';
import { runPackage } from '../run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} TestResult
 * @typedef {{ status: string, assertionResults: TestResult[] }} FileResult
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
 * @param {FileResult[]} files as vitest's JSON reporter writes them
 * @returns {string[]} what passed only when it was tried again, with what was wrong at first
 */
export function passedLater(files) {
  return files.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ status, fullName, failureMessages: [first] = [] }) =>
      status === 'passed' && first !== undefined ? [`${fullName}: ${first.split('\n', 1)[0]}`] : [],
    ),
  );
}

/**
 * @param {string[]} projects of vitest.config.ts
 * @returns {Promise<{ ok: boolean, counts: Counts, output?: string }>}
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
  if (text === null) return { ok: false, counts: { ...noCounts, failed: 1 } };
  /** @type {FileResult[]} */
  const files = JSON.parse(text).testResults;
  const later = passedLater(files).map((line) => `  Passed only when tried again: ${line}`);
  return {
    ok: code === 0,
    counts: countTests(files),
    ...(later.length > 0 && { output: later.join('\n') }),
  };
}
