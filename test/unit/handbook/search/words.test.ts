import { describe, expect, it } from 'vitest';
import { english, found, matchOf, texts } from './terms';

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
