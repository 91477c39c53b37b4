import type { Anchor } from '../host';

/**
 * @param since ISO day or month; a year alone where nothing nearer is known
 * @param source where it is known from
 * @returns anchors of that date and source
 */
export function dated(since: string, source: string): (css: string, read?: Anchor['read']) => Anchor {
  return (css, read) => ({ css, ...(read && { read }), since, source });
}
