/** Reads what is in view off a page: address and title first, then the page itself. It never throws. */
import type { Person, View } from '@/utils/messages/view';
import { isDark } from '@/utils/page/theme';
import { attempt } from './attempt';
import { corrected, correctionsFor } from './corrections';
import { type Found, find, findAnother, findWithin, type Ground, groundOf } from './find';
import { anyPage } from './generic';
import type { Correction, Host, Place, SlotName } from './host';
import { eachOnce, peopleIn } from './people';
import { programOf } from './registry';
import { agree, line, readElement } from './text';
import { withoutCounts } from './titles';

/** Limits of `utils/messages/view`. */
const most = { labels: 30, people: 60, url: 4000 } as const;

export interface Reading {
  /** By `hostAt`; null: a page of no host. */
  host: Host | null;
  /** Of the tab, whatever frames it has. */
  document: Document;
  url: URL;
  /** Selectors of the handbook in use, for any hosts. */
  corrections?: readonly Correction[];
}

/** @returns what is in view. While a page still loads much may be `missing`: read again when it has changed. */
export function readView({ host, document, url, corrections = [] }: Reading): View {
  const known = attempt(() => programOf(host ?? anyPage, document), host ?? anyPage);
  return attempt(() => viewOf(known, document, url, corrections), bareView(known, url));
}

/**
 * @returns the element of a slot that is in view, in the document or a frame of it; of several editors the one with
 *   the focus; the body of a frame that is written in
 */
export function findSlot(
  host: Host,
  document: Document,
  slot: SlotName,
  corrections: readonly Correction[] = [],
): Element | null {
  return attempt(() => {
    const known = programOf(host, document);
    const place = placeOf(known, document, new URL(document.URL));
    const ground = groundFor(known, document, place?.id, corrections);
    return elementOf(ground, slot);
  }, null);
}

function elementOf(ground: Ground, slot: SlotName): Element | null {
  const elements = (find(ground, slot)?.elements ?? []).map(bodyOfFrame);
  return (
    elements.find((element) => element.contains(element.ownerDocument.activeElement)) ?? elements[0] ?? null
  );
}

/** @returns the mail address of who writes the mail in view, first of its people; empty: none is, or it is not told */
export function sendersIn(reading: Reading): string[] {
  if (reading.host?.kind !== 'mail') return [];
  const { kind, people } = readView(reading);
  const address = kind === 'thread' ? people[0]?.address : undefined;
  return address ? [address] : [];
}

/**
 * @param editor in the document, or a frame of it
 * @returns whom the text goes to that is written there, as its own window says: several may be open, and over an open thread
 */
export function recipientsNear({ host, document, corrections = [] }: Reading, editor: Element): Person[] {
  return attempt(() => {
    if (!host) return [];
    const known = programOf(host, document);
    const ways = corrected(known.anchors, correctionsFor(known.id, corrections));
    if (!ways.recipients) return [];
    let own = editor;
    for (let around = outside(own); around; own = around, around = outside(around)) {
      // What lies there belongs to another draft as well.
      const editors = findWithin(ways, 'editor', around)?.elements ?? [];
      if (editors.some((other) => !own.contains(other) && !other.contains(own))) return [];
      const found = findWithin(ways, 'recipients', around);
      const people = found?.elements.flatMap((element) => peopleIn(element, found.way.read));
      if (people) return eachOnce(people, most.people);
    }
    return [];
  }, []);
}

/** @returns what an element stands in, also out of its frame */
function outside(element: Element): Element | null {
  return element.parentElement ?? element.ownerDocument.defaultView?.frameElement ?? null;
}

/** @returns what an Ask action may stand beside; null: nothing, or a host that has changed, which is left alone */
export function findActions({ host, document, url, corrections = [] }: Reading): Element | null {
  if (!host) return null;
  return attempt(() => {
    const known = programOf(host, document);
    const place = placeOf(known, document, url);
    const ground = groundFor(known, document, place?.id, corrections);
    const element = elementOf(ground, 'action');
    return element && place && missingOn(ground, known, place).length > 0 ? null : element;
  }, null);
}

/** @returns the place by the address, then by what is found on the page */
export function placeOf(host: Host, document: Document, url: URL): Place | null {
  const place = attempt(() => host.place(url), null);
  return (place && attempt(() => host.placeOnPage?.(document, place), undefined)) || place;
}

export function groundFor(
  host: Host,
  document: Document,
  id: string | undefined,
  corrections: readonly Correction[],
): Ground {
  return groundOf(document, corrected(host.anchors, correctionsFor(host.id, corrections)), id);
}

const missingOn = (ground: Ground, { essential }: Host, { kind }: Place): SlotName[] =>
  (essential[kind] ?? []).filter((name) => !find(ground, name));

/** What a view is called by, when it is all that is in view, is the board or folder itself. */
const titleSlot = ({ kind }: Place): SlotName =>
  kind === 'board' || kind === 'mailbox' ? 'board' : kind === 'draft' ? 'subject' : 'title';

function viewOf(host: Host, document: Document, url: URL, corrections: readonly Correction[]): View {
  const place = placeOf(host, document, url);
  const bare = { ...bareView(host, url), dark: isPageDark(host, document) };
  const full = withoutCounts(attempt(() => document.title, ''));
  if (!place) return { ...bare, title: line(full) || bare.title };

  const ground = groundFor(host, document, place.id, corrections);
  const essential = host.essential[place.kind] ?? [];
  const slot = titleSlot(place);
  const said = saidBy(host, full, url, place, slot);

  const missing = missingOn(ground, host, place);
  const doubtful: SlotName[] = [];
  /** Both ways of finding it; the page leads where the host is known to show it. */
  const told = (name: SlotName): string => {
    const other = line(said[name] ?? '');
    const seen = firstText(ground, name);
    if (seen && other && essential.includes(name) && !agree(seen, other)) doubtful.push(name);
    return essential.includes(name) ? seen || other : other || seen;
  };

  const id = place.id === undefined ? firstText(ground, 'id') : line(place.id);
  if (place.id !== undefined) told('id');
  const board = slot === 'board' ? '' : told('board');
  const list = place.kind === 'card' ? firstText(ground, 'list') : '';
  if (essential.includes('list') && isContradicted(ground, 'list')) doubtful.push('list');
  const due = firstText(ground, 'due');
  return {
    ...bare,
    kind: place.kind,
    // A draft without a subject is not called by what lies behind it.
    title: withoutId(told(slot), place) || (place.kind === 'draft' ? '' : line(full) || bare.title),
    ...(id && { id }),
    ...(board && { board }),
    ...(list && { list }),
    ...(due && { due }),
    labels: labelsOf(ground),
    people: peopleOf(ground, place),
    missing,
    doubtful,
  };
}

/** What title and address say, by slot. A title is of what the address shows, not of what lies over it. */
function saidBy(
  host: Host,
  full: string,
  url: URL,
  place: Place,
  slot: SlotName,
): Partial<Record<SlotName, string>> {
  const addressed = attempt(() => host.place(url), null) ?? place;
  const { title = '', board = '' } = attempt(() => host.titled(full, addressed), {});
  const own = addressed.kind === place.kind ? title : '';
  return {
    board: board || (slot === 'board' ? own : ''),
    [slot]: slot === 'board' ? board || own : own,
    id: place.id ?? '',
  };
}

/** What the address alone tells. */
function bareView(host: Host, url: URL): View {
  return {
    host: host.id,
    kind: 'page',
    url: url.href.slice(0, most.url),
    title: line(url.hostname),
    labels: [],
    people: [],
    missing: [],
    doubtful: [],
    dark: false,
  };
}

function isPageDark(host: Host, document: Document): boolean {
  return attempt(() => host.isDark?.(document), null) ?? attempt(() => isDark(document), false);
}

/** Neither address nor title tell it: two ways of finding it on the page are compared. */
function isContradicted(ground: Ground, slot: SlotName): boolean {
  const found = find(ground, slot);
  const other = found && findAnother(ground, slot, found);
  const [one, two] = [textOf(found), textOf(other)];
  return one !== '' && two !== '' && !agree(one, two);
}

const firstText = (ground: Ground, slot: SlotName): string => textOf(find(ground, slot));

function textOf(found: Found | null): string {
  for (const element of found?.elements ?? []) {
    const text = readElement(element, found?.way.read);
    if (text) return text;
  }
  return '';
}

function labelsOf(ground: Ground): string[] {
  const found = find(ground, 'labels');
  const labels = (found?.elements ?? [])
    .map((element) => readElement(element, found?.way.read))
    .filter(Boolean);
  return [...new Set(labels)].slice(0, most.labels);
}

function peopleOf(ground: Ground, { kind }: Place): Person[] {
  const slots: SlotName[] = kind === 'draft' ? ['recipients'] : ['senders', 'people'];
  const people = slots.flatMap((slot) => {
    const found = find(ground, slot);
    return (found?.elements ?? []).flatMap((element) => peopleIn(element, found?.way.read));
  });
  return eachOnce(people, most.people);
}

/** Hosts write a card's id before its title: `#12 Title`, `TASK-12 - Title`. */
function withoutId(title: string, { kind, id }: Place): string {
  if (kind !== 'card' || !id) return title;
  const rest = title.replace(/^[#[]/, '');
  if (!rest.toLowerCase().startsWith(id.toLowerCase())) return title;
  return /^\]?(?:\s*[-–—:：·]\s*|\s+)(\S.*)$/.exec(rest.slice(id.length))?.[1] ?? title;
}

function bodyOfFrame(element: Element): Element {
  if (element.localName !== 'iframe') return element;
  return attempt(() => (element as HTMLIFrameElement).contentDocument?.body ?? element, element);
}
