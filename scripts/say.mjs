// @ts-check
/** What the commands tell the person at the terminal. */

const colour = process.stdout.isTTY && !process.env.NO_COLOR;

/** @param {string} text */
export const bold = (text) => (colour ? `\u001b[1m${text}\u001b[22m` : text);

/** @param {string} text a step that begins */
export const heading = (text) => console.log(`\n${bold(`▸ ${text}`)}`);

/** @param {string} text */
export const say = (text) => console.log(`  ${text}`);

/** @param {number} since ms since 1970 */
export const elapsed = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
