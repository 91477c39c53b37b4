/** What addresses tell: paths, their parts and ids. */
import type { Place } from './host';

/** @returns the first group of the first of some expressions that fits the path, decoded; null where none does */
export function inPath(url: URL, ...expressions: RegExp[]): string | null {
  for (const expression of expressions) {
    const [, id] = expression.exec(url.pathname) ?? [];
    if (id) return decoded(id);
  }
  return null;
}

/** @returns the first group of the last match in path, query and hash: what is inmost stands last */
export function lastMatch(expression: RegExp, url: URL): string | null {
  const id = [...`${url.pathname}${url.search}${decoded(url.hash)}`.matchAll(expression)].at(-1)?.[1];
  return id ? decoded(id) : null;
}

/** @returns a place with this id, null where there is none */
export function withId(kind: Place['kind'], id: string | null | undefined): Place | null {
  return id ? { kind, id } : null;
}

/** @returns the text with %XX read as UTF-8, as it is where that cannot be done */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
