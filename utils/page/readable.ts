/** What of a page is text to be read, and what is left alone. */

/** Attribute of the element that holds the card; nothing else of ours is in a page. */
export const hostMark = 'data-common-ground';

// Local names: unlike tag names they are lower case in XHTML as well.

/** Flow on with the text around them; every other element ends a phrase. Superscripts do, or "revenue¹" were a word. */
const inlineTags = new Set(
  (
    'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark output q rb ruby s small span strike ' +
    'strong time tt u wbr'
  ).split(' '),
);

const skippedTags = new Set(
  (
    'applet audio canvas code datalist embed frame frameset head iframe input kbd link math meta meter noembed ' +
    'noframes noscript object optgroup option pre progress samp script select style svg template textarea title var ' +
    'video'
  ).split(' '),
);
/** Readings set beside Han text: not read, yet the text goes on as if they were not there. */
const besideTags = new Set(['rp', 'rt', 'rtc']);
/** The usual blocks; any other tag of HTML is one too. */
const blockTags = (
  'address article aside blockquote body br button caption center col colgroup dd details dialog div dl dt fieldset ' +
  'figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html img legend li main menu nav ol p picture section ' +
  'slot summary table tbody td tfoot th thead tr ul'
).split(' ');
const skippedRoles = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton', 'code', 'math']);
/** Fonts that turn words into pictures: `<i class="material-icons">launch</i>`. */
const iconClass = /(?:^|\s)material-(?:icons|symbols)/;
const iconFont = /icons|symbols/i;
/** Passwords, one-time codes and what pays are none of our business, nor the forms that hold them (HTML, "autofill"). */
export const secretField =
  'input:is([type="password"], [autocomplete*="-password"], [autocomplete*="one-time-code"], [autocomplete*="cc-"])';

/** What `kindOf` skips by tag or attribute, as a selector, for asking upwards; fonts of icons hold no other text. */
const skippedSelector = [
  ...skippedTags,
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
/** Left out of a text that goes on behind it. */
export const BESIDE = 4;
/** What a tag alone tells: of an unknown one, that the namespace has to be looked at. */
const kindOfTag = new Map<string, number>([
  ...blockTags.map((tag) => [tag, BLOCK] as const),
  ...[...inlineTags].map((tag) => [tag, INLINE] as const),
  ...[...besideTags].map((tag) => [tag, BESIDE] as const),
  ...[...skippedTags].map((tag) => [tag, SKIPPED] as const),
]);

/** @returns SKIPPED, INLINE, BLOCK or BESIDE, going by tag and attributes */
export function kindOf(element: Element): number {
  const tag = element.localName;
  const kind = kindOfTag.get(tag);
  if (kind === SKIPPED) return SKIPPED;
  if (kind === undefined) {
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return SKIPPED;
    if (tag === 'form') return element.querySelector(secretField) ? SKIPPED : BLOCK;
  }
  return element.hasAttributes() && isSkippedByAttribute(element) ? SKIPPED : (kind ?? BLOCK);
}

/** @returns whether the text of `element` flows on with the text around it, going by its tag */
export function isInline(element: Element): boolean {
  return inlineTags.has(element.localName);
}

function isSkippedByAttribute(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  // Reflected, `role` takes half the time; of the class most are done with at a plain look.
  const { role } = element;
  if (role !== null && skippedRoles.has(role)) return true;
  const classes = element.getAttribute('class');
  return classes?.includes('material-') === true && iconClass.test(classes);
}

/** @returns whether `element` lies in something that is left alone */
export function isWithinSkipped(element: Element): boolean {
  for (let at: Element | null = element; at; at = shadowHost(at)) {
    if (at.closest(skippedSelector) || at.closest('form')?.querySelector(secretField)) return true;
  }
  return false;
}

// By type and not by `instanceof`: a node may come from another frame's document, with that window's classes.

export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

export function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
}

/** @returns the nearest element, itself included, that is not inline: what a phrase cannot leave */
export function blockOf(node: Node): Element | null {
  let element = isElement(node) ? node : node.parentElement;
  while (element && isInline(element)) {
    if (!element.parentElement) return element;
    element = element.parentElement;
  }
  return element;
}

/** @returns what the text of a node flows in: its block, or the shadow root it stands in without one */
export function flowOf(node: Node): Element | ShadowRoot | null {
  let at: Node | null = node;
  while (at && !isShadowRoot(at)) {
    if (isElement(at) && (!isInline(at) || at.shadowRoot)) return at;
    at = at.parentNode;
  }
  return at;
}

/**
 * Whether text flows on over the border of an inline element as styled: a span may be a block, a cell of a grid, a
 * badge. Asks for its style, so only where something hangs on it.
 * @param touching whether the text before the border touches that behind it, with no space between
 */
export function flowsOn(element: Element, touching: boolean): boolean {
  // `display` is empty where nothing is laid out: then the tag is all there is to go by.
  const { display, position, float, marginLeft, marginRight } = getComputedStyle(element);
  if (position === 'absolute' || position === 'fixed') return false;
  if (!touching) return /^(?:$|inline|contents|ruby)/.test(display);
  const isApart = [marginLeft, marginRight].some((margin) => Number.parseFloat(margin) > 0);
  return /^(?:$|inline$|contents|ruby)/.test(display) && !/left|right|start|end/.test(float) && !isApart;
}

/** @returns whether the text in `element` is drawn as pictures, by its font */
export function isDrawnAsIcon(element: Element): boolean {
  return iconFont.test(getComputedStyle(element).fontFamily);
}

/** @returns whether a page is one big editor, as old mail programs make them */
export function isEditor(document: Document): boolean {
  return document.designMode === 'on';
}

function shadowHost(element: Element): Element | null {
  const root = element.getRootNode();
  return isShadowRoot(root) ? root.host : null;
}
