// @ts-check
/** `npm test`: everything, on a fresh machine too. Goes on after a failing step and says at the end which failed. */
import './setup/node-version.mjs';
import { endAll } from './run.mjs';
import { bold, elapsed, heading, say } from './say.mjs';
import { prepareToTest } from './setup.mjs';
import { steps } from './test/steps.mjs';
import { addCounts, noCounts } from './test/vitest.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    endAll();
    process.exit(130);
  });

const began = Date.now();
/** @type {string[]} */
let skipped;
try {
  skipped = await prepareToTest();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

let counts = noCounts;
/** @type {string[]} */
const failed = [];
for (const { name, run } of steps) {
  heading(name);
  const started = Date.now();
  const result = await run();
  if (result.counts) counts = addCounts(counts, result.counts);
  if (!result.ok) failed.push(name);
  if (result.output) console.log(result.output);
  say(`${result.ok ? 'good' : bold('FAILED')}, ${elapsed(started)}`);
}

for (const line of skipped) console.log(`\nSkipped: ${line}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
console.log(
  failed.length > 0
    ? `Something is broken. Failed: ${failed.join('; ')}.`
    : `All is well${skipped.length > 0 ? ', as far as it could be tried here' : ''} (${elapsed(began)}).`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
