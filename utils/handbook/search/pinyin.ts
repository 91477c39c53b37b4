/**
 * Matches typed letters against text by pinyin: each character by its initial (`j`), its consonant (`zh`) or its whole
 * reading (`jiao`), the last one also by part of it; Latin letters and digits in the text by themselves.
 */
import { Kind, kindOf } from './tokens';

/** a–z are 1–26, 0 is the beginning of the text, all digits are 27. */
const initials = 28;
export const pairCount = initials * initials;

/** @returns the key of two initials side by side */
export const pairOf = (first: number, second: number) => first * initials + second;

/** @returns the initial that a letter or digit stands for; -1 for all else */
export function initialOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  return code >= 48 && code <= 57 ? 27 : -1;
}

/** Readings by code unit. */
export type ReadingsByCode = ReadonlyMap<number, readonly string[]>;

/**
 * @param text folded text
 * @returns the keys of all neighbours in `text`, several for characters of several readings; none without a reading
 */
export function pairsIn(text: string, readings: ReadingsByCode): Set<number> {
  const pairs = new Set<number>();
  let read = false;
  let before: readonly number[] = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const known = readings.get(code);
    if (known) read = true;
    else if (isPassedOver(code)) continue;
    const own = known ? known.map((reading) => initialOf(reading.charCodeAt(0))) : [initialOf(code)];
    const here = own.filter((initial) => initial > 0);
    for (const first of before) for (const second of here) pairs.add(pairOf(first, second));
    before = here;
  }
  return read ? pairs : new Set();
}

/** Signs and spaces in a text are not typed: `jfrq` finds 交付/日期. */
const isPassedOver = (code: number) => kindOf(code) <= Kind.symbol && (code < 0xd800 || code > 0xdfff);

/** How far letters cover a text: not at all, inside, from its beginning, or from beginning to end. */
export const Cover = { none: 0, inside: 1, beginning: 2, whole: 3 } as const;
export type Cover = (typeof Cover)[keyof typeof Cover];

/** Bits of positions in the query that can be reached from each position over one character. */
type Steps = Int32Array | null;
const longest = 30;

/** What was typed, ready to be held against many texts. */
export class TypedPinyin {
  readonly #typed: string;
  readonly #readings: ReadingsByCode;
  readonly #steps = new Map<number, Steps>();

  /** @param typed letters and digits, folded; only the first thirty count */
  constructor(typed: string, readings: ReadingsByCode) {
    this.#typed = typed.slice(0, longest);
    this.#readings = readings;
  }

  /** @returns the keys (`pairOf`) of which an entry must hold one to be covered */
  pairs(syllables: ReadonlySet<string>): Set<number> {
    const typed = this.#typed;
    const first = initialOf(typed.charCodeAt(0));
    const pairs = new Set<number>();
    if (first < 0) return pairs;
    for (let next = 1; next < Math.min(typed.length, 7); next++) {
      const chunk = typed.slice(0, next);
      const second = initialOf(typed.charCodeAt(next));
      if (second > 0 && (next === 1 || isConsonant(chunk) || syllables.has(chunk)))
        pairs.add(pairOf(first, second));
    }
    const single = typed.length === 1 || [...syllables].some((syllable) => syllable.startsWith(typed));
    if (single) pairs.add(pairOf(0, first));
    return pairs;
  }

  /** @param text folded text */
  cover(text: string): Cover {
    for (let from = 0; from < text.length; from++) {
      const cover = this.#coverFrom(text, from);
      if (cover !== Cover.none) return from === 0 ? cover : Cover.inside;
    }
    return Cover.none;
  }

  #coverFrom(text: string, from: number): Cover {
    const end = 1 << this.#typed.length;
    let reached = 1;
    let byReading = false;
    let cover: Cover = Cover.none;
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const steps = this.#stepsOver(code);
      if (!steps) {
        if (i > from && isPassedOver(code)) continue;
        return cover;
      }
      let next = 0;
      for (let position = 0, left = reached; left; position++, left >>>= 1)
        if (left & 1) next |= steps[position]!;
      if (this.#readings.has(code)) byReading = true;
      // Letters alone are for the index of words to find.
      if (next & end && byReading) cover = i === text.length - 1 ? Cover.whole : Cover.beginning;
      reached = next & ~end;
      if (!reached) return cover;
    }
    return cover;
  }

  #stepsOver(code: number): Steps {
    const known = this.#steps.get(code);
    if (known !== undefined) return known;
    const readings = this.#readings.get(code) ?? (initialOf(code) > 0 ? [String.fromCharCode(code)] : []);
    const steps = readings.length ? this.#stepsBy(readings) : null;
    this.#steps.set(code, steps);
    return steps;
  }

  #stepsBy(readings: readonly string[]): Int32Array {
    const typed = this.#typed;
    const steps = new Int32Array(typed.length + 1);
    for (const reading of readings) {
      for (let i = 0; i < typed.length; i++) {
        if (typed[i] !== reading[0]) continue;
        steps[i]! |= 1 << (i + 1);
        if (typed.startsWith(reading, i)) steps[i]! |= 1 << (i + reading.length);
        const two = reading.slice(0, 2);
        if (isConsonant(two) && typed.startsWith(two, i)) steps[i]! |= 1 << (i + 2);
        if (reading.startsWith(typed.slice(i))) steps[i]! |= 1 << typed.length;
      }
    }
    return steps;
  }
}

const isConsonant = (chunk: string) => chunk === 'zh' || chunk === 'ch' || chunk === 'sh';
