import { describe, expect, it } from 'vitest';
import { buildSearch } from '@/utils/handbook/search/build';
import { search } from '@/utils/handbook/search/query';
import { found, readings, texts } from './terms';

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
