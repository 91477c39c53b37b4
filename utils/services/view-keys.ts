/** Under which keys the reader's decisions for a view are kept. */
import { withoutPrefixes } from '@/utils/handbook/projects';
import type { View } from '@/utils/messages/view';

/**
 * @returns the key of what is in view itself: by its id, else by its address without query and fragment; what has
 *   its own address in no program (mail, any page) also by its subject. null: nothing tells it from others
 */
export function keyOf({ host, kind, url, id, title }: View): string | null {
  const { origin, path, rest } = partsOf(url);
  // A site may run on several origins; what its ids name differs with each, and with the kind.
  if (id !== undefined) return `${host} ${origin} ${kind} ${id}`;
  const subject = withoutPrefixes(title);
  switch (kind) {
    case 'thread':
    case 'draft':
      // Of a mail program nobody knows, what of the address names the mail is not known either.
      return subject ? `${host} ${origin} ${kind} ${path}${host === 'mail' ? rest : ''} ${subject}` : null;
    case 'page':
      return `${host} ${origin} ${kind} ${path} ${subject}`;
    default:
      return `${host} ${origin} ${kind} ${path}`;
  }
}

/**
 * @returns keys of the place whose project a view shares, the most telling first: a card's is its board, which cards
 *   know by name only; none where nothing tells it from others
 */
export function placesOf(view: View): string[] {
  const { host, kind, url, title, board } = view;
  const { origin } = partsOf(url);
  const byName = (name: string | undefined) => (name ? [`${host} ${origin} board: ${name.trim()}`] : []);
  const itself = keyOf(view);
  if (kind === 'card' && board) return byName(board);
  return [...(itself === null ? [] : [itself]), ...(kind === 'board' ? byName(board ?? title) : [])];
}

/** `rest`: query and fragment */
function partsOf(address: string): { origin: string; path: string; rest: string } {
  if (!URL.canParse(address)) return { origin: '', path: address, rest: '' };
  const { origin, pathname, search, hash } = new URL(address);
  return { origin, path: pathname, rest: `${search}${hash}` };
}
