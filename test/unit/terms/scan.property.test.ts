/** What holds of matching for every text and every vocabulary. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCommonWord } from '@/utils/terms/common-words';
import { partsKey } from '@/utils/terms/form';
import { scan } from '@/utils/terms/scan';
import { APART, pairKey, singleKey, type Tokens } from '@/utils/terms/tokens';
import { formsBeginning } from '@/utils/terms/vocabulary';
import { allForms, cutText, find, terms, text, tokensOf, trieOf, vocabularyOf } from './texts';

const trieFor = (list: string[]) => trieOf(allForms(vocabularyOf(list)));

describe('matches', () => {
  it('are in order and never overlap', () => {
    fc.assert(
      fc.property(terms, text, (list, whole) => {
        let last = 0;
        for (const { start, end } of find(trieFor(list), whole)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(whole.length);
          last = end;
        }
      }),
    );
  });

  it('begin and end where a token does', () => {
    fc.assert(
      fc.property(terms, text, (list, whole) => {
        const { length, start, end } = tokensOf([whole]);
        const [starts, ends] = [new Set(start.slice(0, length)), new Set(end.slice(0, length))];
        for (const match of find(trieFor(list), whole)) {
          expect(starts).toContain(match.start);
          expect(ends).toContain(match.end);
        }
      }),
    );
  });

  it('never begin or end inside a Latin word or a character', () => {
    const inWord = /[\p{Script=Latin}\p{N}_]{2}/u;
    fc.assert(
      fc.property(terms, text, (list, whole) => {
        for (const { start, end } of find(trieFor(list), whole)) {
          for (const at of [start, end]) {
            expect(whole.slice(Math.max(0, at - 1), at + 1)).not.toMatch(inWord);
            expect(
              /[\ud800-\udbff]/.test(whole[at - 1] ?? '') && /[\udc00-\udfff]/.test(whole[at] ?? ''),
            ).toBe(false);
          }
        }
      }),
    );
  });

  it('are the same however the text is cut into nodes', () => {
    fc.assert(
      fc.property(terms, cutText, (list, nodes) => {
        const trie = trieFor(list);
        // What an address is, is judged within one node, as a link's text is one.
        fc.pre(!/[./\\@]/.test(nodes.join('')));
        expect(find(trie, ...nodes)).toEqual(find(trie, nodes.join('')));
      }),
    );
  });

  it('are the same with soft hyphens in words', () => {
    fc.assert(
      fc.property(terms, text, fc.array(fc.nat(200), { maxLength: 10 }), (list, whole, places) => {
        const trie = trieFor(list);
        const hyphenated = [...whole]
          .map((character, i) =>
            places.includes(i) && /\p{L}/u.test(character) ? `${character}\u00ad` : character,
          )
          .join('');
        const plain = (found: string, matches: ReturnType<typeof find>) =>
          matches.map(({ term, start, end }) => [term, found.slice(start, end).replaceAll('\u00ad', '')]);
        fc.pre(!/[./\\@]/.test(whole));
        expect(plain(hyphenated, find(trie, hyphenated))).toEqual(plain(whole, find(trie, whole)));
      }),
    );
  });

  it('are the same in full width', () => {
    const wide = (narrow: string) =>
      narrow.replace(/[A-Za-z0-9]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(terms, text, (list, whole) => {
        fc.pre(!/[./\\@]/.test(whole));
        const trie = trieFor(list);
        expect(find(trie, wide(whole))).toEqual(find(trie, whole));
      }),
    );
  });

  it('are the same in any case, but for terms of capitals', () => {
    fc.assert(
      fc.property(terms, text, (list, whole) => {
        const trie = trieFor(list.filter((term) => term.toLowerCase() === term));
        fc.pre(whole.toUpperCase().length === whole.length && whole.toLowerCase().length === whole.length);
        // Some letters have no way back: ſ is S in capitals.
        fc.pre(whole.toUpperCase().toLowerCase() === whole.toLowerCase());
        expect(find(trie, whole.toUpperCase())).toEqual(find(trie, whole.toLowerCase()));
      }),
    );
  });

  it('are the same whatever white space stands between Latin words', () => {
    fc.assert(
      fc.property(terms, text, fc.constantFrom('  ', '\u00a0', '\t ', ' \u00a0'), (list, whole, space) => {
        fc.pre(!/[./\\@]/.test(whole));
        const latin = /(?<=[A-Za-z]) (?=[A-Za-z])/g;
        const trie = trieFor(list);
        const matches = (given: string) =>
          find(trie, given).map(({ term, start, end }) => [
            term,
            given.slice(start, end).replace(/\s+/g, ' '),
          ]);
        expect(matches(whole.replace(latin, space))).toEqual(matches(whole));
      }),
    );
  });
});

describe('a term', () => {
  const safeTerm = fc.constantFrom(
    'net revenue',
    'lead',
    'lead time',
    'e-mail',
    'SLA',
    'R&D',
    'SaaS',
    '服务',
    '交付',
    '灰度发布',
    'GMV增长',
    '𠮷野',
  );
  const border = fc.constantFrom(
    ' ',
    ', ',
    '. ',
    '; ',
    ' (',
    ') ',
    '\n',
    '，',
    '。',
    '“',
    '”',
    '：',
    ' — ',
    '! ',
  );
  const around = fc.stringMatching(/^[x-z天地]{0,4}$/);

  it('between punctuation or spaces is always found', () => {
    fc.assert(
      fc.property(safeTerm, border, border, around, around, (term, left, right, before, after) => {
        const whole = `${before}${left}${term}${right}${after}`;
        const [match, ...others] = find(trieFor([term]), whole);
        expect(others).toEqual([]);
        expect(match && whole.slice(match.start, match.end)).toBe(term);
      }),
    );
  });

  it('is found unless a longer one that begins there is', () => {
    fc.assert(
      fc.property(terms, safeTerm, border, border, (list, term, left, right) => {
        const whole = `${left}${term}${right}`;
        const at = left.length;
        const found = find(trieFor([...new Set([...list, term])]), whole);
        expect(found.some(({ start, end }) => start === at && end >= at + term.length)).toBe(true);
      }),
    );
  });
});

/** The keys a page asks for: see words.ts. */
function keysOf({ length, hash, gap }: Tokens): Set<number> {
  const keys = new Set([partsKey]);
  for (let i = 0; i < length; i++) {
    keys.add(singleKey(hash[i]!));
    if (i > 0 && gap[i] !== APART) keys.add(pairKey(hash[i - 1]!, hash[i]!));
  }
  return keys;
}

it('a page finds with the forms it asked for what it would find with all', () => {
  fc.assert(
    fc.property(terms, cutText, (list, nodes) => {
      const vocabulary = vocabularyOf([...list, { text: 'cyber', language: 'en', match: { whole: false } }]);
      const tokens = tokensOf(nodes);
      const asked = formsBeginning(vocabulary, keysOf(tokens));
      expect(scan(tokens, nodes, trieOf(asked))).toEqual(scan(tokens, nodes, trieOf(allForms(vocabulary))));
    }),
  );
});

it('two texts that do not touch are matched as if each were alone', () => {
  fc.assert(
    fc.property(terms, text, text, (list, one, other) => {
      const trie = trieFor(list);
      const apart = ' — ; — ';
      const shift = one.length + apart.length;
      // Whether a line is in capitals is told by the words around.
      fc.pre(!list.some(isCommonWord));
      expect(find(trie, one + apart + other)).toEqual([
        ...find(trie, one),
        ...find(trie, other).map(({ term, start, end }) => ({
          term,
          start: start + shift,
          end: end + shift,
        })),
      ]);
    }),
  );
});
