/** Folds text and cuts it into the tokens that are searched: words of letters and digits, single CJK characters. */
import type { FurtherFold } from './shape';

const plainAscii = /^[\x20-\x7e]*$/;

/**
 * @returns `text` without differences of width, case, Latin accents and amount of white space
 */
export function fold(text: string, further?: FurtherFold): string {
  if (plainAscii.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]+/g, (latin) => latin.normalize('NFD'))
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return further ? further(folded) : folded;
}

export const Kind = { space: 1, symbol: 2, word: 3, cjk: 4 } as const;

const kinds = new Uint8Array(0x10000);

/** @param code a code point; the kind of a lone surrogate is symbol */
export function kindOf(code: number): number {
  if (code > 0xffff) return kindOfChar(String.fromCodePoint(code));
  const known = kinds[code]!;
  if (known) return known;
  const kind = kindOfChar(String.fromCharCode(code));
  kinds[code] = kind;
  return kind;
}

function kindOfChar(char: string): number {
  if (/\s/.test(char)) return Kind.space;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(char)) return Kind.cjk;
  return /[\p{L}\p{M}\p{N}]/u.test(char) ? Kind.word : Kind.symbol;
}

/** `from` counts code units. `squeezed`: written with signs inside, `r&d` as `rd`. */
export interface Token {
  text: string;
  from: number;
  kind: number;
  squeezed: boolean;
}

/**
 * @param text folded text
 * @param squeeze also give words joined by a single sign as one: for `e-mail`, `email` beside `e`, `-` and `mail`
 */
export function tokensOf(text: string, squeeze = false): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  while (from < text.length) {
    const code = text.codePointAt(from)!;
    const kind = kindOf(code);
    let to = from + (code > 0xffff ? 2 : 1);
    while (kind !== Kind.cjk && to < text.length) {
      const next = text.codePointAt(to)!;
      if (kindOf(next) !== kind) break;
      to += next > 0xffff ? 2 : 1;
    }
    if (kind !== Kind.space) tokens.push({ text: text.slice(from, to), from, kind, squeezed: false });
    from = to;
  }
  if (squeeze) tokens.push(...squeezedOf(tokens));
  return tokens;
}

function squeezedOf(tokens: readonly Token[]): Token[] {
  const squeezed: Token[] = [];
  for (let i = 0; i + 2 < tokens.length; i++) {
    let j = i;
    let text = tokens[i]!.text;
    while (joins(tokens, j)) {
      j += 2;
      text += tokens[j]!.text;
    }
    if (j > i) squeezed.push({ text, from: tokens[i]!.from, kind: Kind.word, squeezed: true });
    i = j;
  }
  return squeezed;
}

/** Whether the word at `i`, a single sign and a further word follow without white space. */
function joins(tokens: readonly Token[], i: number): boolean {
  const [word, sign, next] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  return (
    word?.kind === Kind.word &&
    sign?.kind === Kind.symbol &&
    sign.text.length === 1 &&
    next?.kind === Kind.word &&
    word.from + word.text.length === sign.from &&
    sign.from + 1 === next.from
  );
}

/** @returns a bit for each letter a–z in `word`, one for digits, one for all else */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 97 && code <= 122) letters |= 1 << (code - 97);
    else letters |= code >= 48 && code <= 57 ? 1 << 26 : 1 << 27;
  }
  return letters;
}
