// @ts-check
/**
 * Programs of the npm registry that tests lie over: a board and a mail server with a reader. They live in a cache of
 * their own and not among the dependencies, because they weigh 200 MB, which nobody needs to build the product, and
 * because `npm ci` refuses a lock file that was written where the binaries of other systems cannot be had.
 */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { root } from '../root.mjs';
import { heading } from '../say.mjs';
import { npm } from './npm.mjs';

const folder = `${root}.cache/hosts`;

/** Both under the MIT licence. */
const versions = { 'backlog.md': '1.52.0', maildev: '3.0.0' };
/** What they depend on is taken as it was on this day, so that it stays the same. */
const asOf = '2026-11-20';

/** Absolute path of the folder with the programs, ending in a slash. */
export const hostPrograms = `${folder}/node_modules/`;

/** @returns {boolean} whether the tests on these programs can run here: installed, and ended by process group */
export function hasHostPrograms() {
  if (process.platform === 'win32') return false;
  try {
    // npm writes this file as the last step of an installation.
    const { packages } = JSON.parse(readFileSync(`${hostPrograms}.package-lock.json`, 'utf8'));
    return Object.entries(versions).every(
      ([name, version]) => packages[`node_modules/${name}`]?.version === version,
    );
  } catch {
    return false;
  }
}

/**
 * Installs them if they are missing or not of these versions.
 * @returns {Promise<boolean>} whether they are there
 */
export async function installHostPrograms() {
  if (hasHostPrograms() || process.platform === 'win32') return hasHostPrograms();
  const names = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  heading(`Installing ${names.join(' and ')}, to test on (about half a minute)`);
  await mkdir(folder, { recursive: true });
  // Without one, npm takes the project's.
  await writeFile(`${folder}/package.json`, '{ "private": true }\n');
  const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
  await npm(['install', '--ignore-scripts', `--before=${asOf}`, ...quiet, ...names], { cwd: folder });
  return hasHostPrograms();
}
