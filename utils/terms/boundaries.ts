/** Where a word begins and ends, in Han text and around signs. */
import { classOf, HAN, SIGN, SPACE, WORD } from './characters';
import { fold } from './fold';
import { APART, TOUCHING, type Tokens, tokenise } from './tokens';

/**
 * Bound morphemes: behind a word they make another word of it (容器化, 可用性, 转化率, 客户端). Segmenters split them off
 * where their dictionary lacks the whole.
 */
const suffixes = new Set('化性率度器机者员师商型式制论力感值额端们');

/**
 * Suffixes that segmenters often give to the next word (服务|器具|有, 虚拟|化工|具), with the second characters of words that
 * do begin so: 服务端口 is 服务 and 端口.
 */
const strongSuffixes = new Map([
  ['器', '材件官械皿'],
  ['端', '口点午庄'],
  ['化', '学妆石肥验身'],
]);

/**
 * One-character words that often stand before a noun; a segmenter takes them for a part of it: 新版|本, 和服|务. Where both
 * readings have as many words, they count as words.
 */
const leadingWords = new Set(
  '新旧老大小全各每总主本该此其这那的和与及或在是了将对为从到被把让给用以按由向跟同就都也还又并但而',
);

let segmenter: Intl.Segmenter | undefined;

/**
 * Makes what cuts Han text. The first use of `Intl` in a process takes some tens of milliseconds in Chromium, which lists
 * all its locales then: a page calls this in a task of its own before it scans for Han forms.
 */
export function prepareHan(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter;
}

/**
 * Whether a term stands alone in Han text, which has no spaces. By the rule of the fewest words, as in MMSEG: a term
 * counts if the text has fewer words with it than without, or as many and a word of one character before it (新版本). 提交付款 is two words, 提交 and 付款; with 交付 in it, three.
 */
export class HanWords {
  readonly #tokens: Tokens;
  readonly #texts: readonly string[];
  /**
   * All Han text at once, its stretches a line each: to begin to segment a text costs as much as to segment a hundred
   * characters of it. What is asked for is then cut word by word.
   */
  #segments: Intl.Segments | undefined;
  /** Where each Han token lies in it. */
  #places = new Int32Array(0);
  /** The stretch at hand, tokens `#from` up to `#to`, and by token whether a word begins there; kept while it serves. */
  #from = 0;
  #to = 0;
  #begins = new Uint8Array(0);

  constructor(tokens: Tokens, texts: readonly string[]) {
    this.#tokens = tokens;
    this.#texts = texts;
  }

  /** @returns whether tokens `first` to `last` are words of their own where they touch Han text */
  standsAlone(first: number, last: number): boolean {
    const opens = this.#goesOn(first);
    const next = last + 1;
    const closes = this.#goesOn(next);
    if (!opens && !closes) return true;
    if (first < this.#from || next > this.#to) this.#cut(first, last);
    if (closes && this.#isSuffix(next)) return false;
    const begins = !opens || this.#isBegin(first);
    const ends = !closes || this.#isBegin(next);
    return (begins && ends) || this.#isFewer(first, last);
  }

  /** Whether token `i` continues the Han text before it. */
  #goesOn(i: number): boolean {
    const { kind, gap, length } = this.#tokens;
    return i > 0 && i < length && gap[i] === TOUCHING && kind[i] === HAN && kind[i - 1] === HAN;
  }

  #isBegin(i: number): boolean {
    return i >= this.#to || this.#begins[i] === 1;
  }

  /** Whether token `i`, behind a term, is a bound morpheme rather than the beginning of another word. */
  #isSuffix(i: number): boolean {
    const character = this.#read(i, i + 1);
    if (!suffixes.has(character) || !this.#isBegin(i)) return false;
    const words = strongSuffixes.get(character);
    if (words === undefined) return this.#isBegin(i + 1);
    return i + 1 >= this.#to || !words.includes(this.#read(i + 1, i + 2));
  }

  #isFewer(first: number, last: number): boolean {
    let from = first;
    while (from > this.#from && !this.#isBegin(from)) from--;
    let to = last + 1;
    while (!this.#isBegin(to)) to++;
    const without = this.#count(from, to);
    const isBehindWord = to === last + 1 && leadingWords.has(this.#read(from, first));
    const atMost = without + Number(isBehindWord);
    const atLeast = Number(from < first) + 1 + Number(last + 1 < to);
    if (atLeast < atMost && this.#countWith(first, last, from, to) < atMost) return true;
    // What the cut through it left over may make a word with what follows: 虚拟|化工|具 is 虚拟化|工具.
    if (to === last + 1 || to === this.#to) return false;
    // Three words, or two at the beginning of a word, are the least that it can make.
    if (Number(from < first) + 2 > without) return false;
    let next = to + 1;
    while (!this.#isBegin(next)) next++;
    return this.#countWith(first, last, from, next) <= without;
  }

  /** Words from token `from` up to `to`, as they are cut. */
  #count(from: number, to: number): number {
    let count = 0;
    for (let i = from; i < to; i++) if (this.#isBegin(i)) count++;
    return count;
  }

  /** The same with `first` to `last` as one of the words. */
  #countWith(first: number, last: number, from: number, to: number): number {
    return countWords(this.#read(from, first)) + 1 + countWords(this.#read(last + 1, to));
  }

  #cut(first: number, last: number): void {
    let from = first;
    while (this.#goesOn(from)) from--;
    let to = last + 1;
    while (this.#goesOn(to)) to++;
    this.#from = from;
    this.#to = to;
    this.#segments ??= this.#segmentAll();
    let end = 0;
    for (let i = from; i < to; i++) {
      const place = this.#places[i]!;
      const inWord = this.#tokens.kind[i] === HAN && place < end;
      this.#begins[i] = inWord ? 0 : 1;
      if (inWord || this.#tokens.kind[i] !== HAN) continue;
      const word = this.#segments.containing(place)!;
      end = word.index + word.segment.length;
    }
  }

  #segmentAll(): Intl.Segments {
    const { length, kind, startNode, start, endNode, end } = this.#tokens;
    this.#places = new Int32Array(length);
    this.#begins = new Uint8Array(length);
    let all = '';
    /** A piece of one text node, not yet taken over: `from` up to `to`. */
    let piece = { node: 0, from: 0, to: 0 };
    const take = () => {
      if (piece.to > piece.from) all += this.#texts[piece.node]!.slice(piece.from, piece.to);
    };
    for (let i = 0; i < length; i++) {
      if (kind[i] !== HAN) continue;
      const goesOn = this.#goesOn(i);
      if (goesOn && startNode[i] === piece.node && endNode[i] === piece.node && start[i] === piece.to) {
        this.#places[i] = all.length + piece.to - piece.from;
        piece.to = end[i]!;
        continue;
      }
      take();
      if (!goesOn) all += '\n';
      this.#places[i] = all.length;
      piece = { node: endNode[i]!, from: start[i]!, to: end[i]! };
      if (startNode[i] !== endNode[i]) {
        all += tokenText(this.#tokens, this.#texts, i);
        piece.from = piece.to;
      }
    }
    take();
    return prepareHan().segment(all);
  }

  /** Text of tokens `from` up to `to`. */
  #read(from: number, to: number): string {
    let text = '';
    for (let i = from; i < to; i++) text += tokenText(this.#tokens, this.#texts, i);
    return text;
  }
}

function countWords(text: string): number {
  if (text.length < 2) return text.length;
  return [...prepareHan().segment(text)].length;
}

/** @returns whether the match begins inside a contraction or a name, or is the first part of one: `don't`, `O'Lead` */
export function insideContraction(
  tokens: Tokens,
  texts: readonly string[],
  first: number,
  last: number,
): boolean {
  const touches = (i: number) => i < tokens.length && tokens.gap[i] === TOUCHING;
  if (
    touches(first) &&
    touches(first - 1) &&
    isApostrophe(tokens, texts, first - 1) &&
    tokens.kind[first - 2] === WORD
  ) {
    return true;
  }
  const tail = last + 2;
  if (!touches(tail) || !touches(tail - 1) || !isApostrophe(tokens, texts, tail - 1)) return false;
  return tokens.kind[tail] === WORD && !isPossessive(tokens, texts, last);
}

/** @returns whether `'s` follows token `last` */
export function isPossessive(tokens: Tokens, texts: readonly string[], last: number): boolean {
  const tail = last + 2;
  return (
    tail < tokens.length &&
    tokens.gap[tail] === TOUCHING &&
    tokens.gap[tail - 1] === TOUCHING &&
    tokens.kind[last] === WORD &&
    isApostrophe(tokens, texts, tail - 1) &&
    fold(tokenText(tokens, texts, tail)) === 's'
  );
}

function isApostrophe(tokens: Tokens, texts: readonly string[], i: number): boolean {
  return tokens.kind[i] === SIGN && fold(tokenText(tokens, texts, i)) === "'";
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
  if ((from === start && to === end) || !hasAddressSign(text, from, to)) return false;
  const dotBehind = text[end] === '.' && end + 1 < to && isWord(text, end + 1);
  const dotBefore = text[start - 1] === '.' && start - 1 > from && isWord(text, start - 2);
  return dotBehind || dotBefore || address.test(text.slice(from, to).replace(/^["'([{<]+/, ''));
}

/** Without one of these nothing is a part of an address; most words end at a comma or a bracket. */
function hasAddressSign(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2e || code === 0x2f || code === 0x40 || code === 0x5c) return true; // . / @ \\
  }
  return false;
}

/** Phrases as tokens, by the list a form holds them in. */
const phraseTokens = new WeakMap<readonly string[], Tokens[]>();

/** @returns whether the match stands inside one of the phrases in which it is not meant, whole words of them */
export function insideNever(
  tokens: Tokens,
  first: number,
  last: number,
  phrases: readonly string[],
): boolean {
  const known = phraseTokens.get(phrases) ?? phrases.map(tokenise);
  phraseTokens.set(phrases, known);
  return known.some(({ hash, length }) => {
    for (let at = Math.max(0, last + 1 - length); at <= first && at + length <= tokens.length; at++) {
      let i = 0;
      while (i < length && tokens.hash[at + i] === hash[i] && (i === 0 || tokens.gap[at + i] !== APART)) i++;
      if (i === length) return true;
    }
    return false;
  });
}

/** White space, hyphens and what is invisible: they may differ between a form and the text that spells it. */
export function isGlue(code: number): boolean {
  return classOf(code) >= SPACE;
}

/** @returns the text of one token; it may begin in one node and end in the next */
export function tokenText(tokens: Tokens, texts: readonly string[], i: number): string {
  const { startNode, start, endNode, end } = tokens;
  if (startNode[i] === endNode[i]) return texts[startNode[i]!]!.slice(start[i], end[i]);
  const between = texts.slice(startNode[i]! + 1, endNode[i]!).join('');
  return texts[startNode[i]!]!.slice(start[i]) + between + texts[endNode[i]!]!.slice(0, end[i]);
}

function isWord(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at)) === WORD;
}

function isVisibleAscii(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}
