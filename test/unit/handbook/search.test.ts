import * as OpenCC from 'opencc-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSearch, searchBuilder } from '@/utils/handbook/search/build';
import { search } from '@/utils/handbook/search/query';
import { loadReadings } from '@/utils/handbook/search/readings';
import type { Readings, SearchEntry, SearchIndex } from '@/utils/handbook/search/shape';

const english = [
  'gross margin',
  'margin',
  'net margin',
  'marginal cost',
  'retention',
  'retention rate',
  'conversion',
  'conversion rate',
  'churn rate',
  'delivery',
  'deliverable',
  'lead time',
  'lead',
  'R&D',
  'e-mail campaign',
  'go-live',
  'C++ client',
  'GMV',
  'SLA',
  'Café',
];
const chinese = [
  '交付',
  '交付日期',
  '转化率',
  '客户转化率',
  '客户转化',
  'GMV增长',
  '行业',
  '银行',
  '重庆仓',
  '重量',
  '词汇',
  '词汇表',
  '灰度发布',
  '绿色通道',
  '缴费',
];
const entries: SearchEntry[] = [
  ...english.map((text) => ({ text, language: 'en' })),
  ...chinese.map((text) => ({ text, language: 'zh-CN' })),
].map((entry, concept) => ({ ...entry, concept }));

let readings: Readings;
let index: SearchIndex;
beforeAll(async () => {
  readings = await loadReadings();
  index = buildSearch(entries, { readings });
});

const found = (query: string) => search(index, query, { limit: 100 });
const texts = (query: string) => found(query).map(({ text }) => text);
const matchOf = (query: string, text: string) => found(query).find((result) => result.text === text)?.match;

describe('words', () => {
  it('finds what is typed in full, and says that it is it', () => {
    expect(found('margin')[0]).toMatchObject({ text: 'margin', language: 'en', match: 'exact', score: 0 });
    expect(found('margin')[0]?.concept).toBe(english.indexOf('margin'));
  });

  it('ranks the whole before the beginning, that before a word, the shorter first', () => {
    expect(texts('margin').slice(0, 4)).toEqual(['margin', 'marginal cost', 'net margin', 'gross margin']);
    expect(matchOf('margin', 'marginal cost')).toBe('prefix');
    expect(matchOf('margin', 'gross margin')).toBe('word');
    expect(texts('conv')).toEqual(['conversion', 'conversion rate']);
  });

  it('finds what stands inside of a word', () => {
    expect(matchOf('tention', 'retention')).toBe('infix');
    expect(matchOf('argin', 'gross margin')).toBe('infix');
  });

  it('takes words in any order and begun', () => {
    expect(texts('rate conversion')).toEqual(['conversion rate']);
    expect(matchOf('rate conversion', 'conversion rate')).toBe('words');
    expect(texts('gr mar')).toEqual(['gross margin']);
    expect(matchOf('gross mar', 'gross margin')).toBe('prefix');
  });

  it('does not mind case, width, accents and white space', () => {
    expect(found('ＧＭＶ')[0]).toMatchObject({ text: 'GMV', match: 'exact' });
    expect(found('  Lead \u3000 TIME ')[0]).toMatchObject({ text: 'lead time', match: 'exact' });
    expect(found('cafe')[0]).toMatchObject({ text: 'Café', match: 'exact' });
    expect(found('CAFÉ')[0]).toMatchObject({ text: 'Café', match: 'exact' });
  });

  it('finds words written with signs, with them or without', () => {
    expect(found('r&d')[0]).toMatchObject({ text: 'R&D', match: 'exact' });
    expect(matchOf('rd', 'R&D')).toBe('word');
    expect(texts('email')).toContain('e-mail campaign');
    expect(texts('e mail')).toContain('e-mail campaign');
    expect(texts('golive')).toContain('go-live');
    expect(texts('c++')[0]).toBe('C++ client');
    expect(texts('+')).toEqual(['C++ client']);
    expect(matchOf('lead, time', 'lead time')).toBe('words');
  });
});

describe('errors in typing', () => {
  it.each([
    ['retenion', 'retention'],
    ['conversoin', 'conversion'],
    ['conversoi', 'conversion'],
    ['retemtion', 'retention'],
    ['delliver', 'delivery'],
    ['gvm', 'GMV'],
    ['retne', 'retention'],
    ['lead tiem', 'lead time'],
    ['conversoin rtae', 'conversion rate'],
  ])('%s comes near to %s', (typed, text) => {
    expect(found(typed)[0]).toMatchObject({ text, match: 'near' });
  });

  it('finds the nearest when a word is not in the handbook', () => {
    expect(found('quarterly churn')[0]).toMatchObject({ text: 'churn rate', match: 'near' });
  });

  const near = (terms: readonly string[], typed: string, limit = 8) =>
    search(
      buildSearch(
        terms.map((text, concept) => ({ text, language: 'en', concept })),
        { readings },
      ),
      typed,
      { limit },
    ).map(({ text }) => text);

  it('holds three letters against whole words only', () => {
    expect(near(['gemstone', 'gems', 'gum tree', 'GMV'], 'gvm')).toEqual(['GMV', 'gum tree']);
  });

  it('takes a word missed for less than two short ones mistaken', () => {
    expect(near(['good continuation', 'cost of living'], 'cost of goods')).toEqual([
      'cost of living',
      'good continuation',
    ]);
  });

  it('takes a long word missed for worse than a short one', () => {
    expect(near(['personal data', 'delivery'], 'delivery dat')).toEqual(['delivery', 'personal data']);
    expect(near(['customer delivery', 'customer'], 'customer xyz')).toEqual([
      'customer',
      'customer delivery',
    ]);
  });

  it('asks for half of the words at least, not counting the shortest', () => {
    expect(near(['annual report', 'annual churn of users'], 'quarterly revenue churn')).toEqual([]);
    expect(near(['of course'], 'of goods')).toEqual([]);
  });

  it('puts what is more alike first, and of that the shorter', () => {
    expect(near(['detention', 'retention'], 'retenion')).toEqual(['retention', 'detention']);
    expect(near(['a b conversion', 'conversion'], 'conversoin')).toEqual(['conversion', 'a b conversion']);
    expect(near(['operating margin', 'net marginalisation'], 'margin')).toEqual([
      'net marginalisation',
      'operating margin',
    ]);
    expect(near(['rate of conversion', 'rate the conversion', 'conversion rate'], 'rate conversion')).toEqual(
      ['conversion rate', 'rate of conversion', 'rate the conversion'],
    );
    expect(near(['my late delivery', 'delivery'], 'xx delivary')).toEqual(['delivery', 'my late delivery']);
  });

  it('of many that come near, takes those that are about as long', () => {
    const short = Array.from({ length: 300 }, (_, i) => `late ${i}`);
    const long = Array.from({ length: 300 }, (_, i) => `late deliveries of the year before ${i}`);
    expect(near([...short, 'late swallows', ...long], 'late nightingale', 200)).toContain('late swallows');
  });

  it('adds what is near to a long word that was found, not to a short one', () => {
    expect(near(['retention', 'detention', 'extension'], 'retention')).toEqual(['retention', 'detention']);
    expect(near(['lead', 'load'], 'lead')).toEqual(['lead']);
    expect(near(['灰度', '回度'], '灰度')).toEqual(['灰度']);
  });

  it('finds nothing where nothing is near', () => {
    expect(texts('xylophone')).toEqual([]);
    expect(texts('qz')).toEqual([]);
    expect(texts('犇')).toEqual([]);
  });
});

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
