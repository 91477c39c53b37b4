import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localise, primary } from '@/utils/handbook/localise';

describe('localise', () => {
  const text = { en: 'Lead', 'zh-CN': '线索', 'zh-Hant': '線索' };
  it.each([
    [['zh-CN'], '线索', 'zh-CN'],
    [['ZH-cn'], '线索', 'zh-CN'],
    [['zh-Hant'], '線索', 'zh-Hant'],
    [['zh-HK', 'en'], '线索', 'zh-CN'],
    [['en-GB'], 'Lead', 'en'],
    [['fr', 'en'], 'Lead', 'en'],
    [['fr'], 'Lead', 'en'],
    [[], 'Lead', 'en'],
  ])('%j reads %s', (languages, expected, language) => {
    expect(localise(text, languages, 'en')).toEqual({ text: expected, language });
  });

  it('says that a plain text is in the main language', () => {
    expect(localise('Lead', ['zh-CN'], 'en')).toEqual({ text: 'Lead', language: 'en' });
  });

  it('takes no inherited property for a text', () => {
    expect(localise({ en: 'Lead' }, ['constructor', 'toString'], 'en')).toEqual({
      text: 'Lead',
      language: 'en',
    });
  });

  const tag = fc.stringMatching(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/);
  it('gives one of the texts there are, with its own language, whatever is asked for', () => {
    const texts = fc.dictionary(tag, fc.string({ minLength: 1 }), { minKeys: 1 });
    fc.assert(
      fc.property(texts, fc.array(fc.oneof(tag, fc.string())), tag, (texts, languages, main) => {
        const { text, language } = localise(texts, languages, main);
        expect(Object.entries(texts)).toContainEqual([language, text]);
      }),
    );
  });

  it('prefers a language read better over one read worse', () => {
    const texts = fc.dictionary(tag, fc.string({ minLength: 1 }), { minKeys: 1 });
    fc.assert(
      fc.property(texts, fc.array(tag, { minLength: 1 }), (texts, languages) => {
        const { language } = localise(texts, languages, 'en');
        const rank = (tag: string) => languages.findIndex((wanted) => primary(wanted) === primary(tag));
        const best = Object.keys(texts)
          .map(rank)
          .filter((index) => index >= 0)
          .sort((a, b) => a - b)[0];
        if (best !== undefined) expect(rank(language)).toBe(best);
      }),
    );
  });
});
