/** What the suites on hostile pages share: a handbook of words that stand nowhere else, and a page full of probes. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { HandbookSource } from '@/utils/handbook/schema';
import { root } from '../../scripts/root.mjs';
import type { TestBrowser } from './browsers';
import { type Hostile, installProbes } from './hostile-probes';
import { html, type Marking } from './marking';

/** A character that no page draws by chance. */
const rare = '☙';

export const handbook: HandbookSource = {
  format: 1,
  name: 'Quillwork almanac',
  departments: [
    { id: 'lamplighters', name: 'Lamplighters', purpose: 'Kindle all lanterns', lead: 'Ottoline Pemberton' },
    { id: 'tinkers', name: { en: 'Tinkers', 'zh-CN': '补锅部' } },
    { id: 'falconers', name: 'Falconers' },
  ],
  concepts: [
    {
      id: 'crates',
      department: 'lamplighters',
      terms: [{ text: 'delivery', language: 'en', status: 'preferred' }, '驿递', 'consignation'],
      definition: `Crates lugged to the jetty by nightfall ${rare}`,
      example: 'Seventeen barrels of marmalade',
      note: 'Beware of brigands',
      links: [{ title: 'Harbourmaster ledger', url: 'https://ledger.example.com/wharf' }],
      related: ['grogram'],
      owner: 'Peregrine Thistlewood',
      reviewed: '2026-01-31',
    },
    {
      id: 'kettle',
      department: 'tinkers',
      terms: ['delivery'],
      definition: { en: 'A soldered kettle returned', 'zh-CN': '焊好的水壶交还' },
    },
    {
      id: 'gyrfalcon',
      department: 'falconers',
      terms: ['delivery'],
      definition: 'The gyrfalcon releases its quarry',
    },
    { id: 'grogram', terms: ['grogram', 'launch'], definition: 'Coarse mohair cloth stiffened by gum' },
  ],
};

/** All text of the handbook. */
export const written = strings(handbook).join(' ');

/** Words of the format and of the page itself. */
const open = new Set(['delivery', 'launch', 'preferred', 'https', 'example']);

/** What only the card says: words of the handbook, and texts of its own. */
export const secrets = [
  ...new Set(written.match(/[A-Za-z]{4,}|\p{Script=Han}{2,}|☙/gu)?.filter((word) => !open.has(word))),
  ...Object.entries(messages())
    .filter(
      ([key, { message }]) => /^(?:card|reason)_/.test(key) && message.length >= 8 && !message.includes('$'),
    )
    .map(([, { message }]) => message),
];

/** Opens the page with its probes, once its words are marked. */
export async function openHostile(marking: Marking): Promise<Page> {
  const fonts = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Segoe UI", "DejaVu Sans", Arial';
  marking.serve({ body: `(${installProbes})('${rare}')`, type: 'text/javascript' }, '/probes.js');
  const body = html(
    '<p>The delivery waits, and the launch with it.</p><p id="unmarked">consignatoin</p><input id="field">',
    `<script src="/probes.js"></script><style>html { font-family: ${fonts} }</style>`,
  );
  // Nothing is forbidden, all is told.
  const policy = "img-src 'none'; frame-src 'none'; font-src 'none'; style-src 'none'";
  const tab = await marking.browser.newPage(
    marking.serve({ body, headers: { 'content-security-policy-report-only': policy } }),
  );
  await tab.bringToFront();
  await marking.waitFor(tab, 'delivery', 'launch');
  return tab;
}

/** Tries all that can be tried now. */
export const probe = (tab: Page) =>
  tab.evaluate((words) => (window as unknown as { hostile: Hostile }).hostile.probe(words), secrets);

/** What the open card says; null: none is open. */
export const textOf = (browser: TestBrowser, tab: Page) =>
  browser.inCard(tab, (root) => root.innerText.trim() || null);

/** What the page has come by. */
export const seenBy = (tab: Page) =>
  tab.evaluate(() => [...(window as unknown as { hostile: Hostile }).hostile.seen]);

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value ? Object.values(value).flatMap(strings) : [];
}

function messages(): Record<string, { message: string }> {
  return JSON.parse(readFileSync(`${root}public/_locales/en/messages.json`, 'utf8'));
}
