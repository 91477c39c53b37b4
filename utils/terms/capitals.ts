/** What the signs and words around an acronym tell of it. */
import { isPossessive, tokenText } from './boundaries';
import { SIGN, WORD } from './characters';
import { fold } from './fold';
import { APART, TOUCHING, type Tokens } from './tokens';

/** @returns whether signs make a longer name of an acronym: `AT&T`, `C++`, `C#` */
export function insideName(tokens: Tokens, texts: readonly string[], first: number, last: number): boolean {
  const { kind, gap, length } = tokens;
  const touches = (i: number) => i > 0 && i < length && gap[i] === TOUCHING;
  const signAt = (i: number) => (kind[i] === SIGN ? fold(tokenText(tokens, texts, i)) : '');
  if (touches(last + 1)) {
    const sign = signAt(last + 1);
    if (sign === '&' && touches(last + 2) && kind[last + 2] === WORD) return true;
    const letter = first === last && tokenText(tokens, texts, first).length === 1;
    if (letter && (sign === '+' || sign === '#')) return true;
  }
  return touches(first) && signAt(first - 1) === '&' && touches(first - 1) && kind[first - 2] === WORD;
}

const small = /\p{Ll}/u;
const capitals = /\p{Lu}{2}/u;

/** @returns whether the words around are in capitals too, so that capitals tell nothing: `IT IS IMPORTANT`, `IT'S` */
export function isShouted(tokens: Tokens, texts: readonly string[], first: number, last: number): boolean {
  if (isPossessive(tokens, texts, last) && tokenText(tokens, texts, last + 2) === 'S') return true;
  let count = 0;
  let isLong = false;
  /** Looks at the next words to one side; false: one is not in capitals. */
  const look = (from: number, step: 1 | -1): boolean => {
    let seen = 0;
    for (let i = from; i >= 0 && i < tokens.length && seen < 3; i += step) {
      if (tokens.gap[step > 0 ? i : i + 1] === APART) break;
      if (tokens.kind[i] !== WORD) continue;
      const word = tokenText(tokens, texts, i);
      if (small.test(word)) return false;
      if (!capitals.test(word)) continue;
      seen++;
      isLong ||= word.length > 3;
    }
    count += seen;
    return true;
  };
  // Two acronyms side by side (IT SLA) are not shouting yet.
  return look(first - 1, -1) && look(last + 1, 1) && (isLong || count > 2);
}
