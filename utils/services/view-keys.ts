/** Under which keys the reader's decisions for a view are kept. */
import type { View } from '@/utils/messages/view';

/** @returns the key of what is in view itself: by its id, else by its address without query and fragment */
export function keyOf({ host, kind, url, id }: View): string {
  const { origin, path } = partsOf(url);
  // A site may run on several origins; what its ids name differs with each, and with the kind.
  return id === undefined ? `${host} ${origin} ${path}` : `${host} ${origin} ${kind} ${id}`;
}

/**
 * @returns keys of the place whose project a view shares, the most telling first: a card's is its board, which cards
 *   know by name only
 */
export function placesOf(view: View): string[] {
  const { host, kind, url, title, board } = view;
  const { origin } = partsOf(url);
  const byName = (name: string | undefined) => (name ? [`${host} ${origin} board: ${name.trim()}`] : []);
  if (kind === 'board') return [keyOf(view), ...byName(board ?? title)];
  if (kind === 'card' && board) return byName(board);
  return [keyOf(view)];
}

function partsOf(address: string): { origin: string; path: string } {
  if (!URL.canParse(address)) return { origin: '', path: address };
  const { origin, pathname } = new URL(address);
  return { origin, path: pathname };
}
