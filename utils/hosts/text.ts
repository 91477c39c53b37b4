/** Text as a view takes it: one line, short, and only what people are meant to read. */
import { attempt } from './attempt';

/** Limit of a line in `utils/messages/view`. */
const longest = 300;
/** Nodes looked at for one text: a box around the whole page holds no title. */
const mostNodes = 400;
/** Said to screen readers or shown in other windows only, or counts, beside the text itself (Roundcube). */
const aside =
  'script, style, noscript, template, [hidden], [aria-hidden="true"], .voice, .sr-only, .extwin, .unreadcount';

/** @returns the text on one line, at most 300 characters, no character cut in half */
export function line(text: string): string {
  // White space is told from the first of it; a long text need not be looked at to its end.
  const flat = text
    .slice(0, longest * 8)
    .replace(/\s+/g, ' ')
    .trim();
  if (flat.length <= longest) return flat;
  return `${flat
    .slice(0, longest - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** @returns whether two texts say the same: one may be cut or stand within the other */
export function agree(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  return a.includes(b) || b.includes(a);
}

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s…]+/g, ' ')
    .trim();

/**
 * @param read `text`, `value` of a field, or `@attribute`
 * @returns one line; empty where there is nothing
 */
export function readElement(element: Element, read = 'text'): string {
  return attempt(() => {
    if (read.startsWith('@')) return line(element.getAttribute(read.slice(1)) ?? '');
    if (read === 'value') return line(fieldValue(element));
    return line(textOf(element));
  }, '');
}

/** Never of fields that hold secrets: a selector may be any. */
function fieldValue(element: Element): string {
  const { type, value } = element as HTMLInputElement;
  return type === 'password' || type === 'hidden' || typeof value !== 'string' ? '' : value;
}

/** Images stand for the word they replace (Gmail's emoji). */
function textOf(element: Element): string {
  let text = '';
  let nodes = 0;
  const take = (node: Node) => {
    if (++nodes > mostNodes || text.length > longest * 2) return;
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue ?? '';
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const child = node as Element;
    if (child !== element && child.matches(aside)) return;
    if (child.localName === 'img') text += child.getAttribute('alt') ?? '';
    const apart = /^(div|p|li|td|th|tr|br|h[1-6])$/.test(child.localName);
    if (apart) text += ' ';
    for (let at = node.firstChild; at; at = at.nextSibling) take(at);
    if (apart) text += ' ';
  };
  take(element);
  return text;
}
