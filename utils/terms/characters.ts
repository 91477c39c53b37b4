/** What a character is to a matcher. */

/** Part of a word: letters, digits, marks, the low line. */
export const WORD = 0;
/** A token by itself: Han. */
export const HAN = 1;
/** A token by itself that also ends a word: punctuation and symbols. */
export const SIGN = 2;
export const SPACE = 3;
export const NEWLINE = 4;
/** Joins words as a space does: hyphens and short dashes. */
export const HYPHEN = 5;
/** As if it were not there: soft hyphen, zero-width characters, variation selectors. */
export const NOTHING = 6;

/** Below this lies nearly all Latin text; classes are looked up there, once they were asked for. */
const tableSize = 0x600;
const notAsked = 255;
const table = new Uint8Array(tableSize).fill(notAsked);
const wordLike = /[\p{L}\p{N}\p{M}_]/u;

/** @returns the class of a UTF-16 code unit; both halves of a Han character outside the BMP are `HAN` */
export function classOf(code: number): number {
  if (code >= tableSize) return classOfRest(code);
  const known = table[code]!;
  return known === notAsked ? classOfLatin(code) : known;
}

function classOfLatin(code: number): number {
  let kind = wordLike.test(String.fromCharCode(code)) ? WORD : SIGN;
  if (code === 0x09 || code === 0x0b || code === 0x0c || code === 0x20 || code === 0xa0) kind = SPACE;
  else if (code === 0x0a || code === 0x0d || code === 0x85) kind = NEWLINE;
  else if (code === 0x2d) kind = HYPHEN;
  else if (code === 0xad) kind = NOTHING;
  table[code] = kind;
  return kind;
}

function classOfRest(code: number): number {
  if (code >= 0x3400 && code <= 0x9fff) return HAN;
  if (code < 0x2000) return code === 0x1680 ? SPACE : code === 0x180e ? NOTHING : WORD;
  if (code < 0x2070) return classOfGeneralPunctuation(code);
  if (code < 0x20a0) return WORD; // superscripts and subscripts
  if (code === 0x2212) return HYPHEN; // minus
  if (code < 0x2c00) return wordLike.test(String.fromCharCode(code)) ? WORD : SIGN;
  if (code < 0x2e00) return WORD;
  if (code < 0x2e80) return SIGN;
  if (code < 0x2fe0) return HAN; // radicals
  if (code === 0x3000) return SPACE;
  if (code === 0x3005 || code === 0x3007) return HAN; // 々 〇
  if (code < 0x3040) return SIGN;
  if (code < 0xa000) return WORD; // kana, bopomofo, Hangul jamo
  if (code < 0xd800) return WORD;
  if (code >= 0xd840 && code <= 0xd88b) return HAN; // lead of U+20000 and up
  if (code >= 0xdc00 && code <= 0xdfff) return HAN; // a trail belongs to its lead; see tokens.ts
  if (code < 0xe000) return SIGN; // other leads: mostly emoji
  if (code >= 0xf900 && code <= 0xfaff) return HAN;
  if (code >= 0xfe00 && code <= 0xfe0f) return NOTHING;
  if (code === 0xfeff) return NOTHING;
  if (code >= 0xff01 && code <= 0xff5e) return classOf(code - 0xfee0);
  if (code === 0xfe63) return HYPHEN;
  if (code >= 0xfe10 && code <= 0xfe6f) return SIGN;
  if (code >= 0xff5f && code <= 0xff65) return SIGN;
  return code >= 0xffe0 ? SIGN : WORD;
}

function classOfGeneralPunctuation(code: number): number {
  if (code <= 0x200a || code === 0x202f || code === 0x205f) return SPACE;
  if (code <= 0x200f || (code >= 0x2060 && code <= 0x2064) || (code >= 0x202a && code <= 0x202e))
    return NOTHING;
  if (code <= 0x2013) return HYPHEN; // hyphen, non-breaking hyphen, figure dash, en dash; a longer dash ends a phrase
  if (code === 0x2028 || code === 0x2029) return NEWLINE;
  return SIGN;
}
