import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSearch } from '@/utils/handbook/search/build';
import { search } from '@/utils/handbook/search/query';
import { loadReadings } from '@/utils/handbook/search/readings';
import type { Readings, SearchIndex } from '@/utils/handbook/search/shape';
import { fold } from '@/utils/handbook/search/tokens';

let readings: Readings;
beforeAll(async () => {
  readings = await loadReadings();
});

const build = (texts: readonly string[]): SearchIndex =>
  buildSearch(
    texts.map((text, concept) => ({ text, language: 'en', concept })),
    { readings },
  );

/** What terms are made of; few letters, so that they have much in common. */
const word = fc.string({
  unit: fc.constantFrom(
    ...'aabbcdeo',
    ...'交付日期转化率重行',
    ...'07',
    '&',
    '-',
    '+',
    ' ',
    'Ｇ',
    'é',
    'T',
    '。',
  ),
  minLength: 1,
  maxLength: 12,
});
const terms = fc.array(word, { minLength: 1, maxLength: 40 });
const anything = fc.string({ unit: 'binary', maxLength: 60 });
const query = fc.oneof(word, anything, fc.string({ unit: fc.constantFrom(...'jfzhlaoiuv '), maxLength: 40 }));

const finds = (index: SearchIndex, typed: string, concept: number) =>
  search(index, typed, { limit: 1_000 }).some((result) => result.concept === concept);

describe('search', () => {
  it('finds every text by itself, as exact, and by its beginnings', () => {
    fc.assert(
      fc.property(terms, fc.nat(), (texts, choice) => {
        const index = build(texts);
        const concept = choice % texts.length;
        const folded = fold(texts[concept]!);
        fc.pre(folded !== '');
        const whole = search(index, texts[concept]!, { limit: 1_000 });
        expect(whole.find((result) => result.concept === concept)?.match).toBe('exact');
        expect(whole[0]?.score).toBe(0);
        for (let end = 1; end < folded.length; end++) {
          const beginning = folded.slice(0, end);
          if (beginning.trim()) expect(finds(index, beginning, concept), beginning).toBe(true);
        }
      }),
    );
  });

  it('finds any text of Unicode by itself', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 10 }), (texts) => {
        const index = build(texts);
        texts.forEach((text, concept) => {
          if (fold(text)) expect(finds(index, text, concept)).toBe(true);
        });
      }),
    );
  });

  it('finds Chinese by any part of it', () => {
    const han = fc.string({ unit: fc.constantFrom(...'交付日期转化率重行'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(han, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        (texts, from, length) => {
          const index = build(texts);
          texts.forEach((text, concept) => {
            const start = from % text.length;
            const part = text.slice(start, start + 1 + (length % (text.length - start)));
            expect(finds(index, part, concept), part).toBe(true);
          });
        },
      ),
    );
  });

  it('finds Chinese by initials and by readings of its beginning, whichever reading is taken', () => {
    const han = fc.string({ unit: fc.constantFrom(...'交付日期转化率重行绿'), minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(
        han,
        fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
        fc.nat(),
        (text, choices, end) => {
          const index = build([text]);
          const typed = [...text].slice(0, 2 + (end % (text.length - 1))).map((char, i) => {
            const [reading, whole] = choices.slice(i * 2);
            const known = readings(char);
            const chosen = known[reading! % known.length]!;
            return whole! % 2 ? chosen : chosen.slice(0, 1);
          });
          expect(finds(index, typed.join(''), 0), typed.join('')).toBe(true);
        },
      ),
    );
  });

  it('finds a word of six letters or more with one error', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 6, maxLength: 20 });
    const error = fc.constantFrom(
      (text: string, at: number) => text.slice(0, at) + text.slice(at + 1),
      (text: string, at: number) => `${text.slice(0, at)}x${text.slice(at)}`,
      (text: string, at: number) => `${text.slice(0, at)}x${text.slice(at + 1)}`,
      (text: string, at: number) =>
        text.slice(0, at) + (text[at + 1] ?? '') + text.slice(at, at + 1) + text.slice(at + 2),
    );
    fc.assert(
      fc.property(
        letters,
        fc.array(letters, { maxLength: 8 }),
        error,
        fc.nat(),
        (text, others, err, choice) => {
          const index = build([text, ...others]);
          const typed = err(text, choice % text.length);
          const results = search(index, typed, { limit: 1_000 });
          const better = results.some(({ match }) => match !== 'near');
          if (!better) expect(results.map(({ concept }) => concept)).toContain(0);
        },
      ),
    );
  });

  it('never throws, sorts by score and gives a concept once', () => {
    fc.assert(
      fc.property(terms, query, fc.integer({ min: -1, max: 30 }), (texts, typed, limit) => {
        const results = search(build(texts), typed, { limit });
        const scores = results.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => a - b));
        expect(scores.every((score) => score >= 0 && score < 1)).toBe(true);
        expect(new Set(results.map(({ concept }) => concept)).size).toBe(results.length);
        expect(results.length).toBeLessThanOrEqual(Math.max(0, limit));
        for (const { concept, text } of results) expect(texts[concept]).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('answers alike after the index was stored and read back, and again on the same index', () => {
    fc.assert(
      fc.property(terms, fc.array(query, { maxLength: 6 }), (texts, queries) => {
        const index = build(texts);
        const clone = structuredClone(index);
        for (const typed of queries) {
          const results = search(index, typed);
          expect(search(clone, typed)).toEqual(results);
          expect(search(index, typed)).toEqual(results);
        }
      }),
    );
  });
});
