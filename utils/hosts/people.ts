/** Who is named in an element: names and mail addresses, however a host writes them. */
import type { Person } from '@/utils/messages/view';
import { attempt } from './attempt';
import { line, readElement } from './text';

/** A mail address as pages show it; not all of RFC 5322. */
const address = /[^\s<>()[\]"',;:；，、＜＞]+@[^\s<>()[\]"',;:；，、＜＞@]+\.[^\s<>()[\]"',;:；，、＜＞@.]+/;

/**
 * @param read as in `readElement`
 * @returns people in the order written
 */
export function peopleIn(element: Element, read?: string): Person[] {
  const bare = attempt(() => addressOf(element), null);
  if (bare === null) return peopleOf(readElement(element, read));
  const name = attempt(() => element.getAttribute('name'), null)?.trim() || readElement(element);
  return [person(name.replace(address, ''), bare)];
}

/** An address that an attribute holds: Gmail's `email`, links (RFC 6068), Roundcube's `title` of a contact. */
function addressOf(element: Element): string | null {
  const href = element.getAttribute('href') ?? '';
  const linked = /^mailto:([^?]+)/i.exec(href)?.[1];
  const candidates = [
    element.getAttribute('email'),
    linked && decoded(linked),
    element.getAttribute('title'),
  ];
  for (const candidate of candidates) {
    const text = candidate?.trim() ?? '';
    if (address.exec(text)?.[0] === text && text) return text;
  }
  return null;
}

const decoded = (text: string) => attempt(() => decodeURIComponent(text), text);

/**
 * @param text one name, or any number of `Name <address>` and bare addresses
 * @returns people in the order written
 */
function peopleOf(text: string): Person[] {
  const people: Person[] = [];
  let rest = text;
  for (let found = address.exec(rest); found; found = address.exec(rest)) {
    people.push(person(rest.slice(0, found.index), found[0]));
    rest = rest.slice(found.index + found[0].length).replace(/^[>)\]"'＞]+/, '');
  }
  // A comma alone may stand within one name.
  if (people.length === 0 && line(text)) people.push({ name: line(text) });
  return people;
}

function person(name: string, mail: string): Person {
  const bare = line(name.replace(/^[\s,;，；、>"'<(:：]+|[\s,;，；、"'<(＜[]+$/g, ''));
  const at = line(mail.toLowerCase());
  return bare && bare.toLowerCase() !== at ? { name: bare, address: at } : { address: at };
}

/** @returns each once, by address, else by name; the first stays, and takes a name that a later one tells */
export function eachOnce(people: readonly Person[], most: number): Person[] {
  const known = new Map<string, Person>();
  const names = new Set<string>();
  for (const { name, address: mail } of people) {
    const key = mail ?? name?.toLowerCase();
    if (key === undefined || (mail === undefined && names.has(key))) continue;
    const before = known.get(key);
    if (before === undefined && known.size >= most) break;
    const called = before?.name ?? name;
    known.set(key, {
      ...(called !== undefined && { name: called }),
      ...(mail !== undefined && { address: mail }),
    });
    if (called) names.add(called.toLowerCase());
  }
  return [...known.values()];
}
