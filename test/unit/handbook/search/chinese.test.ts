import * as OpenCC from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { buildSearch } from '@/utils/handbook/search/build';
import { search } from '@/utils/handbook/search/query';
import { found, matchOf, readings, texts } from './terms';

describe('Chinese', () => {
  it('finds what begins so and what holds it', () => {
    expect(texts('词汇')).toEqual(['词汇', '词汇表']);
    expect(texts('转化')).toEqual(['转化率', '客户转化', '客户转化率']);
    expect(matchOf('转化', '客户转化率')).toBe('word');
    expect(texts('日期')).toEqual(['交付日期']);
    expect(texts('交')).toEqual(['交付', '交付日期']);
  });

  it('finds characters in another order', () => {
    expect(matchOf('率转化', '转化率')).toBe('words');
  });

  it('comes near with a wrong, a missing or an additional character', () => {
    expect(found('交附日期')[0]).toMatchObject({ text: '交付日期', match: 'near' });
    expect(found('交错日期')[0]).toMatchObject({ text: '交付日期', match: 'near' });
    expect(texts('交日期')[0]).toBe('交付日期');
    expect(found('交付的日期')[0]).toMatchObject({ text: '交付日期', match: 'near' });
  });

  it('prefers the character of the same reading where two come near', () => {
    // The index knows readings of its own characters only, so one entry must hold the wrong one.
    const more = buildSearch(
      ['交通', '交付', '交易', '附件'].map((text, concept) => ({ text, language: 'zh-CN', concept })),
      { readings },
    );
    expect(search(more, '交附')[0]).toMatchObject({ text: '交付', match: 'near' });
  });

  it('takes traditional for simplified and the reverse where told how to fold', () => {
    const fold = OpenCC.Converter({ from: 't', to: 'cn' });
    const folded = buildSearch(
      [
        { text: '轉化率', language: 'zh-TW', concept: 1 },
        { text: '词汇表', language: 'zh-CN', concept: 2 },
      ],
      { readings, fold },
    );
    expect(search(folded, '转化', { fold })[0]).toMatchObject({
      text: '轉化率',
      concept: 1,
      match: 'prefix',
    });
    expect(search(folded, '詞彙', { fold })[0]).toMatchObject({
      text: '词汇表',
      concept: 2,
      match: 'prefix',
    });
    expect(search(folded, 'zhl', { fold })[0]).toMatchObject({ text: '轉化率', match: 'pinyin' });
  });
});
