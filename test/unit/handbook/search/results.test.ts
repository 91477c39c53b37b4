import { describe, expect, it } from 'vitest';
import { buildSearch, searchBuilder } from '@/utils/handbook/search/build';
import { search } from '@/utils/handbook/search/query';
import { readings, texts } from './terms';

describe('results', () => {
  it('gives a concept once, by its best term', () => {
    const terms = ['conversion rate', 'conversion', '转化', '转化率'];
    const one = buildSearch(
      terms.map((text) => ({ text, language: 'en', concept: 7 })),
      { readings },
    );
    expect(search(one, 'conv')).toMatchObject([{ concept: 7, text: 'conversion' }]);
    expect(search(one, '转化')).toMatchObject([{ concept: 7, text: '转化' }]);
  });

  it('finds a concept beside one of very many terms', () => {
    const terms = Array.from({ length: 150 }, (_, i) => ({ text: `term ${i}`, language: 'en', concept: 1 }));
    const crowded = buildSearch([...terms, { text: 'terms of delivery', language: 'en', concept: 2 }], {
      readings,
    });
    expect(search(crowded, 'term').map(({ concept }) => concept)).toEqual([1, 2]);
  });

  it('gives every concept of a contested term', () => {
    const two = buildSearch(
      [3, 4].map((concept) => ({ text: '交付', language: 'zh-CN', concept })),
      { readings },
    );
    expect(search(two, 'jf').map(({ concept }) => concept)).toEqual([3, 4]);
  });

  it('gives eight if not told how many, and as many as told', () => {
    const many = buildSearch(
      Array.from({ length: 40 }, (_, concept) => ({ text: `term ${concept}`, language: 'en', concept })),
      { readings },
    );
    expect(search(many, 'term')).toHaveLength(8);
    expect(search(many, 'term', { limit: 25 })).toHaveLength(25);
    expect(search(many, 'term', { limit: 0 })).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(texts('')).toEqual([]);
    expect(texts(' \n\u3000')).toEqual([]);
    expect(search(buildSearch([], { readings }), 'margin')).toEqual([]);
  });
});

describe('a large handbook', () => {
  it('finds the short and the exact among thousands that begin or stand so', () => {
    const many = Array.from({ length: 9_000 }, (_, i) => `s${i.toString(36).padStart(5, '0')} s`);
    const large = buildSearch(
      [...many, 's', 'a s', 'so'].map((text, concept) => ({ text, language: 'en', concept })),
      { readings },
    );
    expect(search(large, 's', { limit: 3 }).map(({ text, match }) => [text, match])).toEqual([
      ['s', 'exact'],
      ['so', 'prefix'],
      ['s00000 s', 'prefix'],
    ]);
    // And leaves nothing behind for the next one.
    expect(search(large, 'a s', { limit: 1 })[0]).toMatchObject({ text: 'a s', match: 'exact' });
    expect(search(large, 'so', { limit: 1 })[0]).toMatchObject({ text: 'so', match: 'exact' });
  });

  it('is built in slices, to the same index', () => {
    const builder = searchBuilder(
      Array.from({ length: 3_000 }, (_, concept) => ({
        text: `交付 ${concept}`,
        language: 'zh-CN',
        concept,
      })),
      { readings },
    );
    let slices = 0;
    let step = builder.next();
    while (!step.done) {
      slices++;
      step = builder.next();
    }
    expect(slices).toBeGreaterThan(6);
    expect(search(step.value, 'jf 2999')).toMatchObject([{ text: '交付 2999' }]);
  });
});
