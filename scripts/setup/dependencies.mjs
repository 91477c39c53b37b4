// @ts-check
/** Installs what package-lock.json says, where node_modules says otherwise. */
import { readFile } from 'node:fs/promises';
import { root } from '../root.mjs';
import { heading } from '../say.mjs';
import { npm } from './npm.mjs';

/** @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lock */

/**
 * npm writes node_modules/.package-lock.json as the last step of an installation, so it tells a complete tree from
 * an interrupted one, and whatever npm command made it.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 * @returns {boolean}
 */
export function matches(wanted, installed) {
  const differs = Object.entries(wanted.packages).some(([path, { version, integrity, optional }]) => {
    if (path === '') return false;
    const there = installed.packages[path];
    // Optional ones are mostly binaries of other systems.
    if (!there) return !optional;
    return there.version !== version || there.integrity !== integrity;
  });
  return !differs && Object.keys(installed.packages).every((path) => path in wanted.packages);
}

async function upToDate() {
  try {
    const [wanted, installed] = await Promise.all(
      ['package-lock.json', 'node_modules/.package-lock.json'].map(
        async (path) => /** @type {Lock} */ (JSON.parse(await readFile(root + path, 'utf8'))),
      ),
    );
    return wanted !== undefined && installed !== undefined && matches(wanted, installed);
  } catch {
    return false;
  }
}

/**
 * Installs the locked dependencies if they are missing or not the locked ones.
 * @throws {Error} with a line for the person, if npm fails twice
 */
export async function installDependencies() {
  if (await upToDate()) return;
  heading('Installing the locked dependencies (about a minute)');
  for (const attempt of [1, 2]) {
    const { code } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
    if (code === 0) return;
    if (attempt === 1) console.warn('  npm ci failed; trying once more.');
  }
  throw new Error(
    'The dependencies could not be installed. Run "npm ci" to see why; a proxy or no network is usual.',
  );
}
