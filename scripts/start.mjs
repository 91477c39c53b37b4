// @ts-check
/** `npm start`: from a fresh clone to a page with marked words. */
import './setup/node-version.mjs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { root } from './root.mjs';
import { endAll } from './run.mjs';
import { bold, elapsed, heading, say } from './say.mjs';
import { prepareToStart } from './setup.mjs';

const help = `npm start -- [options]
  --browser chrome|firefox   which browser to open (chrome: Chromium, Chrome or Edge); default: the first one found
  --headless                 no window: writes pictures instead and ends (also where there is no display)
  --screenshots FOLDER       where pictures go; default: .output/screenshots`;

/** What to end, the last started first. @type {Array<() => unknown>} */
const started = [];
let ending = false;

/** @param {number} code */
async function end(code) {
  if (ending) return;
  ending = true;
  // A browser that hangs must not keep the terminal.
  setTimeout(() => process.exit(code), 8000).unref();
  endAll();
  for (const stop of started.reverse()) await stop();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(130));

try {
  await start();
} catch (error) {
  if (!ending) console.error(`\n${error instanceof Error ? error.message : error}`);
  await end(1);
}

async function start() {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string' },
      headless: { type: 'boolean', default: false },
      screenshots: { type: 'string', default: `${root}.output/screenshots` },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const headless = values.headless || noDisplay;
  if (noDisplay && !values.headless) say('There is no display here, so pictures are taken instead.');

  const found = await prepareToStart({ engine: engineNamed(values.browser), headless });

  heading('Building the extension');
  const began = Date.now();
  const { folder, code, output } = await build(found.engine, { everySite: true });
  if (code !== 0) throw new Error(`${output}\nThe extension could not be built.`);
  say(`Built in ${elapsed(began)}: ${folder}`);

  const demo = await import('./demo.mjs');
  const { closeOtherTabs, launch } = await import('./browser/launch.mjs');
  const server = await demo.serveDemo();
  started.push(server.close);

  heading(`Starting ${found.name}`);
  const launched = await launch(found, { extension: folder, headless });
  started.push(launched.close);
  const { concepts, contested } = await demo.useSampleHandbook(launched, server.url);
  say(
    `The sample handbook is in use: ${concepts} meanings, ${contested} words that departments read differently.`,
  );

  if (headless) {
    const paths = await demo.takePictures(launched, server.url, resolve(values.screenshots));
    heading('Pictures of a marked page, with a card open and with the panel');
    for (const path of paths) say(path);
    await end(0);
    return;
  }
  launched.browser.once('disconnected', () => void end(0));
  const language = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en';
  await closeOtherTabs(launched.browser, await demo.openDemoPage(launched, server.url, language));
  explain(server.url, demo.pages[language].word);
}

/** @param {string | undefined} name */
function engineNamed(name) {
  if (name === undefined) return undefined;
  if (name === 'firefox') return 'firefox';
  if (['chrome', 'chromium', 'edge'].includes(name)) return 'chromium';
  throw new Error(`--browser takes chrome or firefox, not ${name}.`);
}

/**
 * @param {string} site
 * @param {string} word
 */
function explain(site, word) {
  heading('What to look at');
  say(
    'A dotted line under a word: it is in the handbook. A double line: departments mean different things by it.',
  );
  say(
    `Rest the mouse on ${bold(word)} in the first mail. Sales wrote it, you are in R&D here: both meanings are shown.`,
  );
  say('Alt+Shift+J and Alt+Shift+K go to the next and the previous word; Esc closes the card.');
  say(
    'The tab at the right edge, or Alt+Shift+P, opens the panel: the shared goal, who is involved, who hands over what.',
  );
  say('Select any text and press Alt+Shift+D to look it up.');
  say('The toolbar button (behind the puzzle piece) has a search, by pinyin initials too: jf finds 交付.');
  say(`More pages, in English and Chinese: ${site}/`);
  say(
    `The handbook: ${site}/sample-handbook.json. Edit public/sample-handbook.json, then refresh it in the options.`,
  );
  console.log(`\n  ${bold('Ctrl-C ends the browser and the server.')}`);
}
