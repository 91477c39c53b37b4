/** Selectors as data: ours, and those that a handbook holds because a host has changed since. */
import { type Anchors, type Correction, type SlotName, slotNames, type Way, type Ways } from './host';

/**
 * Pure.
 * @param anchors of a host, newest first
 * @param corrections for the same host
 * @returns both together, newest first; of the same date a correction comes first
 */
export function corrected(anchors: Anchors, corrections: readonly Ways[]): Ways {
  if (corrections.length === 0) return anchors;
  const all: Partial<Record<SlotName, Way[]>> = {};
  for (const slot of slotNames) {
    const ways = [...corrections.flatMap((correction) => correction[slot] ?? []), ...(anchors[slot] ?? [])];
    if (ways.length > 0)
      all[slot] = ways.sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0));
  }
  return all;
}

/** @returns those of one host */
export function correctionsFor(host: string, corrections: readonly Correction[]): Ways[] {
  return corrections.filter((correction) => correction.host === host).map(({ anchors }) => anchors);
}
