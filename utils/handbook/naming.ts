/** Whether the name of a list or a label on a board names something of the handbook. */
import type { Text } from './schema';
import type { FurtherFold } from './search/shape';
import { fold, Kind, type Token, tokensOf } from './search/tokens';

/** Letters from which a Latin word says something by itself: not "to", "new", "for". */
const tellingLetters = 4;
/** Han characters from which a run of them does. */
const tellingHan = 2;

/**
 * @returns a department's names in every language; Chinese ones also as they are said, without 部 or 部门 at the end:
 *   生产部 is 生产 in 待生产
 */
export function writtenNames(name: Text): string[] {
  const names = typeof name === 'string' ? [name] : Object.values(name);
  return [
    ...new Set(
      names.flatMap((one) => {
        const said = one.replace(/(?<=\p{Script=Han}{2})部[门門]?$/u, '');
        return said === one ? [one] : [one, said];
      }),
    ),
  ];
}

/** @returns whether a text holds a name: as words of its own where they are Latin, anywhere in Chinese */
export function namesAsWhole(text: string, name: string, further?: FurtherFold): boolean {
  return holds(wordsOf(text, further), wordsOf(name, further));
}

/**
 * @param text name of a list or label
 * @param occasion when something is handed over
 * @returns whether the occasion, in one of its languages, has all of the text that says something: the Latin words in
 *   any order, Chinese as it is written; false where nothing of it does
 */
export function namesOccasion(text: string, occasion: Text, further?: FurtherFold): boolean {
  const telling = tellingParts(wordsOf(text, further));
  if (telling.length === 0) return false;
  const occasions = typeof occasion === 'string' ? [occasion] : Object.values(occasion);
  return occasions.some((one) => {
    const words = wordsOf(one, further);
    return telling.every((part) => holds(words, part));
  });
}

function wordsOf(text: string, further?: FurtherFold): Token[] {
  return tokensOf(fold(text, further)).filter(({ kind }) => kind !== Kind.symbol);
}

/** @returns Latin words and runs of Han, each as its tokens, without those too short to say anything */
function tellingParts(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [];
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const goesOn =
      token.kind === Kind.cjk && before?.kind === Kind.cjk && before.from + before.text.length === token.from;
    if (goesOn) parts.at(-1)!.push(token);
    else parts.push([token]);
  }
  return parts.filter(([first, ...rest]) =>
    first!.kind === Kind.cjk ? rest.length + 1 >= tellingHan : first!.text.length >= tellingLetters,
  );
}

function holds(tokens: readonly Token[], part: readonly Token[]): boolean {
  return (
    part.length > 0 && tokens.some((_, from) => part.every(({ text }, i) => tokens[from + i]?.text === text))
  );
}
