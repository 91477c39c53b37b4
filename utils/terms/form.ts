/** One written form of a term, as a vocabulary holds it and a page is told of it. */

/** Matches only in the case it is written in. */
export const EXACT = 1;
/** Two or more concepts carry the term. */
export const CONTESTED = 2;
/** Also matches as a part of a longer word. */
export const PART = 4;

/** An acronym that is a common word too: in a line all in capitals it is taken for the word. */
export const WORDLIKE = 8;

export interface Form {
  text: string;
  /** EXACT | CONTESTED | PART | WORDLIKE */
  flags: number;
  /** The term it is a form of. */
  term: number;
  /** Phrases in which the term is not meant. */
  never?: string[];
}

/** Every page asks for this key first: forms that may stand inside a Latin word, which no hash of a token tells. */
export const partsKey = 0;

/** @returns whether a form is one Latin word that also counts inside longer ones */
export function isPartOfWord({ text, flags }: Pick<Form, 'text' | 'flags'>): boolean {
  return (flags & PART) !== 0 && /^[\p{Script=Latin}\p{N}]+$/u.test(text);
}
