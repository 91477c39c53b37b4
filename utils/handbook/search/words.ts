/** Finds tokens of the index by their beginning, by a part, or with small errors. */
import { at, lengthAt, type SearchIndex, startOf } from './shape';
import { lettersOf } from './tokens';

/** @returns the range of tokens that begin with `beginning`, the end not included */
export function wordsFrom(index: SearchIndex, beginning: string): [from: number, to: number] {
  return [firstNotBelow(index, beginning), firstNotBelow(index, `${beginning}\uffff`)];
}

function firstNotBelow(index: SearchIndex, text: string): number {
  let low = 0;
  let high = index.postings.ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (wordAt(index, middle) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @returns token `word` without the line feed that ends it */
function wordAt({ spelled, signs }: SearchIndex, word: number): string {
  const before = spelled.ends.length;
  return (word < before ? at(spelled, word) : at(signs, word - before)).slice(0, -1);
}

/** @returns the tokens spelled with letters that hold `part` */
export function wordsWith(index: SearchIndex, part: string): number[] {
  const { spelled, letters } = index;
  const needed = lettersOf(part);
  const found: number[] = [];
  for (let word = 0; word < letters.length; word++)
    if ((needed & ~letters[word]!) === 0 && at(spelled, word).includes(part)) found.push(word);
  return found;
}

/** Code units of a typed word in which errors are looked for: bits of a number, less its sign. */
const longest = 31;

/**
 * How many errors a typed word may hold. Less than Lucene's AUTO fuzziness, since here words are still being typed, and
 * two errors in the first six letters come near half of a vocabulary.
 */
function errorsAllowed(length: number): number {
  if (length < 3 || length > longest) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Tokens spelled with letters that begin with `typed` but for a few errors: a letter left out, added, changed, or two
 * swapped. Three letters are held against whole words only, or they would come near too much.
 * @returns tokens by number of errors, from 1 to the number allowed
 */
export function wordsNear(index: SearchIndex, typed: string): number[][] {
  const allowed = errorsAllowed(typed.length);
  const near: number[][] = Array.from({ length: allowed + 1 }, () => []);
  if (!allowed) return near;
  const { spelled, letters } = index;
  const typedLetters = lettersOf(typed);
  const distance = distanceTo(typed);
  const whole = typed.length === 3;
  for (let word = 0; word < letters.length; word++) {
    if (countBits(typedLetters & ~letters[word]!) > allowed) continue;
    const length = lengthAt(spelled, word) - 1;
    if (length < typed.length - allowed || (whole && length > typed.length + allowed)) continue;
    const errors = distance(spelled.text, startOf(spelled, word), length, allowed, whole);
    if (errors > 0 && errors <= allowed) near[errors]!.push(word);
  }
  return near;
}

function countBits(bits: number): number {
  let pairs = bits - ((bits >>> 1) & 0x55555555);
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

type Distance = (text: string, from: number, length: number, allowed: number, whole: boolean) => number;

/**
 * Optimal string alignment distance to `typed` by bit vectors, all of a column at once (H. Hyyrö, "A Bit-Vector
 * Algorithm for Computing Levenshtein and Damerau Edit Distances", 2003).
 * @param typed at most `longest` code units
 * @returns a function to the distance of a stretch of text, or of the beginning of it that comes nearest
 */
function distanceTo(typed: string): Distance {
  const ascii = new Int32Array(128);
  const others = new Map<number, number>();
  for (let i = 0; i < typed.length; i++) {
    const code = typed.charCodeAt(i);
    if (code < 128) ascii[code]! |= 1 << i;
    else others.set(code, (others.get(code) ?? 0) | (1 << i));
  }
  const last = 1 << (typed.length - 1);
  return (text, from, length, allowed, whole) => {
    let plus = -1;
    let minus = 0;
    let diagonal = 0;
    let before = 0;
    let distance = typed.length;
    let nearest = distance;
    const to = from + Math.min(length, typed.length + allowed);
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      const equal = code < 128 ? ascii[code]! : (others.get(code) ?? 0);
      const swapped = ((~diagonal & equal) << 1) & before;
      diagonal = (((equal & plus) + plus) ^ plus) | equal | minus | swapped;
      let right = minus | ~(diagonal | plus);
      const left = diagonal & plus;
      if (right & last) distance++;
      else if (left & last) distance--;
      if (distance < nearest) nearest = distance;
      right = (right << 1) | 1;
      plus = (left << 1) | ~(diagonal | right);
      minus = right & diagonal;
      before = equal;
    }
    return whole ? distance : nearest;
  };
}
