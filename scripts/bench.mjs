// @ts-check
/**
 * Measures the product in real Chromium, on real pages, and says which budgets are kept.
 *
 *   npm run bench -- [--json FILE] [--only scan,start,…]
 */
import './setup/node-version.mjs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { endAll } from './run.mjs';
import { elapsed, heading, say } from './say.mjs';
import { fetchDocuments, isDebian } from './setup/debian.mjs';
import { prepareToStart } from './setup.mjs';

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
process.once('exit', endAll);

const began = Date.now();
const found = await prepareToStart({ engine: 'chromium', headless: true });
if (isDebian()) await fetchDocuments();
// What it imports may have been installed just now.
const { measureNames, runBench } = await import('../test/bench/run.mjs');
const { rounded, tableOf } = await import('../test/bench/budgets.mjs');
const only = values.only?.split(',') ?? measureNames;
const unknown = only.filter((name) => !measureNames.includes(name));
if (unknown.length > 0) {
  say(`Not measured: ${unknown.join(', ')}. There are: ${measureNames.join(', ')}.`);
  process.exit(2);
}

heading('Building');
const { folder, code, output } = await build('chromium', { everySite: true });
if (code !== 0) {
  say(output);
  process.exit(1);
}
heading('Measuring');
const figures = await runBench({
  found,
  extension: folder,
  only,
  onStep: (name) => say(`${name} (${elapsed(began)})`),
  onFigure: (name, value) =>
    say(`    ${name.padEnd(48)} ${typeof value === 'number' ? rounded(value) : value}`),
});
heading(`Budgets, after ${elapsed(began)}`);
for (const line of tableOf(figures)) say(line);
if (values.json) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
