// @ts-check
/** Starts a real browser with the extension in it, in a profile that ends with it unless one is given. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { root } from '../root.mjs';
import { inChrome } from './protocol.mjs';

/**
 * @typedef {import('../setup/find-browsers.mjs').FoundBrowser} FoundBrowser
 * @typedef {import('puppeteer-core').Browser} Browser
 * @typedef {import('puppeteer-core').Page} Page
 */

/**
 * @typedef Launched
 * @property {import('../setup/find-browsers.mjs').Engine} engine
 * @property {Browser} browser
 * @property {string} extensionId
 * @property {string} extensionOrigin `chrome-extension://…` or `moz-extension://…`, no slash at its end
 * @property {Page} extensionTab a tab of the extension's origin without scripts of its own, to send messages from
 * @property {() => Promise<void>} close
 * @property {() => Promise<void>} kill ends it as a power cut would; a profile that was given stays
 */

const profiles = `${root}.cache/profiles`;

/**
 * @param {FoundBrowser} found
 * @param {{ extension: string, headless: boolean, args?: string[], profile?: string | undefined }} options
 *   extension: folder of a build; profile: folder to start in and to leave behind
 * @returns {Promise<Launched>}
 */
export async function launch(found, { extension, headless, args = [], profile: kept }) {
  // Not in the system's temporary folder: browsers packed as snaps cannot read that.
  await mkdir(profiles, { recursive: true });
  const profile = kept ?? (await mkdtemp(`${profiles}/${found.engine}-`));
  await mkdir(profile, { recursive: true });
  const start = found.engine === 'firefox' ? startFirefox : startChromium;
  /** @type {Browser | undefined} */
  let browser;
  const close = async () => {
    await browser?.close().catch(() => browser?.process()?.kill('SIGKILL'));
    if (!kept) await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const kill = async () => {
    const process = browser?.process();
    const exited = new Promise((resolve) => process?.once('exit', resolve));
    process?.kill('SIGKILL');
    await exited;
  };
  try {
    browser = await start(found, profile, headless, args, kept !== undefined);
    const [first] = await browser.pages();
    const installed = await install(browser, found.engine, extension, first ?? (await browser.newPage()));
    return { engine: found.engine, browser, ...installed, close, kill };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Takes the extension away with all it keeps, closes all tabs, and installs it anew.
 * @param {Launched} launched
 * @param {string} extension folder of a build
 * @returns {Promise<Launched>} the same browser
 */
export async function reinstall({ extensionId, ...launched }, extension) {
  const { browser, engine } = launched;
  // Not in its own tab, which goes with it: a browser without a tab ends.
  const tab = await browser.newPage();
  await closeOtherTabs(browser, tab);
  await browser.uninstallExtension(extensionId);
  return { ...launched, ...(await install(browser, engine, extension, tab)) };
}

/**
 * @param {Browser} browser
 * @param {Launched['engine']} engine
 * @param {string} extension
 * @param {Page} extensionTab becomes it
 */
async function install(browser, engine, extension, extensionTab) {
  const extensionId = await load(browser, extension);
  const extensionOrigin = await originOf(browser, engine, extensionId);
  await openExtensionPage(extensionTab, engine, `${extensionOrigin}/manifest.json`);
  return { extensionId, extensionOrigin, extensionTab };
}

/**
 * @param {Browser} browser
 * @param {string} extension
 */
async function load(browser, extension) {
  try {
    return await browser.installExtension(extension);
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error).split('\n', 1)[0];
    throw new Error(
      `${await browser.version()} did not take the extension, which needs Chrome or Edge 140 or Firefox 150, or newer: ${reason}`,
    );
  }
}

/**
 * @param {FoundBrowser} found
 * @param {string} profile
 * @param {boolean} headless
 * @param {string[]} args
 */
function startChromium({ path }, profile, headless, args) {
  return puppeteer.launch({
    ...common(path, profile, headless),
    // Extensions are installed through the debugging pipe: Chrome itself no longer takes --load-extension.
    pipe: true,
    enableExtensions: true,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      '--no-first-run',
      '--disable-quic',
      '--disable-search-engine-choice-screen',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...args,
    ],
  });
}

/**
 * @param {FoundBrowser} found
 * @param {string} profile
 * @param {boolean} headless
 * @param {string[]} args
 * @param {boolean} kept whether the profile is started in again
 */
function startFirefox({ path }, profile, headless, args, kept) {
  return puppeteer.launch({
    ...common(path, profile, headless),
    browser: 'firefox',
    // Without it, pages of extensions cannot be opened by automation.
    args: ['-remote-allow-system-access', ...args],
    extraPrefsFirefox: {
      // Answers permission requests with yes; only works under automation.
      'extensions.webextOptionalPermissionPrompts': false,
      'devtools.jsonview.enabled': false,
      // A temporary extension would lose what it keeps, and its address, with each start.
      'extensions.webextensions.keepStorageOnUninstall': kept,
      'extensions.webextensions.keepUuidOnUninstall': kept,
    },
  });
}

/**
 * @param {string} executablePath
 * @param {string} userDataDir
 * @param {boolean} headless
 */
const common = (executablePath, userDataDir, headless) => ({
  executablePath,
  userDataDir,
  headless,
  defaultViewport: headless ? { width: 1280, height: 800 } : null,
  // Whoever launches decides what a signal ends.
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
});

/**
 * @param {Browser} browser
 * @param {string} engine
 * @param {string} id
 */
async function originOf(browser, engine, id) {
  if (engine === 'chromium') return `chrome-extension://${id}`;
  const host = await inChrome(
    browser,
    (/** @type {string} */ id) =>
      /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id).mozExtensionHostname,
    id,
  );
  return `moz-extension://${host}`;
}

/**
 * @param {Browser} browser
 * @param {Page} kept
 */
export async function closeOtherTabs(browser, kept) {
  const others = (await browser.pages()).filter((page) => page !== kept);
  await Promise.all(others.map((page) => page.close().catch(() => {})));
}

/**
 * Firefox opens a page of an extension but never reports that it has loaded.
 * @param {Page} page
 * @param {string} engine
 * @param {string} url
 */
export async function openExtensionPage(page, engine, url) {
  if (engine === 'chromium') {
    await page.goto(url);
    return;
  }
  await page.goto(url, { timeout: 500 }).catch(() => {});
  await page.waitForFunction('location.href !== "about:blank" && document.readyState === "complete"');
}
