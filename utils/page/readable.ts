/** What of a page is text to be read, and what is left alone. */

/** The element that holds the card; nothing else of ours is in a page. */
export const hostTag = 'common-ground-card';

/** Flow on with the text around them; every other element ends a phrase. Superscripts do, or "revenue¹" were a word. */
const inlineTags = new Set(
  (
    'A ABBR ACRONYM B BDI BDO BIG CITE DATA DEL DFN EM FONT I INS LABEL MARK OUTPUT Q S SMALL SPAN STRIKE STRONG ' +
    'TIME TT U WBR'
  ).split(' '),
);

const skippedTags = new Set(
  (
    'APPLET AUDIO CANVAS CODE EMBED FRAME FRAMESET HEAD IFRAME INPUT KBD LINK MATH META NOEMBED NOFRAMES NOSCRIPT ' +
    'OBJECT OPTGROUP OPTION PRE RP RT SAMP SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VAR VIDEO'
  ).split(' '),
);
const skippedRoles = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton', 'code', 'math']);
/** Fonts that turn words into pictures: `<i class="material-icons">launch</i>`. */
const iconClass = /(?:^|\s)material-(?:icons|symbols)/;
/** Forms that hold a password or a card number are none of our business. */
const secretField = 'input[type="password"], input[autocomplete^="cc-"]';

/** Selector of what `isSkipped` skips by itself, for asking upwards. */
const skippedSelector = [
  ...[...skippedTags].map((tag) => tag.toLowerCase()),
  ...[...skippedRoles].map((role) => `[role="${role}"]`),
  '[contenteditable]:not([contenteditable="false" i])',
  hostTag,
].join(',');

/** @returns whether the text of `element` flows on with the text around it */
export function isInline(element: Element): boolean {
  return inlineTags.has(element.tagName);
}

/** @returns whether `element` and all it holds is left alone */
export function isSkipped(element: Element): boolean {
  const tag = element.tagName;
  if (skippedTags.has(tag) || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return true;
  if (tag === 'FORM') return element.querySelector(secretField) !== null;
  if (!element.hasAttributes()) return false;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const role = element.getAttribute('role');
  if (role !== null && skippedRoles.has(role)) return true;
  const icons = element.getAttribute('class');
  return (icons !== null && iconClass.test(icons)) || tag === hostTag.toUpperCase();
}

/** @returns whether `element` lies in something that is left alone */
export function isWithinSkipped(element: Element): boolean {
  for (let at: Element | null = element; at; at = shadowHost(at)) {
    if (at.closest(skippedSelector) || at.closest('form')?.querySelector(secretField)) return true;
  }
  return false;
}

/** @returns the nearest element, itself included, that is not inline: what a phrase cannot leave */
export function blockOf(node: Node): Element | null {
  let element = node instanceof Element ? node : node.parentElement;
  while (element && isInline(element)) {
    if (!element.parentElement) return element;
    element = element.parentElement;
  }
  return element;
}

function shadowHost(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
