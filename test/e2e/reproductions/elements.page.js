// @ts-check
/** For all reproductions. Text goes in as text: some of their pages allow no HTML by string (Trusted Types). */

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(string | Node)} children
 * @returns {HTMLElement}
 */
// biome-ignore lint/correctness/noUnusedVariables: the scripts after this one use it.
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @returns {any} what the page shows */
// biome-ignore lint/correctness/noUnusedVariables: the scripts after this one use it.
function reproductionData() {
  return JSON.parse(document.getElementById('reproduction-data')?.textContent ?? '{}');
}
