/** Where a word begins and ends, in Han text and around signs. */
import { classOf, HAN, SIGN, SPACE, WORD } from './characters';
import { fold, foldCode } from './fold';
import { APART, JOINED, TOUCHING, type Tokens } from './tokens';

/**
 * Bound morphemes: behind a word they make another word of it (容器化, 可用性, 转化率, 客户端). Segmenters split them off
 * where their dictionary lacks the whole.
 */
const suffixes = new Set('化性率度器机者员师商型式制率论力感值额端版盘们');

/** Readings longer than this are cut; a Chinese clause seldom has more than forty characters. */
const reach = 60;
/** So long a term does not arise by chance from the ends of two words, whatever the segmenter's dictionary lacks. */
const unmistakable = 4;

let segmenter: Intl.Segmenter | undefined;

/** Word bounds of the Han stretches among tokens, found out where asked for and kept while the tokens last. */
export class HanWords {
  readonly #tokens: Tokens;
  readonly #texts: readonly string[];
  /** The stretch at hand: tokens from `#from` up to `#to`, and whether a word begins at each. */
  #from = 0;
  #to = 0;
  #begins = new Uint8Array(0);

  constructor(tokens: Tokens, texts: readonly string[]) {
    this.#tokens = tokens;
    this.#texts = texts;
  }

  /** @returns whether a word begins at token `first`, for a term that ends at `last` */
  beginsAt(first: number, last: number): boolean {
    if (!this.#goesOn(first)) return true;
    return this.#beginsWord(first, first, last) || last - first + 1 >= unmistakable;
  }

  /** @returns whether a word ends at token `last`, for a term that begins at `first` */
  endsAt(first: number, last: number): boolean {
    const next = last + 1;
    if (!this.#goesOn(next)) return true;
    if (!this.#beginsWord(next, first, last)) return last - first + 1 >= unmistakable;
    return !(this.#endsWord(next) && suffixes.has(this.#character(next)));
  }

  /** Whether token `i` continues the Han text before it. */
  #goesOn(i: number): boolean {
    const { kind, gap, length } = this.#tokens;
    return i > 0 && i < length && gap[i] === TOUCHING && kind[i] === HAN && kind[i - 1] === HAN;
  }

  #beginsWord(i: number, first: number, last: number): boolean {
    if (first < this.#from || last + 1 >= this.#to) this.#segment(first, last);
    return this.#begins[i - this.#from] === 1;
  }

  /** Whether the word that begins at `i` is one character long. */
  #endsWord(i: number): boolean {
    return i + 1 >= this.#to || this.#begins[i + 1 - this.#from] === 1;
  }

  #segment(first: number, last: number): void {
    let from = first;
    while (first - from < reach && this.#goesOn(from)) from--;
    let to = last + 1;
    while (to - last < reach && this.#goesOn(to)) to++;
    this.#from = from;
    this.#to = to;
    this.#begins = new Uint8Array(to - from + 1);
    let text = '';
    const tokenAt: number[] = [];
    for (let i = from; i < to; i++) {
      tokenAt[text.length] = i - from;
      text += this.#character(i);
    }
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    for (const { index } of segmenter.segment(text)) this.#begins[tokenAt[index]!] = 1;
  }

  #character(i: number): string {
    const { startNode, start, endNode, end } = this.#tokens;
    const text = this.#texts[startNode[i]!]!;
    return text.slice(start[i], startNode[i] === endNode[i] ? end[i] : text.length);
  }
}

/** @returns whether the match is a part of a contraction or a name: `don't`, `O'Lead`; `customer's` is none */
export function insideContraction(
  tokens: Tokens,
  texts: readonly string[],
  first: number,
  last: number,
): boolean {
  const { kind, gap, length } = tokens;
  const isApostrophe = (i: number) =>
    kind[i] === SIGN && foldCode(texts[tokens.startNode[i]!]!.charCodeAt(tokens.start[i]!)) === 0x27;
  const afterOne =
    first >= 2 &&
    gap[first] === TOUCHING &&
    gap[first - 1] === TOUCHING &&
    isApostrophe(first - 1) &&
    kind[first - 2] === WORD;
  if (afterOne) return true;
  const tail = last + 2;
  if (tail >= length || gap[tail] !== TOUCHING || gap[tail - 1] !== TOUCHING) return false;
  if (!isApostrophe(tail - 1) || kind[tail] !== WORD) return false;
  const rest = texts[tokens.startNode[tail]!]!.slice(tokens.start[tail], tokens.end[tail]);
  return fold(rest) !== 's';
}

const address = /:\/\/|^www\.|^[~.]{0,2}[/\\]|@|\\/i;

/** @returns whether the match is a part of an address, a path, a file name or an identifier with dots */
export function insideAddress(
  tokens: Tokens,
  texts: readonly string[],
  first: number,
  last: number,
): boolean {
  const text = texts[tokens.startNode[first]!]!;
  const start = tokens.start[first]!;
  const end = tokens.endNode[last] === tokens.startNode[first] ? tokens.end[last]! : text.length;
  let from = start;
  while (from > 0 && isVisibleAscii(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && isVisibleAscii(text.charCodeAt(to))) to++;
  if (from === start && to === end) return false;
  const dotBehind = text[end] === '.' && end + 1 < to && isWord(text, end + 1);
  const dotBefore = text[start - 1] === '.' && start - 1 > from && isWord(text, start - 2);
  return dotBehind || dotBefore || address.test(text.slice(from, to).replace(/^["'([{<]+/, ''));
}

/** @returns whether the match stands inside one of the phrases in which it is not meant */
export function insideNever(
  tokens: Tokens,
  texts: readonly string[],
  first: number,
  last: number,
  phrases: readonly string[],
): boolean {
  let from = first;
  while (first - from < reach && from > 0 && tokens.gap[from] !== APART) from--;
  let to = last;
  while (to - last < reach && to + 1 < tokens.length && tokens.gap[to + 1] !== APART) to++;
  let text = '';
  let start = 0;
  let end = 0;
  for (let i = from; i <= to; i++) {
    if (i > from && tokens.gap[i] === JOINED) text += ' ';
    if (i === first) start = text.length;
    text += wordAt(tokens, texts, i);
    if (i === last) end = text.length;
  }
  return phrases.some((phrase) => {
    const wanted = fold(phrase);
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (at <= start && at + wanted.length >= end) return true;
    }
    return false;
  });
}

/** White space, hyphens and what is invisible: they may differ between a form and the text that spells it. */
export function isGlue(code: number): boolean {
  return classOf(code) >= SPACE;
}

function wordAt(tokens: Tokens, texts: readonly string[], i: number): string {
  const { startNode, start, endNode, end } = tokens;
  if (startNode[i] === endNode[i]) return fold(texts[startNode[i]!]!.slice(start[i], end[i]));
  return fold(texts[startNode[i]!]!.slice(start[i]) + texts[endNode[i]!]!.slice(0, end[i]));
}

function isWord(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at)) === WORD;
}

function isVisibleAscii(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}
