import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idCount, idFrom, idsIn, readId } from '@/utils/requests/id';

const number = fc.integer({ min: 0, max: idCount - 1 });
const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

describe('the id of a request', () => {
  it('looks as people know it', () => {
    expect(idFrom(0)).toBe('CG-1111-1');
    fc.assert(
      fc.property(number, (drawn) => {
        expect(idFrom(drawn)).toMatch(/^CG-[1-9A-HJKMNP-TV-Z]{4}-[1-9A-HJKMNP-TV-Z]$/);
      }),
    );
  });

  it('is another one for each number', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(idFrom(a) === idFrom(b)).toBe(a === b);
      }),
    );
  });

  it.each([['cg-1111-1'], ['CG 1111 1'], ['ＣＧ－１１１１－１'], ['CG–1111–1'], ['CG1111 1'], ['CG-IlI1-l']])(
    'is read from %s',
    (typed) => {
      expect(readId(typed)).toBe('CG-1111-1');
    },
  );

  it.each([[''], ['CG'], ['CG-1111'], ['CG-1111-11'], ['XG-1111-1'], ['CG-0000-0'], ['CG-11 11-2']])(
    'is not %j',
    (typed) => {
      expect(readId(typed)).toBeNull();
    },
  );

  it('is noticed to be wrong where one character is another, or two changed places', () => {
    const plain = (text: string) => text.replace(/[IL]/g, '1').replace(/U/g, 'V');
    fc.assert(
      fc.property(
        number,
        fc.constantFrom(3, 4, 5, 6, 8),
        fc.constantFrom(3, 4, 5, 6, 8),
        fc.constantFrom(...characters),
        (drawn, at, other, character) => {
          const id = idFrom(drawn);
          const wrong = id.slice(0, at) + character + id.slice(at + 1);
          expect(readId(wrong)).toBe(plain(wrong) === id ? id : null);
          const letters = [...id];
          [letters[at], letters[other]] = [letters[other]!, letters[at]!];
          const swapped = letters.join('');
          expect(readId(swapped)).toBe(swapped === id ? id : null);
        },
      ),
    );
  });
});

describe('ids in a text', () => {
  it('are found where they stand, next to Han characters too', () => {
    const id = idFrom(123_456);
    const text = `Re: [${id}] 交付，见${id}。`;
    expect(idsIn(text)).toEqual([
      { id, start: 5, end: 14 },
      { id, start: text.lastIndexOf(id), end: text.lastIndexOf(id) + 9 },
    ]);
  });

  it('are not part of a longer word, and not wrong', () => {
    const id = idFrom(123_456);
    expect(idsIn(`X${id} ${id}7 ${id.slice(0, -1)}0`)).toEqual([]);
  });

  it('are found in any text they are put into', () => {
    const around = fc.string({ unit: 'grapheme' }).map((text) => `${text} `);
    fc.assert(
      fc.property(number, around, around, (drawn, before, after) => {
        const id = idFrom(drawn);
        const found = idsIn(`${before}${id} ${after}`);
        expect(found).toContainEqual({ id, start: before.length, end: before.length + id.length });
      }),
    );
  });
});
