// @ts-check
/** Keyboard commands of the extension. Keys sent by automation reach the page only, not the browser's own shortcuts. */
import { inChrome, inWorker } from './protocol.mjs';

/**
 * Gives a command as its shortcut would, for the tab in front.
 * @param {import('./launch.mjs').Launched} launched
 * @param {string} name as in the manifest
 */
export async function pressCommand(launched, name) {
  if (launched.engine === 'firefox') {
    await inChrome(launched.browser, pressInFirefox, launched.extensionId, name);
    return;
  }
  // `dispatch` is what Chromium's own bindings call when the shortcut is pressed.
  await inWorker(
    launched,
    async (name) => {
      const { commands, tabs } = /** @type {any} */ (globalThis).chrome;
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      commands.onCommand.dispatch(name, tab);
    },
    name,
  );
}

/**
 * Runs where Firefox runs its windows: a shortcut of an extension is a <key> there.
 * @param {string} id
 * @param {string} name
 */
async function pressInFirefox(id, name) {
  const { WebExtensionPolicy } = /** @type {any} */ (globalThis);
  const { extension } = WebExtensionPolicy.getByID(id);
  const shortcut = (await extension.shortcuts.commands).get(name)?.shortcut;
  if (!shortcut) throw new Error(`No shortcut for ${name}`);
  const letter = shortcut.split('+').at(-1);
  const keyset = `ext-keyset-id-${id.replace(/[^A-Za-z0-9_-]/g, '_')}`;
  const key = document.querySelector(`#${CSS.escape(keyset)} key[key="${letter}"]`);
  if (!key) throw new Error(`No key for ${shortcut}`);
  /** @type {any} */ (key).doCommand();
}
