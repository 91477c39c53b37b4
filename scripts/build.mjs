// @ts-check
/** Builds the extension. */
import { root } from './root.mjs';
import { runPackage } from './run.mjs';

/** @typedef {import('./setup/find-browsers.mjs').Engine} Engine */

const targets = { chromium: 'chrome', firefox: 'firefox' };

/**
 * @param {Engine} engine
 * @param {{ everySite: boolean }} options everySite: the build for demonstration and tests, which may run on every
 *   site without being asked
 * @returns {Promise<{ folder: string, code: number, output: string }>} folder of the build, exit code, what was printed
 */
export async function build(engine, { everySite }) {
  const target = targets[engine];
  const result = await runPackage('wxt/bin/wxt.mjs', ['build', '-b', target], {
    quiet: true,
    env: { COMMON_GROUND_GRANT_ALL: everySite ? '1' : '' },
  });
  return { folder: `${root}.output/${everySite ? 'test/' : ''}${target}-mv3`, ...result };
}
