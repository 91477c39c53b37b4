// @ts-check
/** The demonstration: sample pages on this machine, and the extension set up as if its first-run page was gone through. */
import { mkdir, readdir } from 'node:fs/promises';
import { waitForCard } from './browser/card.mjs';
import { hoverMark, waitForMarks } from './browser/marks.mjs';
import { sendMessage } from './browser/message.mjs';
import { root } from './root.mjs';
import { serve } from './serve.mjs';

/**
 * @typedef {import('./browser/launch.mjs').Launched} Launched
 * @typedef {'en' | 'zh-CN'} Language
 */

export const pages = /** @type {const} */ ({
  en: { path: '/mail-thread.html', word: 'delivery' },
  'zh-CN': { path: '/mail-thread.zh-CN.html', word: '交付' },
});

/** Serves the demo pages, and the sample handbook as a company would: under an address, with an ETag. */
export async function serveDemo() {
  const files = await readdir(`${root}scripts/demo`);
  return serve({
    ...Object.fromEntries(files.map((name) => [`/${name}`, { file: `${root}scripts/demo/${name}` }])),
    '/': { file: `${root}scripts/demo/index.html` },
    '/sample-handbook.json': { file: `${root}public/sample-handbook.json` },
  });
}

/**
 * @param {Launched} launched
 * @param {string} site address of the demo server
 * @throws {Error} if the handbook could not be loaded
 */
export async function useSampleHandbook({ extensionTab }, site) {
  await sendMessage(extensionTab, 'settings.set', {
    source: 'address',
    address: `${site}/sample-handbook.json`,
    department: 'rnd',
    welcomed: true,
  });
  // So that the panel stands beside the mails.
  await sendMessage(extensionTab, 'site.rule', { url: site, rule: 'on', declared: 'mail' });
  // The check that every start makes may have been under way with the settings from before.
  const status = await sendMessage(extensionTab, 'handbook.refresh', {});
  if (!status.counts?.concepts)
    throw new Error(`The sample handbook could not be loaded: ${JSON.stringify(status)}`);
  return /** @type {{ concepts: number, contested: number }} */ (status.counts);
}

/**
 * Opens a demo page and waits until words are marked.
 * @param {Launched} launched
 * @param {string} site
 * @param {Language} language
 */
export async function openDemoPage({ browser }, site, language) {
  const page = await browser.newPage();
  await page.goto(site + pages[language].path);
  await page.bringToFront();
  await waitForMarks(page, (marks) => marks.some(({ text }) => text === pages[language].word), 20_000);
  return page;
}

/**
 * Takes two pictures of each demo page: with a card open, and with the panel.
 * @param {Launched} launched
 * @param {string} site
 * @param {string} folder
 * @returns {Promise<string[]>} paths of the pictures
 */
export async function takePictures(launched, site, folder) {
  await mkdir(folder, { recursive: true });
  /** @type {string[]} */
  const paths = [];
  for (const language of /** @type {Language[]} */ (Object.keys(pages))) {
    await sendMessage(launched.extensionTab, 'settings.set', { language, contentLanguage: language });
    const page = await openDemoPage(launched, site, language);
    const { word } = pages[language];
    await hoverMark(page, word);
    await waitForCard(page, (text) => text.includes(word), 10_000);
    // It fades in for 80 ms.
    await new Promise((resolve) => setTimeout(resolve, 400));
    const path = /** @type {`${string}.png`} */ (`${folder}/common-ground-${language}.png`);
    await page.screenshot({ path });
    await page.keyboard.press('Escape');
    const panel = /** @type {`${string}.png`} */ (`${folder}/common-ground-panel-${language}.png`);
    await openPanel(launched, page, site);
    await page.screenshot({ path: panel });
    await leavePanel(launched);
    await page.close();
    paths.push(path, panel);
  }
  return paths;
}

/**
 * Opens the panel on a page and waits until it has something to say.
 * @param {Launched} launched
 * @param {import('puppeteer-core').Page} page
 * @param {string} site
 */
async function openPanel({ extensionTab }, page, site) {
  await setDock(extensionTab, [site]);
  await page.waitForFunction(() => document.documentElement.lastElementChild?.localName === 'div');
  const end = Date.now() + 10_000;
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const frame = page.frames().find((one) => one.url().includes('/panel.html'));
    if (await frame?.$('.part-goal, .part-words').catch(() => null)) break;
  }
  // What is drawn now may still fade in.
  await new Promise((resolve) => setTimeout(resolve, 1500));
}

/** @param {Launched} launched */
const leavePanel = ({ extensionTab }) => setDock(extensionTab, []);

/**
 * @param {Launched['extensionTab']} extensionTab
 * @param {string[]} openAt origins
 */
const setDock = (extensionTab, openAt) =>
  sendMessage(extensionTab, 'settings.set', { dock: { width: 360, side: 'right', openAt } });
