import { describe, expect, it } from 'vitest';
import { buildSearch } from '@/utils/handbook/search/build';
import { search } from '@/utils/handbook/search/query';
import { matchOf, readings, texts } from './terms';

describe('pinyin', () => {
  it.each([
    ['jf', '交付'],
    ['jiaofu', '交付'],
    ['jiaof', '交付'],
    ['jfu', '交付'],
    ['jiao fu', '交付'],
    ['JF', '交付'],
    ['khzhl', '客户转化率'],
    ['khzh', '客户转化'],
    ['kehuzhuanhua', '客户转化'],
    ['hy', '行业'],
    ['hangye', '行业'],
    ['yh', '银行'],
    ['chongqingcang', '重庆仓'],
    ['cqc', '重庆仓'],
    ['zl', '重量'],
    ['lvsetongdao', '绿色通道'],
    ['lusetd', '绿色通道'],
    ['gmvzz', 'GMV增长'],
  ])('%s reads %s as a whole', (typed, text) => {
    expect(matchOf(typed, text)).toBe('pinyin');
  });

  it('knows the beginning from a part', () => {
    expect(matchOf('kh', '客户转化率')).toBe('pinyin-prefix');
    expect(matchOf('zhl', '客户转化率')).toBe('pinyin-part');
    expect(texts('zhl').indexOf('转化率')).toBeLessThan(texts('zhl').indexOf('客户转化率'));
    expect(matchOf('j', '交付')).toBe('pinyin-prefix');
  });

  it('prefers whole readings, or initials, to a mixture of both', () => {
    const two = buildSearch(
      ['下奶', '西安', '先'].map((text, concept) => ({ text, language: 'zh-CN', concept })),
      { readings },
    );
    const read = (typed: string) => search(two, typed).map(({ text }) => text);
    expect(read('xian')).toEqual(['先', '西安', '下奶']);
    expect(read('xi an')).toEqual(['西安']);
    expect(read("xi'an")).toEqual(['西安']);
    expect(read('xia n')).toEqual(['下奶']);
  });

  it('mixes with what is written', () => {
    expect(texts('GMV zz')).toEqual(['GMV增长']);
    expect(texts('交fu')).toContain('交付');
    expect(texts('转化l')).toContain('转化率');
  });

  it('ranks after words that are written so', () => {
    const both = buildSearch(
      [
        { text: '交付', language: 'zh-CN', concept: 1 },
        { text: 'JF meeting', language: 'en', concept: 2 },
      ],
      { readings },
    );
    expect(search(both, 'jf').map(({ concept }) => concept)).toEqual([2, 1]);
  });

  it('passes over signs and spaces in the text, and takes its letters as they are', () => {
    const signs = buildSearch(
      ['交付/日期', 'A/B测试', '第 3 季度'].map((text, concept) => ({ text, language: 'zh-CN', concept })),
      { readings },
    );
    expect(search(signs, 'jfrq')).toMatchObject([{ text: '交付/日期', match: 'pinyin' }]);
    expect(search(signs, 'abcs')).toMatchObject([{ text: 'A/B测试', match: 'pinyin' }]);
    expect(search(signs, 'd3jd')).toMatchObject([{ text: '第 3 季度', match: 'pinyin' }]);
  });

  it('reads a syllable typed twice', () => {
    const twice = buildSearch(
      ['谢意', '谢谢'].map((text, concept) => ({ text, language: 'zh-CN', concept })),
      { readings },
    );
    expect(search(twice, 'xie xie')).toMatchObject([{ text: '谢谢', match: 'pinyin' }]);
  });

  it('does not read what was typed with signs', () => {
    expect(texts('j&f')).not.toContain('交付');
  });

  it('does not take letters for the wrong characters', () => {
    expect(texts('jfx')).not.toContain('交付');
    expect(texts('jaofu')).not.toContain('行业');
    expect(matchOf('fj', '交付')).toBeUndefined();
  });
});
