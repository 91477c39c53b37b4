/**
 * Cuts text into tokens: a word of letters and digits, one Han character, or one sign. A token is known by the hash of
 * its folded characters, so a page can be compared with a vocabulary without holding either's strings.
 */
import { classOf, HAN, HYPHEN, NEWLINE, NOTHING, SPACE, WORD } from './characters';
import { foldCode } from './fold';

/** Nothing stands between a token and the one before it. */
export const TOUCHING = 0;
/** What stands between may also stand inside a term: white space, or one hyphen or short dash. */
const JOINED = 1;
/** A term never reaches over it. */
export const APART = 2;

/** Tokens of a stretch of text nodes, as parallel arrays. Offsets are UTF-16 code units in their node. */
export interface Tokens {
  length: number;
  hash: Int32Array;
  /** What is before the token: TOUCHING, JOINED or APART. */
  gap: Uint8Array;
  /** WORD, HAN or SIGN */
  kind: Uint8Array;
  /** Index of the text node the token begins in, and of the one it ends in. */
  startNode: Int32Array;
  start: Int32Array;
  endNode: Int32Array;
  end: Int32Array;
}

const offsetBasis = 0x811c9dc5 | 0; // FNV-1a, 32 bits
const prime = 0x01000193;

/** Code units below this are looked up. */
const tableSize = 0x600;
/** WORD is 0, so what `classAndFold` gives for a character of a word is below this. */
const notWord = 1 << 16;
const notMet = 0xff << 16;
/** Filled as characters are met; what is not is above all words. */
const table = new Int32Array(tableSize).fill(notMet);

/** What was met since the last token, as bits. */
const SPACES = 1;
const NEWLINES = 2;
const ONE_HYPHEN = 4;
const MORE_HYPHENS = 8;
const BREAK = 16;

export class Tokeniser {
  readonly tokens: Tokens;
  #state = offsetBasis;
  /** A word begun and not yet ended: it goes on in the next node if that touches. */
  #open = false;
  #between = BREAK;

  /** @param room tokens there is room for at first; it grows */
  constructor(room = 1024) {
    this.tokens = emptyTokens(room);
  }

  /** Forgets all tokens, keeps the room. */
  clear(): void {
    this.tokens.length = 0;
    this.#open = false;
    this.break();
  }

  /** A block, a line break or something not read stands here: no term reaches over it. */
  break(): void {
    this.finish();
    this.#between |= BREAK;
  }

  /**
   * Reads one text node, or a part of it.
   * @param text its data
   * @param node index that tokens will name it by
   */
  read(text: string, node: number, from = 0, to = text.length): void {
    const { tokens } = this;
    // So many there can be at most; the arrays then stay the same while they are written.
    while (tokens.length + to - from > tokens.hash.length) grow(tokens);
    const { hash, start, startNode, end, endNode, kind: kinds, gap: gaps } = tokens;
    // Locals, as this is what a page spends most time in.
    let open = this.#open;
    let state = this.#state;
    let between = this.#between;
    let length = tokens.length;
    for (let i = from; i < to; ) {
      const code = text.charCodeAt(i);
      let entry = classAndFold(code);
      if (entry < notWord) {
        if (!open) {
          open = true;
          state = offsetBasis;
          gaps[length] = gapOf(between, false);
          between = 0;
          kinds[length] = WORD;
          startNode[length] = node;
          start[length++] = i;
        }
        // Most characters are a Latin word's: they are read without a look at anything else.
        do {
          state = Math.imul(state ^ entry, prime);
          if (++i === to) break;
          const next = text.charCodeAt(i);
          entry = next < tableSize ? table[next]! : notWord;
        } while (entry < notWord);
        endNode[length - 1] = node;
        end[length - 1] = i;
        continue;
      }
      i++;
      const kind = entry >> 16;
      if (kind === NOTHING) continue; // a soft hyphen inside a word leaves it whole
      if (open) {
        hash[length - 1] = mix(state);
        open = false;
      }
      // After "-" and a line break the indentation of the next line means nothing.
      if (kind === SPACE)
        between |= (between & (ONE_HYPHEN | NEWLINES)) === (ONE_HYPHEN | NEWLINES) ? 0 : SPACES;
      else if (kind === NEWLINE) between |= NEWLINES;
      else if (kind === HYPHEN) between |= between & ONE_HYPHEN ? MORE_HYPHENS : ONE_HYPHEN;
      else if (kind === HAN && code >= 0xdc00 && code <= 0xdfff) {
        // The trail of a surrogate pair completes the token of its lead.
        if (length === 0) continue;
        hash[length - 1] = mix(Math.imul(hash[length - 1]! ^ code, prime));
        endNode[length - 1] = node;
        end[length - 1] = i;
      } else {
        gaps[length] = gapOf(between, kind === HAN && kinds[length - 1] === HAN);
        between = 0;
        kinds[length] = kind;
        hash[length] = mix(Math.imul(offsetBasis ^ (entry & 0xffff), prime));
        startNode[length] = endNode[length] = node;
        start[length] = i - 1;
        end[length++] = i;
      }
    }
    this.#open = open;
    this.#state = state;
    this.#between = between;
    tokens.length = length;
  }

  /** To be called when all is read. */
  finish(): Tokens {
    if (this.#open) this.tokens.hash[this.tokens.length - 1] = mix(this.#state);
    this.#open = false;
    return this.tokens;
  }
}

/** @returns what stands before a token: TOUCHING, JOINED or APART */
function gapOf(between: number, amongHan: boolean): number {
  if (between === 0) return TOUCHING;
  if (between & (BREAK | MORE_HYPHENS)) return APART;
  // "net - revenue" is two phrases, "follow-up" and "follow-⏎up" are one.
  if (between & ONE_HYPHEN) return between & SPACES ? APART : JOINED;
  // Han text has no spaces inside words; only a line break of the source may stand there.
  return amongHan && !(between & NEWLINES) ? APART : JOINED;
}

/** Tokenises one string by itself. */
export function tokenise(text: string): Tokens {
  const tokeniser = new Tokeniser(text.length);
  tokeniser.read(text, 0);
  return tokeniser.finish();
}

/** The key that a term of one token is asked for by. */
export function singleKey(hash: number): number {
  return mix(hash ^ 0x5bd1e995);
}

/** The key that a term of several tokens is asked for by: that of its first two. */
export function pairKey(first: number, second: number): number {
  return mix(Math.imul(first, 0x9e3779b1) ^ second);
}

/** Spreads a hash over all its bits (the finaliser of MurmurHash3). */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** @returns of a UTF-16 code unit its class × 65,536 + the code unit folded, so that one look tells both */
export function classAndFold(code: number): number {
  if (code < tableSize) {
    const known = table[code]!;
    if (known !== notMet) return known;
    table[code] = (classOf(code) << 16) | foldCode(code);
    return table[code]!;
  }
  return code >= 0x3400 && code <= 0x9fff ? (HAN << 16) | code : (classOf(code) << 16) | foldCode(code);
}

function emptyTokens(room: number): Tokens {
  return {
    length: 0,
    hash: new Int32Array(room),
    gap: new Uint8Array(room),
    kind: new Uint8Array(room),
    startNode: new Int32Array(room),
    start: new Int32Array(room),
    endNode: new Int32Array(room),
    end: new Int32Array(room),
  };
}

function grow(tokens: Tokens): void {
  const wider = emptyTokens(tokens.hash.length * 2 + 1);
  for (const name of ['hash', 'gap', 'kind', 'startNode', 'start', 'endNode', 'end'] as const) {
    wider[name].set(tokens[name]);
    (tokens as unknown as Record<string, unknown>)[name] = wider[name];
  }
}
