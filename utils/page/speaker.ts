/** Whose words an element holds: the mail addresses nearest to it, as mail readers and comment lists show them. */

/** Mail readers name senders so: a mailto link, Gmail's `email`, Roundcube's `title` of a contact. */
const bearers: ReadonlyArray<[selector: string, read: (element: Element) => string | null]> = [
  [
    'a[href^="mailto:" i]',
    (element) => element.getAttribute('href')?.slice('mailto:'.length).split('?', 1)[0] ?? null,
  ],
  ['[email]', (element) => element.getAttribute('email')],
  ['.rcmContactAddress[title]', (element) => element.getAttribute('title')],
];
const selector = bearers.map(([one]) => one).join(',');
const address = /^[^\s@<>]+@[^\s@<>]+$/;
/** How far outward a sender may stand from the words; a message with its head is seldom deeper. */
const mostLevels = 12;

/** @returns the first address in the innermost container that has any: in a message's head the sender stands before the others */
export function speakersNear(element: Element): string[] {
  let container: Element | null = element;
  for (let level = 0; container && level < mostLevels; level++, container = container.parentElement) {
    const bearers = [...container.querySelectorAll(selector)].filter((bearer) => isHead(bearer, element));
    const found = bearers.map(addressOf).find((text) => text !== null);
    if (found) return [found];
  }
  return [];
}

/** An address in the text itself, or in another paragraph, is spoken of, not speaking. */
function isHead(bearer: Element, element: Element): boolean {
  const paragraph = bearer.closest('p, li, dd, blockquote');
  return !element.contains(bearer) && (paragraph === null || paragraph.contains(element));
}

function addressOf(element: Element): string | null {
  for (const [one, read] of bearers) {
    if (!element.matches(one)) continue;
    const text = read(element)?.trim().toLowerCase() ?? '';
    if (address.test(text)) return text;
  }
  return null;
}
