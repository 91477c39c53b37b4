/**
 * What a reader may send to whoever keeps the selectors, when a host has changed: how the page is built, and nothing
 * that stands on it. No text, no names, no addresses, no ids of anything.
 */
import { attempt } from './attempt';
import { countsOf, type Ground } from './find';
import { anyPage } from './generic';
import { type Host, slotNames } from './host';
import { groundFor, placeOf, type Reading } from './read';
import { programOf } from './registry';
import { partsOf, structural } from './report-words';

/** Elements looked at; more say nothing new. */
const mostElements = 20_000;
/** Names listed for each attribute, the most frequent first. */
const mostNames = 60;
const attributes = ['data-testid', 'role', 'id'] as const;

/** @returns lines of plain text, in English as they are for whoever keeps the selectors */
export function structureReport({ host, document, url, corrections = [] }: Reading): string {
  const known = attempt(() => programOf(host ?? anyPage, document), host ?? anyPage);
  const place = placeOf(known, document, url);
  const ground = attempt(() => groundFor(known, document, place?.id, corrections), {
    ways: {},
    documents: [document],
    known: new Map(),
  } satisfies Ground);
  const essential = (place && known.essential[place.kind]) ?? [];
  const lines = [
    `host: ${known.id}`,
    `view: ${place?.kind ?? 'page'}`,
    `documents: ${ground.documents.length}`,
    ...slotNames
      .filter((slot) => ground.ways[slot])
      .map((slot) => `${slot}${essential.includes(slot) ? ' (essential)' : ''}: ${hitsOf(ground, slot)}`),
    ...attributes.map((attribute) => `${attribute}: ${namesOf(ground, attribute, wordsOf(known))}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** By index and date of each way, the newest first: `#0 2026-04-16 ×1`. */
function hitsOf(ground: Ground, slot: (typeof slotNames)[number]): string {
  const ways = ground.ways[slot] ?? [];
  return countsOf(ground, slot)
    .map((count, at) => `#${at} ${ways[at]?.since} ×${count}`)
    .join(', ');
}

/** Words of the selectors we have for a host are its makers', too. */
function wordsOf({ anchors }: Host): Set<string> {
  const css = Object.values(anchors).flatMap((list) => list.map((anchor) => anchor.css));
  return new Set(css.flatMap((selector) => partsOf(selector)).map((part) => part.toLowerCase()));
}

function namesOf(ground: Ground, attribute: (typeof attributes)[number], known: ReadonlySet<string>): string {
  const counts = new Map<string, number>();
  let left = mostElements;
  for (const document of ground.documents) {
    const elements = attempt(() => document.querySelectorAll(`[${attribute}]`), null);
    const here = Math.min(elements?.length ?? 0, left);
    left -= here;
    for (let at = 0; at < here; at++) {
      const name = structural(
        attempt(() => elements?.[at]?.getAttribute(attribute) ?? '', ''),
        known,
      );
      if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const names = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, mostNames);
  return names.map(([name, count]) => `${name} ×${count}`).join(', ') || 'none';
}
