// @ts-check
/** Disables and enables the extension, as its user does on the browser's own page. */
import { inChrome } from './protocol.mjs';

/**
 * @param {import('./launch.mjs').Launched} launched
 * @param {boolean} enabled
 */
export async function setEnabled({ browser, engine, extensionId }, enabled) {
  if (engine === 'firefox') return setEnabledInFirefox(browser, extensionId, enabled);
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    (id, enabled) => /** @type {any} */ (globalThis).chrome.management.setEnabled(id, enabled),
    extensionId,
    enabled,
  );
  await page.close();
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} id
 * @param {boolean} enabled
 */
async function setEnabledInFirefox(browser, id, enabled) {
  await inChrome(
    browser,
    async (/** @type {string} */ id, /** @type {boolean} */ enabled) => {
      const { AddonManager } = /** @type {any} */ (globalThis).ChromeUtils.importESModule(
        'resource://gre/modules/AddonManager.sys.mjs',
      );
      const addon = await AddonManager.getAddonByID(id);
      await (enabled ? addon.enable() : addon.disable());
    },
    id,
    enabled,
  );
}
