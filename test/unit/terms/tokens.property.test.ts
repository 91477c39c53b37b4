/** What holds of tokens for every text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HAN, SIGN, WORD } from '@/utils/terms/characters';
import { foldCode, narrow } from '@/utils/terms/fold';
import { APART, tokenise } from '@/utils/terms/tokens';
import { cutText, text, tokensOf } from './texts';

/** Any sequence of UTF-16 code units, lone surrogates too. */
const anything = fc
  .array(fc.oneof(fc.nat(0xffff), fc.integer({ min: 0xd800, max: 0xdfff }), fc.nat(0x7f)), { maxLength: 60 })
  .map((codes) => String.fromCharCode(...codes));

describe('tokens', () => {
  it('are made of any text, in order, each within it and none empty', () => {
    fc.assert(
      fc.property(anything, (whole) => {
        const { length, start, end, kind, gap, startNode, endNode } = tokenise(whole);
        let last = 0;
        for (let i = 0; i < length; i++) {
          expect(start[i]).toBeGreaterThanOrEqual(last);
          expect(end[i]).toBeGreaterThan(start[i]!);
          expect([WORD, HAN, SIGN]).toContain(kind[i]);
          expect([startNode[i], endNode[i]]).toEqual([0, 0]);
          last = end[i]!;
        }
        expect(last).toBeLessThanOrEqual(whole.length);
        if (length > 0) expect(gap[0]).toBe(APART);
      }),
      { numRuns: 1000 },
    );
  });

  it('leave out nothing but spaces, hyphens and what is invisible', () => {
    const meant = /[\p{L}\p{N}]/u;
    fc.assert(
      fc.property(anything, (whole) => {
        const { length, start, end } = tokenise(whole);
        const rest = [...whole];
        const covered = new Uint8Array(whole.length);
        for (let i = 0; i < length; i++) covered.fill(1, start[i], end[i]);
        let at = 0;
        for (const character of rest) {
          if (meant.test(character)) expect(covered[at], character.codePointAt(0)!.toString(16)).toBe(1);
          at += character.length;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are the same however the text is cut into nodes', () => {
    fc.assert(
      fc.property(cutText, (nodes) => {
        const [cut, whole] = [tokensOf(nodes), tokensOf([nodes.join('')])];
        expect(cut.length).toBe(whole.length);
        const offsets = nodes.map((_, i) => nodes.slice(0, i).join('').length);
        for (let i = 0; i < cut.length; i++) {
          expect([cut.hash[i], cut.gap[i], cut.kind[i]]).toEqual([
            whole.hash[i],
            whole.gap[i],
            whole.kind[i],
          ]);
          expect(offsets[cut.startNode[i]!]! + cut.start[i]!).toBe(whole.start[i]);
          expect(offsets[cut.endNode[i]!]! + cut.end[i]!).toBe(whole.end[i]);
        }
      }),
    );
  });

  it('have the hash of their folded text, wherever they stand', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const { length, hash, start, end, kind } = tokenise(whole);
        for (let i = 0; i < length; i++) {
          const alone = tokenise(whole.slice(start[i], end[i]).toLowerCase());
          fc.pre(whole.slice(start[i], end[i]).toLowerCase().length === end[i]! - start[i]!);
          expect(alone.length).toBe(1);
          if (kind[i] === WORD && /^[\x20-\x7e]+$/.test(whole.slice(start[i], end[i])))
            expect(alone.hash[0]).toBe(hash[i]);
        }
      }),
    );
  });
});

describe('folding', () => {
  it('folded once more is the same', () => {
    fc.assert(
      fc.property(fc.nat(0xffff), (code) => {
        expect(foldCode(foldCode(code))).toBe(foldCode(code));
        expect(narrow(narrow(code))).toBe(narrow(code));
        expect(foldCode(narrow(code))).toBe(foldCode(code));
      }),
      { numRuns: 5000 },
    );
  });
});
