import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from '@/utils/handbook/json-position';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
const jsonText = fc
  .tuple(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'))
  .map(([value, indent]) => JSON.stringify(value, null, indent));

describe('jsonFault', () => {
  it.each([
    ['{\n  "a": 1,\n}', 3, 1],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ["{'a': 1}", 1, 2],
    ['[1, 2, x]', 1, 8],
    ['{"a": "line\nbreak"}', 1, 12],
    ['{"a": 01}', 1, 8],
    ['[1] 2', 1, 5],
    ['{"a": "\\x"}', 1, 8],
    ['// note\n{}', 1, 1],
  ])('%j is at fault in line %i, column %i', (text, line, column) => {
    expect(isJson(text)).toBe(false);
    expect(jsonFault(text)).toEqual({ line, column, cutOff: false });
  });

  it.each([
    '',
    '{',
    '{"a',
    '{"a\\',
    '{"a\\u4f',
    '{"a"',
    '{"a":',
    '{"a":tr',
    '[1,',
    '[-',
    '[1.',
    '[1.5e+',
    '["x"',
  ])('%j ends too early', (text) => {
    expect(jsonFault(text)?.cutOff).toBe(true);
  });

  it('finds a fault exactly where JSON.parse does', () => {
    const piece = fc.constantFrom(...'{}[],:"\\ \n\t\r0123456789.eE+-truefalsn/u', '\u0000', '中', '\u00a0');
    const edited = fc
      .tuple(jsonText, fc.nat(), fc.nat({ max: 2 }), fc.array(piece, { maxLength: 2 }))
      .map(([text, at, cut, put]) => {
        const index = at % (text.length + 1);
        return text.slice(0, index) + put.join('') + text.slice(index + cut);
      });
    fc.assert(
      fc.property(
        fc.oneof(
          edited,
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          expect(jsonFault(text) === null).toBe(isJson(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('says of every text cut short that it ends too early', () => {
    const container = jsonText.filter((text) => /^[{["]/.test(text));
    fc.assert(
      fc.property(container, fc.nat(), (text, at) => {
        expect(jsonFault(text.slice(0, at % text.length))?.cutOff).toBe(true);
      }),
    );
  });

  it('takes nesting and strings of any size', () => {
    const deep = '['.repeat(200_000);
    expect(jsonFault(deep + ']'.repeat(200_000))).toBeNull();
    expect(jsonFault(deep)?.cutOff).toBe(true);
    expect(jsonFault(`"${'长'.repeat(5_000_000)}`)?.cutOff).toBe(true);
  });
});
