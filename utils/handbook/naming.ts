/** Whether the name of a list or a label on a board names something of the handbook. */
import type { Text } from './schema';
import type { FurtherFold } from './search/shape';
import { fold, Kind, type Token, tokensOf } from './search/tokens';

/** Letters from which a Latin word says something by itself: not "to", "new", "for". */
const tellingLetters = 4;
/** Han characters from which a run of them does. */
const tellingHan = 2;

/** What the lists and labels of a card name. */
export interface Written {
  /** Whether one of them holds a department's name: as words of its own where it is Latin, anywhere in Chinese. */
  names(department: Text): boolean;
  /**
   * Whether an occasion, in one of its languages, has all of one of them that says something: the Latin words in any
   * order, Chinese as it is written; not where nothing of it says anything.
   */
  tells(occasion: Text): boolean;
}

/**
 * @param texts names of lists and labels
 * @param further simplified forms, so that a list named 營運 is found
 */
export function writtenOn(texts: readonly string[], further?: FurtherFold): Written {
  const words = texts.map((text) => wordsOf(text, further));
  const telling = words.map(tellingParts).filter((parts) => parts.length > 0);
  return {
    names: (department) =>
      namesOf(department)
        .map((name) => wordsOf(name, further))
        .some((name) => words.some((text) => holds(text, name))),
    tells: (occasion) =>
      telling.length > 0 &&
      textsOf(occasion)
        .map((text) => wordsOf(text, further))
        .some((text) => telling.some((parts) => parts.every((part) => holds(text, part)))),
  };
}

/** @returns a department's names; Chinese ones also as they are said, without 部 or 部门: 生产部 is 生产 in 待生产 */
function namesOf(department: Text): string[] {
  return textsOf(department).flatMap((name) => {
    const said = name.replace(/(?<=\p{Script=Han}{2})部[门門]?$/u, '');
    return said === name ? [name] : [name, said];
  });
}

function textsOf(text: Text): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
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
