// @ts-check
/** Looks for browsers where each system puts them. */
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * @typedef {'chromium' | 'firefox'} Engine
 * @typedef {{ engine: Engine, name: string, path: string }} FoundBrowser
 */

/** @type {Array<{ engine: Engine, name: string, commands: string[], mac: string, windows: string }>} */
const known = [
  {
    engine: 'chromium',
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser'],
    mac: 'Chromium.app/Contents/MacOS/Chromium',
    windows: 'Chromium\\Application\\chrome.exe',
  },
  {
    engine: 'chromium',
    name: 'Google Chrome',
    commands: ['google-chrome-stable', 'google-chrome', 'chrome'],
    mac: 'Google Chrome.app/Contents/MacOS/Google Chrome',
    windows: 'Google\\Chrome\\Application\\chrome.exe',
  },
  {
    engine: 'chromium',
    name: 'Microsoft Edge',
    commands: ['microsoft-edge-stable', 'microsoft-edge'],
    mac: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    windows: 'Microsoft\\Edge\\Application\\msedge.exe',
  },
  {
    engine: 'firefox',
    name: 'Firefox',
    commands: ['firefox', 'firefox-esr'],
    mac: 'Firefox.app/Contents/MacOS/firefox',
    windows: 'Mozilla Firefox\\firefox.exe',
  },
];

/**
 * @param {string} command
 * @returns {string | undefined} its path, from PATH
 */
export function which(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, command))
    .find(isProgram);
}

/**
 * The variables CHROME_PATH and FIREFOX_PATH name a browser that stands elsewhere.
 * @returns {FoundBrowser[]} the best of each engine first
 */
export function findBrowsers() {
  /** @type {Array<FoundBrowser | undefined>} */
  const named = [
    namedBy('CHROME_PATH', 'chromium', 'Chromium'),
    namedBy('FIREFOX_PATH', 'firefox', 'Firefox'),
  ];
  const found = known.map(({ engine, name, commands, mac, windows }) => {
    const path = places(commands, mac, windows).find(isProgram);
    return path === undefined ? undefined : { engine, name, path };
  });
  return [...named, ...found].filter((browser) => browser !== undefined);
}

/**
 * @param {string} variable
 * @param {Engine} engine
 * @param {string} name
 */
function namedBy(variable, engine, name) {
  const path = process.env[variable];
  return path && isProgram(path) ? { engine, name, path } : undefined;
}

/**
 * @param {string[]} commands
 * @param {string} mac
 * @param {string} windows
 */
function places(commands, mac, windows) {
  if (process.platform === 'darwin')
    return ['/Applications', join(homedir(), 'Applications')].map((folder) => join(folder, mac));
  if (process.platform === 'win32') {
    const { LOCALAPPDATA, PROGRAMFILES, ...env } = process.env;
    return [PROGRAMFILES, env['PROGRAMFILES(X86)'], LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, windows));
  }
  return commands.flatMap((command) => which(command) ?? []);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
