/** What of a page is text to be read, and what is left alone. */

/** Attribute of the element that holds the card; nothing else of ours is in a page. */
export const hostMark = 'data-common-ground';

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
/** The usual blocks; any other tag of HTML is one too. */
const blockTags = (
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR BUTTON CAPTION CENTER COL COLGROUP DD DETAILS DIALOG DIV DL DT FIELDSET ' +
  'FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML IMG LEGEND LI MAIN MENU NAV OL P PICTURE SECTION ' +
  'SLOT SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
).split(' ');
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
  `[${hostMark}]`,
].join(',');

/** Left alone with all it holds. */
export const SKIPPED = 1;
/** Flows on with the text around it. */
export const INLINE = 2;
/** Ends a phrase. */
export const BLOCK = 3;
/** What a tag alone tells: of an unknown one, that the namespace has to be looked at. */
const kindOfTag = new Map<string, number>([
  ...blockTags.map((tag) => [tag, BLOCK] as const),
  ...[...inlineTags].map((tag) => [tag, INLINE] as const),
  ...[...skippedTags].map((tag) => [tag, SKIPPED] as const),
]);

/** @returns SKIPPED, INLINE or BLOCK */
export function kindOf(element: Element): number {
  const tag = element.tagName;
  const kind = kindOfTag.get(tag);
  if (kind === SKIPPED) return SKIPPED;
  if (kind === undefined) {
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return SKIPPED;
    if (tag === 'FORM') return element.querySelector(secretField) ? SKIPPED : BLOCK;
  }
  return element.hasAttributes() && isSkippedByAttribute(element) ? SKIPPED : (kind ?? BLOCK);
}

/** @returns whether the text of `element` flows on with the text around it */
export function isInline(element: Element): boolean {
  return inlineTags.has(element.tagName);
}

function isSkippedByAttribute(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const role = element.getAttribute('role');
  if (role !== null && skippedRoles.has(role)) return true;
  const icons = element.getAttribute('class');
  return (icons !== null && iconClass.test(icons)) || element.hasAttribute(hostMark);
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
