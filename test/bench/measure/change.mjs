// @ts-check
/** What typing and changes cost on a page that is marked. */
import { settled } from '../product.mjs';
import { median } from '../statistics.mjs';
import { mainThreadMs, oursWithin, ourTasks, record } from '../trace.mjs';

/**
 * @typedef {import('../run.mjs').Bench} Bench
 * @typedef {import('puppeteer-core').Page} Page
 */

const rounds = 3;
const typed = 'the follow-up of the last order ';

/** @param {Bench} bench */
export async function measureChange({ products: [product], pages, pagesWithout }) {
  if (!product) throw new Error('A product is measured.');
  /** @type {Record<'editor' | 'textarea' | 'nodes', { ours: number[], withUs: number[], without: number[] }>} */
  const times = {
    editor: { ours: [], withUs: [], without: [] },
    textarea: { ours: [], withUs: [], without: [] },
    nodes: { ours: [], withUs: [], without: [] },
  };
  for (let i = 0; i < rounds; i++) {
    for (const [site, marked] of /** @type {const} */ ([
      [pages, true],
      [pagesWithout, false],
    ])) {
      const page = await product.browser.newPage();
      await page.goto(`${site}/english`);
      if (marked) await settled(page);
      await page.evaluate(addFields);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      for (const field of /** @type {const} */ (['editor', 'textarea'])) {
        const events = await record(page, () => typeIn(page, `#bench-${field}`));
        const all = mainThreadMs(events) / typed.length;
        times[field][marked ? 'withUs' : 'without'].push(all);
        if (marked) times[field].ours.push(oursWithin(ourTasks(events)) / typed.length);
      }
      const events = await record(page, async () => {
        await page.evaluate(addParagraphs, 1000);
        await (marked ? settled(page, 1000) : new Promise((resolve) => setTimeout(resolve, 1500)));
      });
      times.nodes[marked ? 'withUs' : 'without'].push(mainThreadMs(events));
      if (marked) times.nodes.ours.push(oursWithin(ourTasks(events)));
      await page.close();
    }
  }
  const of = (/** @type {keyof typeof times} */ what) => ({
    ours: median(times[what].ours),
    more: median(times[what].withUs) - median(times[what].without),
  });
  const [editor, textarea, nodes] = [of('editor'), of('textarea'), of('nodes')];
  return {
    keystroke_ms: Math.max(editor.ours, textarea.ours),
    keystroke_editor_ms: editor.ours,
    keystroke_editor_more_ms: editor.more,
    keystroke_textarea_ms: textarea.ours,
    keystroke_textarea_more_ms: textarea.more,
    change_1000_nodes_ms: nodes.ours,
    change_1000_nodes_more_ms: nodes.more,
  };
}

/**
 * @param {Page} page
 * @param {string} selector
 */
async function typeIn(page, selector) {
  await page.focus(selector);
  await page.keyboard.type(typed, { delay: 20 });
  // What waits for an idle moment is part of the cost.
  await new Promise((resolve) => setTimeout(resolve, 700));
}

/** Runs in the page. */
function addFields() {
  const fields = document.createElement('div');
  fields.innerHTML =
    '<div id="bench-editor" contenteditable>Some text</div><textarea id="bench-textarea"></textarea>';
  document.body.prepend(fields);
}

/**
 * Runs in the page.
 * @param {number} count
 */
function addParagraphs(count) {
  const texts = [...document.querySelectorAll('p')]
    .map(({ textContent }) => textContent ?? '')
    .filter(Boolean);
  const parts = Array.from({ length: count }, (_, i) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = (texts[i % texts.length] ?? '').slice(0, 200);
    return paragraph;
  });
  document.body.append(...parts);
}
