// @ts-check
/** The steps of `npm test`, in order. */
import { build } from '../build.mjs';
import { runPackage } from '../run.mjs';
import { runVitest } from './vitest.mjs';
import { lintFirefoxBuild } from './web-ext.mjs';

/**
 * @typedef {{ ok: boolean, output?: string, counts?: import('./vitest.mjs').Counts }} Result
 * @typedef {{ name: string, run: () => Promise<Result> }} Step
 */

/** @type {Step[]} */
export const steps = [
  { name: 'Style (biome)', run: () => program('@biomejs/biome/bin/biome', 'ci', '--colors=off', '.') },
  {
    name: 'Types (tsc)',
    run: async () => {
      const prepared = await program('wxt/bin/wxt.mjs', 'prepare');
      return prepared.ok ? program('typescript/bin/tsc', '--noEmit') : prepared;
    },
  },
  { name: 'Nothing unused (knip)', run: () => program('knip/bin/knip.js') },
  { name: 'Unit and page tests (vitest)', run: () => runVitest('unit', 'page') },
  { name: 'Builds for Chrome and Firefox (wxt)', run: builds },
  { name: "Mozilla's check of the Firefox build (web-ext lint)", run: lintFirefoxBuild },
  { name: 'Tests in real browsers (vitest, puppeteer)', run: () => runVitest('e2e') },
];

/**
 * @param {string} script inside node_modules
 * @param {...string} args
 * @returns {Promise<Result>} its output only if it failed
 */
async function program(script, ...args) {
  const { code, output } = await runPackage(script, args, { quiet: true });
  return code === 0 ? { ok: true } : { ok: false, output };
}

/** @returns {Promise<Result>} */
async function builds() {
  for (const everySite of [false, true]) {
    for (const engine of /** @type {const} */ (['chromium', 'firefox'])) {
      const { code, output } = await build(engine, { everySite });
      if (code !== 0) return { ok: false, output };
    }
  }
  return { ok: true };
}
