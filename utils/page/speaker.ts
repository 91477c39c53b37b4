/** Whose words an element holds: the mail addresses nearest to it, as mail readers and comment lists show them. */

type Bearer = [selector: string, read: (element: Element) => string | null];
/** Mail readers name senders so: Gmail by `email`, Roundcube by the `title` of a contact. */
const senders: readonly Bearer[] = [
  ['[email]', (element) => element.getAttribute('email')],
  ['.rcmContactAddress[title]', (element) => element.getAttribute('title')],
];
/** Any site may link to anybody: that tells something only close to the words. */
const links: readonly Bearer[] = [
  [
    'a[href^="mailto:" i]',
    (element) => element.getAttribute('href')?.slice('mailto:'.length).split('?', 1)[0] ?? null,
  ],
];
/** Holds more than one message, or more than messages. */
const wholePage = 'html, body, main, [role="main"]';
/** The page's own: who is signed in, whom to ask about the site. */
const furniture = 'nav, footer, body > header, [role="navigation"], [role="contentinfo"], [role="banner"]';
const address = /^[^\s@<>]+@[^\s@<>]+$/;
/** How far outward a sender may stand from the words; a message with its head is seldom deeper. */
const mostLevels = 12;

/** @returns the first address in the innermost container that has any: in a message's head the sender stands before the others */
export function speakersNear(element: Element): string[] {
  let container: Element | null = element;
  for (let level = 0; container && level < mostLevels; level++, container = container.parentElement) {
    const bearers = container.matches(wholePage) ? senders : [...senders, ...links];
    const named = [...container.querySelectorAll(bearers.map(([selector]) => selector).join())];
    const found = named
      .filter((bearer) => isHead(bearer, element) && !bearer.closest(furniture))
      .map((bearer) => addressOf(bearer, bearers))
      .find((text) => text !== null);
    if (found) return [found];
  }
  return [];
}

/**
 * An address in the text itself, or in another paragraph, is spoken of, not speaking; but a row of a mail list may name
 * its sender and hold the subject.
 */
function isHead(bearer: Element, element: Element): boolean {
  const paragraph = bearer.closest('p, li, dd, blockquote');
  const isInText = element.contains(bearer) && !senders.some(([selector]) => bearer.matches(selector));
  return !isInText && (paragraph === null || paragraph.contains(element));
}

function addressOf(element: Element, bearers: readonly Bearer[]): string | null {
  for (const [selector, read] of bearers) {
    if (!element.matches(selector)) continue;
    const text = read(element)?.trim().toLowerCase() ?? '';
    if (address.test(text)) return text;
  }
  return null;
}
