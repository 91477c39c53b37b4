/**
 * Matches typed letters against text by pinyin: each character by its initial (`j`), its consonant (`zh`) or its whole
 * reading (`jiao`), the last one also by part of it; Latin letters and digits in the text by themselves.
 */
import { Kind, kindOf } from './tokens';

/** a–z are 1–26, 0 is the beginning of the text, all digits are 27. */
const initials = 28;
export const pairCount = initials * initials;

/** The key of two initials side by side. */
const pairOf = (first: number, second: number) => first * initials + second;

/** @returns whether the pair stands for the beginning of a text and its first initial */
export const isBeginning = (pair: number) => pair < initials;

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

/** From each position in the query, bits of the positions that can be reached over one character. */
interface Steps {
  /** In any way. */
  any: Int32Array;
  /** By initials or consonants only, and by whole readings only. */
  initials: Int32Array;
  whole: Int32Array;
}
const longest = 30;
/** zhuang */
const longestReading = 6;

/** What was typed, ready to be held against many texts. */
export class TypedPinyin {
  readonly #typed: string;
  readonly #readings: ReadingsByCode;
  readonly #steps = new Map<number, Steps | null>();
  /** Bits of the positions where white space was typed: there, one character ends and the next one begins. */
  readonly #breaks: number;

  /** @param words letters and digits, folded; only the first thirty count */
  constructor(words: readonly string[], readings: ReadingsByCode) {
    this.#typed = words.join('').slice(0, longest);
    this.#readings = readings;
    let breaks = 0;
    let end = 0;
    for (const word of words) {
      end += word.length;
      if (end < this.#typed.length) breaks |= 1 << end;
    }
    this.#breaks = breaks;
  }

  /** @returns the keys (as of `pairsIn`) of which an entry must hold one to be covered */
  pairs(syllables: ReadonlySet<string>): Set<number> {
    const typed = this.#typed;
    const first = initialOf(typed.charCodeAt(0));
    const pairs = new Set<number>();
    if (first < 0) return pairs;
    for (let next = 1; next < typed.length && next <= longestReading && this.#step(0, next); next++) {
      const chunk = typed.slice(0, next);
      const second = initialOf(typed.charCodeAt(next));
      if (second > 0 && (next === 1 || isConsonant(chunk) || syllables.has(chunk)))
        pairs.add(pairOf(first, second));
    }
    const single = typed.length === 1 || [...syllables].some((syllable) => syllable.startsWith(typed));
    if (single && this.#step(0, typed.length)) pairs.add(pairOf(0, first));
    return pairs;
  }

  /** @returns whether a character is read so by itself */
  isReadingOf(code: number): boolean {
    return ((this.#stepsOver(code)?.any[0] ?? 0) & (1 << this.#typed.length)) !== 0;
  }

  /**
   * @param text folded text
   * @returns how far it is covered, and whether all in one way: by initials (`jf`) or whole readings (`jiaofu`)
   */
  cover(text: string): { cover: Cover; even: boolean } {
    for (let from = 0; from < text.length; from++) {
      const cover = this.#coverFrom(text, from, 'any');
      if (cover === Cover.none) continue;
      const even =
        this.#coverFrom(text, from, 'initials') === cover || this.#coverFrom(text, from, 'whole') === cover;
      return { cover: from === 0 ? cover : Cover.inside, even };
    }
    return { cover: Cover.none, even: false };
  }

  #coverFrom(text: string, from: number, way: keyof Steps): Cover {
    const end = 1 << this.#typed.length;
    let reached = 1;
    let cover: Cover = Cover.none;
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const steps = this.#stepsOver(code)?.[way];
      if (!steps) {
        if (i > from && isPassedOver(code)) continue;
        return cover;
      }
      let next = 0;
      for (let position = 0, left = reached; left; position++, left >>>= 1)
        if (left & 1) next |= steps[position]!;
      if (next & end) cover = i === text.length - 1 ? Cover.whole : Cover.beginning;
      reached = next & ~end;
      if (!reached) return cover;
    }
    return cover;
  }

  #stepsOver(code: number): Steps | null {
    const known = this.#steps.get(code);
    if (known !== undefined) return known;
    const readings = this.#readings.get(code);
    const steps = readings ? this.#stepsBy(readings) : this.#stepsByItself(code);
    this.#steps.set(code, steps);
    return steps;
  }

  /** A letter or digit in the text is typed as it is, whichever way the characters beside it are typed. */
  #stepsByItself(code: number): Steps | null {
    if (initialOf(code) < 0) return null;
    const steps = Int32Array.from(this.#typed, (typed, i) =>
      typed.charCodeAt(0) === code ? 1 << (i + 1) : 0,
    );
    return { any: steps, initials: steps, whole: steps };
  }

  /** @returns the bit of position `to`, or 0 where a break lies before it */
  #step(from: number, to: number): number {
    const between = ((1 << to) - 1) & ~((1 << (from + 1)) - 1);
    return this.#breaks & between ? 0 : 1 << to;
  }

  #stepsBy(readings: readonly string[]): Steps {
    const typed = this.#typed;
    const initials = new Int32Array(typed.length);
    const whole = new Int32Array(typed.length);
    const any = new Int32Array(typed.length);
    for (const reading of readings) {
      const consonant = reading.slice(0, 2);
      for (let i = 0; i < typed.length; i++) {
        if (typed[i] !== reading[0]) continue;
        initials[i]! |= this.#step(i, i + 1);
        if (isConsonant(consonant) && typed.startsWith(consonant, i)) initials[i]! |= this.#step(i, i + 2);
        if (typed.startsWith(reading, i)) whole[i]! |= this.#step(i, i + reading.length);
        // The last one may still be being typed.
        if (reading.startsWith(typed.slice(i))) any[i]! |= this.#step(i, typed.length);
        any[i]! |= initials[i]! | whole[i]!;
      }
    }
    return { any, initials, whole };
  }
}

const isConsonant = (chunk: string) => chunk === 'zh' || chunk === 'ch' || chunk === 'sh';
