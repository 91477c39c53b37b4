/** Where a JSON text breaks off. Browsers word it differently, and V8 often does not say it at all. */

/** A place in a text, both counted from 1, and whether the text simply ends too early. */
export interface JsonFault {
  line: number;
  column: number;
  cutOff: boolean;
}

const space = /[ \t\n\r]*/y;
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 allows them in strings only when escaped.
const plain = /[^"\\\u0000-\u001f]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** What a token that the text's end cuts through leaves. */
const begun = /(?:-|\.|[eE][+-]?|t|tr|tru|f|fa|fal|fals|n|nu|nul|\\(?:u[0-9a-fA-F]{0,3})?)$/y;

/**
 * @param text a JSON text (RFC 8259) without a byte order mark
 * @returns the first place where it is none, or null if it is one
 */
export function jsonFault(text: string): JsonFault | null {
  let at = 0;
  const eat = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const eatChar = (char: string) => {
    if (text[at] !== char) return false;
    at += 1;
    return true;
  };
  const eatString = () => {
    if (!eatChar('"')) return false;
    do eat(plain);
    while (eat(escaped));
    return eatChar('"');
  };
  const eatKey = () => eatString() && eat(space) && eatChar(':');

  const closers: string[] = [];
  for (;;) {
    eat(space);
    if (eatChar('{')) {
      eat(space);
      if (!eatChar('}')) {
        closers.push('}');
        if (!eatKey()) break;
        continue;
      }
    } else if (eatChar('[')) {
      eat(space);
      if (!eatChar(']')) {
        closers.push(']');
        continue;
      }
    } else if (!(text[at] === '"' ? eatString() : eat(literal))) {
      break;
    }
    eat(space);
    while (closers.length > 0 && eatChar(closers.at(-1)!)) {
      closers.pop();
      eat(space);
    }
    if (closers.length === 0) {
      if (at === text.length) return null;
      break;
    }
    if (!eatChar(',')) break;
    if (closers.at(-1) === '}') {
      eat(space);
      if (!eatKey()) break;
    }
  }
  const before = text.slice(0, at);
  const cutOff = at === text.length || eat(begun);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n'), cutOff };
}
