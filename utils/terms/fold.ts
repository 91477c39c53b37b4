/** Character by character folding of width and case: cheap enough to be done while a page is read. */

/** Below this code, case folds by table; it covers Latin, Greek, Cyrillic and Armenian. */
const tableSize = 0x600;
/** Filled as characters are met, for every page would pay for all of them. 0: not met yet. */
const lower = new Uint16Array(tableSize);

/**
 * @param code a UTF-16 code unit
 * @returns the half-width form of a full-width character (Unicode block "Halfwidth and Fullwidth Forms"), a straight
 *   apostrophe for a curly one, else the same
 */
export function narrow(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  return code === 0x2019 || code === 0x2018 ? 0x27 : code;
}

/** @returns the code unit with width and case folded */
export function foldCode(code: number): number {
  const narrowed = code < tableSize ? code : narrow(code);
  return narrowed < tableSize ? lower[narrowed] || lowerOf(narrowed) : code;
}

function lowerOf(code: number): number {
  const small = String.fromCharCode(code).toLowerCase();
  const folded = small.length === 1 ? small.charCodeAt(0) : code;
  lower[code] = folded;
  return folded;
}

/** @returns `text` with the width and case of every character folded; of the same length */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += String.fromCharCode(foldCode(text.charCodeAt(i)));
  return folded;
}
