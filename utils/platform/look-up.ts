/** Ways to look a word up that are the browser's own: menu, keys, address bar. */
import type { Command, SearchHit } from '@/utils/messages/protocol';
import { browser } from './browser';
import { tell } from './notices';
import { framesByUse, injectScript } from './page-scripts';

const menuId = 'define-selection';
const commands = new Set<string>(['define-selection', 'next-term', 'previous-term'] satisfies Command[]);

/**
 * Menu items outlive the background; they are made at install and when the language changes.
 * @param title with `%s` for the selected text
 */
export async function createMenu(title: string): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: menuId, contexts: ['selection'], title });
}

/** Looks up selected text from the menu, and passes the keys of `commands` to the page in front. */
export function onLookUpGestures(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId }, tab) => {
    if (menuItemId === menuId && tab?.id !== undefined) void command(tab.id, 'define-selection', frameId);
  });
  browser.commands.onCommand.addListener((name, tab) => {
    if (commands.has(name) && tab?.id !== undefined) void command(tab.id, name as Command);
  });
}

/** The address bar's keyword: suggestions while typing, then the definition on a page of ours. */
export function onAddressBar(search: (query: string) => Promise<SearchHit[]>): void {
  /** Concepts by what the address bar holds when they are chosen; browsers show one suggestion for each. */
  let offered = new Map<string, SearchHit>();
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void search(text).then((hits) => {
      offered = new Map(hits.map((hit) => [contentOf(hit), hit]));
      suggest(
        [...offered].map(([content, { definition }]) => ({
          content,
          description: described(`${content} · ${definition.text}`),
        })),
      );
    });
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const chosen = offered.get(text);
    const asked = new URLSearchParams(
      chosen ? { concept: chosen.concept, word: chosen.term.text } : { q: text },
    );
    const url = browser.runtime.getURL(`popup.html?${asked}`);
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}

/** The menu's click and the keys grant access to the tab (activeTab), so a look-up works on every site. */
async function command(tab: number, name: Command, frame?: number): Promise<void> {
  if (await give(tab, name, frame)) return;
  if (await injectScript('overlay', tab)) await give(tab, name, frame);
}

/**
 * One frame takes a command: the one whose card is open, else the one that is in use and has something to show.
 * @returns false where our script does not run
 */
async function give(tab: number, name: Command, frame?: number): Promise<boolean> {
  const notice = { notice: 'command', command: name } as const;
  const taken = await tell(tab, { ...notice, where: frame === undefined ? 'card' : 'here' }, frame);
  if (taken === null) return false;
  if (taken || frame !== undefined) return true;
  for (const other of await framesByUse(tab)) {
    if (await tell(tab, { ...notice, where: 'here' }, other)) break;
  }
  return true;
}

function contentOf({ term, department }: SearchHit): string {
  return department ? `${term.text} · ${department}` : term.text;
}

/** Chromium reads descriptions as XML, Firefox as they are. */
function described(text: string): string {
  if (import.meta.env.FIREFOX) return text;
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
