// @ts-check
/** Everything a fresh machine needs before the product can run or be tested. */
import './setup/node-version.mjs';
import { existsSync } from 'node:fs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';
import { fetchDocuments, installPackages, isDebian } from './setup/debian.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { findBrowsers, which } from './setup/find-browsers.mjs';
import { installHostPrograms } from './setup/host-programs.mjs';
import { installMailHost } from './setup/mail-host.mjs';

/**
 * @typedef {import('./setup/find-browsers.mjs').Engine} Engine
 * @typedef {import('./setup/find-browsers.mjs').FoundBrowser} FoundBrowser
 */

const packageOf = { chromium: 'chromium', firefox: 'firefox-esr' };
/** For the permission prompt, which can only be answered on a screen: programs, and the packages they come in. */
const screenPackages = { Xvfb: 'xvfb', xdotool: 'xdotool', import: 'imagemagick' };
/** As in the manifest. */
const leastVersion = { chromium: 140, firefox: 150 };
const byHand = {
  chromium: `Install Chrome (https://www.google.com/chrome), Chromium or Edge, version ${leastVersion.chromium} or newer.`,
  firefox: `Install Firefox (https://www.mozilla.org/firefox), version ${leastVersion.firefox} or newer.`,
};

/**
 * Set-up for `npm start`.
 * @param {{ engine?: Engine | undefined, headless: boolean }} wish engine: only this one will do
 * @returns {Promise<FoundBrowser>}
 * @throws {Error} with one line for the person, if there is no browser and none could be installed
 */
export async function prepareToStart({ engine, headless }) {
  await installDependencies();
  const best = () => findNewEnough(engine);
  if (isDebian()) {
    const wanted = (await best()) ? [] : [packageOf[engine ?? 'chromium']];
    // A picture of Chinese text needs a font; on a desktop the person has chosen theirs.
    if (headless && !(await hasChineseFont())) wanted.push('fonts-noto-cjk');
    if (wanted.length > 0) await installPackages(wanted);
  }
  const found = await best();
  if (!found) throw new Error(`No browser found that is new enough. ${byHand[engine ?? 'chromium']}`);
  return found;
}

/** @param {Engine | undefined} engine only this one will do */
async function findNewEnough(engine) {
  for (const browser of findBrowsers()) {
    if ((!engine || browser.engine === engine) && (await isNewEnough(browser))) return browser;
  }
  return undefined;
}

/** @param {FoundBrowser} browser */
async function isNewEnough({ engine, path }) {
  // There the question would open a window.
  if (process.platform === 'win32') return true;
  const { output } = await run(path, ['--version'], { quiet: true });
  const [, major] = / (\d+)\./.exec(output) ?? [];
  return Number(major) >= leastVersion[engine];
}

/**
 * Set-up for `npm test`.
 * @returns {Promise<string[]>} what will be skipped, one line each, with what to do
 */
export async function prepareToTest() {
  await installDependencies();
  const engines = /** @type {const} */ (['chromium', 'firefox']);
  const missing = () => engines.filter((engine) => !findBrowsers().some((found) => found.engine === engine));
  /** @type {string[]} */
  const skipped = [];
  if (isDebian()) {
    const wanted = missing().map((engine) => packageOf[engine]);
    if (!(await hasChineseFont())) wanted.push('fonts-noto-cjk');
    for (const [program, name] of Object.entries(screenPackages)) if (!which(program)) wanted.push(name);
    if (wanted.length > 0) await installPackages(wanted);
    const without = await fetchDocuments();
    if (without.length > 0)
      skipped.push(`Tests on the pages of ${without.join(', ')}, which could not be fetched.`);
    if (!(await installMailHost()))
      skipped.push('Tests on Roundcube, which needs its packages, PHP and Dovecot 2.3 of Debian.');
  } else {
    skipped.push("Tests on the pages of Debian's packages; they come by apt-get, which is not here.");
    skipped.push("Tests on Roundcube and Dovecot, which are Debian's, too.");
  }
  if (!(await installHostPrograms()))
    skipped.push('Tests on a board and a mail reader of the npm registry, which could not be installed.');
  if (!existsSync(`${root}../shared/data`))
    skipped.push('Tests on glossaries of others, which stand beside this folder where there are any.');
  if (!Object.keys(screenPackages).every((program) => which(program)))
    skipped.push('The permission prompt of Chromium, which needs Xvfb, xdotool and ImageMagick.');
  for (const engine of missing()) skipped.push(`Tests in ${engine}, which was not found. ${byHand[engine]}`);
  for (const line of skipped) say(`To be skipped: ${line}`);
  return skipped;
}

async function hasChineseFont() {
  if (!which('fc-list')) return false;
  const { output } = await run('fc-list', [':lang=zh-cn', 'family'], { quiet: true });
  return output.trim() !== '';
}
