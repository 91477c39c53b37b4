/**
 * The written forms in which a term is met: plural, closed-up hyphen, simplified and traditional. All folding that a
 * single character does not show is done here, once, when the vocabulary is built.
 */
import plur from 'plur';
import { isExact } from '@/utils/handbook/exact';
import type { Term } from '@/utils/handbook/schema';
import { isCommonWord } from './common-words';
import { narrow } from './fold';
import { EXACT, type Form, PART, WORDLIKE } from './form';

/** Turns Han text into the same text in other scripts (simplified, traditional of several regions). */
export type ConvertHan = (text: string) => readonly string[];

const han = /\p{Script=Han}/u;
const acronym = /^(?=.*[A-Z])[A-Z0-9](?:[A-Z0-9]|[&/.+-](?=[A-Z0-9+])|\+){0,5}$/;
/** A plain last word; a name such as DevOps has no plural. */
const lastWord = /(?<![A-Za-z])(?:[A-Za-z][a-z]+|[A-Z0-9]{2,6})$/;

/** @returns whether the text is an acronym: all capitals, up to six characters (`GMV`, `R&D`, `B2B`) */
export function isAcronym(text: string): boolean {
  return acronym.test(narrowed(text));
}

/**
 * @param term a term of a concept
 * @param convert other Chinese scripts of a text; called only for text with Han characters
 * @returns its forms, the one as written first, no two the same
 */
export function formsOf(
  term: Pick<Term, 'text' | 'language' | 'match'>,
  convert: ConvertHan,
): Array<Pick<Form, 'text' | 'flags'>> {
  const text = narrowed(term.text.normalize('NFC')).trim().replace(/\s+/gu, ' ');
  const exact = isExact(term);
  const flags = (exact ? EXACT : 0) | (term.match?.whole === false ? PART : 0);
  const texts = new Set([text]);
  if (han.test(text)) for (const converted of convert(text)) texts.add(converted);
  else for (const variant of [...texts].flatMap(latinVariants)) texts.add(variant);
  return [...texts].map((text) => ({ text, flags: flags | (exact && isShoutedWord(text) ? WORDLIKE : 0) }));
}

/** Whether a form is what a common word is in a line of capitals. */
function isShoutedWord(text: string): boolean {
  return text === text.toUpperCase() && isCommonWord(text);
}

function latinVariants(text: string): string[] {
  const word = lastWord.exec(text)?.[0];
  const plural = word && text.slice(0, -word.length) + pluralOf(word);
  const all = plural ? [text, plural] : [text];
  const closed = all.filter((form) => /\w-\w/.test(form)).map((form) => form.replace(/(?<=\w)-(?=\w)/g, ''));
  return [...all, ...closed];
}

/** No singular is made of a plural: handbooks hold the base form (ISO 704), and "goods" is not "good". */
function pluralOf(word: string): string {
  if (isAcronym(word)) return `${word}s`;
  if (/[^sui]s$/.test(word)) return word; // goods, leads: plural already
  const plural = plur(word, 2);
  // Uncountable, says the library; people count e-mails all the same.
  return plural === word && !word.endsWith('s') ? `${word}s` : plural;
}

function narrowed(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) result += String.fromCharCode(narrow(text.charCodeAt(i)));
  return result;
}
