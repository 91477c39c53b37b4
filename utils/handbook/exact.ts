import type { Term } from './schema';

/**
 * Whether a term is met only in the case it is written in. Unless its rules say so, that is a term of capitals: not only
 * GMV, but also DoS, SAFe, COMPASS, U.S.C. In small letters such a form is another word, most often a common one.
 */
export function isExact({ text, match }: Pick<Term, 'text' | 'match'>): boolean {
  return match?.case ?? isOfCapitals(text);
}

function isOfCapitals(text: string): boolean {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return !/\p{Script=Han}/u.test(text) && count(/\p{Lu}/gu) > count(/\p{Ll}/gu);
}
