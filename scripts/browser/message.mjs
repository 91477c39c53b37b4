// @ts-check
/**
 * Sends a message to the background as one of the extension's own pages does.
 * @param {import('puppeteer-core').Page} extensionTab a tab of the extension's origin
 * @param {string} message
 * @param {unknown} params
 * @returns {Promise<any>} the answer
 * @throws {Error} with what the background said, if it refused
 */
export async function sendMessage(extensionTab, message, params) {
  const envelope = JSON.stringify({ message, params });
  const reply = /** @type {{ ok: boolean, answer?: unknown, error?: string } | undefined} */ (
    await extensionTab.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${envelope})`)
  );
  if (!reply?.ok) throw new Error(`${message} was refused: ${reply?.error ?? 'no answer'}`);
  return reply.answer;
}
