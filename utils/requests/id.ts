/**
 * The id of a request, as people say and type it: `CG-7F3K-2`. Four characters are drawn, the fifth checks them as in
 * ISBN-10: a weighted sum modulo a prime notices every wrong character and every two that changed places.
 */

/** 31 characters, a prime number; without 0 and O, I, L and U, which are read as others. */
const alphabet = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const drawn = 4;

/** Numbers that `idFrom` makes different ids of. */
export const idCount = alphabet.length ** drawn;

/** @param number whole, from 0 to below `idCount` */
export function idFrom(number: number): string {
  let body = '';
  for (let rest = number; body.length < drawn; rest = Math.floor(rest / alphabet.length))
    body = alphabet.charAt(rest % alphabet.length) + body;
  return `CG-${body}-${checkOf(body)}`;
}

/** Dashes that programs make of a hyphen, and none. */
const dash = '[-\\u2010-\\u2015\\u2212\\uFF0D]?';
const pattern = `CG${dash}([0-9A-Z]{${drawn}})${dash}([0-9A-Z])`;

/** @returns an id as `idFrom` writes it, of what somebody typed; null: it is none, or one character is wrong */
export function readId(typed: string): string | null {
  const whole = new RegExp(`^${pattern}$`).exec(typed.normalize('NFKC').toUpperCase().replace(/\s/g, ''));
  return whole && checked(whole[1]!, whole[2]!);
}

export interface FoundId {
  id: string;
  /** Where it stands, UTF-16 units. */
  start: number;
  end: number;
}

/** @returns ids in a text, in its order; what fails its check is none */
export function idsIn(text: string): FoundId[] {
  const standing = new RegExp(`(?<![0-9A-Za-z])${pattern}(?![0-9A-Za-z])`, 'gi');
  return [...text.matchAll(standing)].flatMap(({ 0: found, 1: body, 2: check, index }) => {
    const id = checked(body!.toUpperCase(), check!.toUpperCase());
    return id === null ? [] : [{ id, start: index, end: index + found.length }];
  });
}

/** What is read for another character: 1 is written as I or L, V as U. */
const plain = (text: string) => text.replace(/[IL]/g, '1').replace(/U/g, 'V');

function checked(body: string, check: string): string | null {
  const id = plain(body);
  return checkOf(id) === plain(check) ? `CG-${id}-${plain(check)}` : null;
}

/** @returns the character that makes the weighted sum a multiple of 31; '' where `body` holds a character that no id has */
function checkOf(body: string): string {
  let sum = 0;
  for (const [index, character] of [...body].entries()) {
    const value = alphabet.indexOf(character);
    if (value < 0) return '';
    sum += (index + 2) * value;
  }
  return alphabet.charAt((alphabet.length - (sum % alphabet.length)) % alphabet.length);
}
