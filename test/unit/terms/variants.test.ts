import { describe, expect, it } from 'vitest';
import { EXACT, PART, WORDLIKE } from '@/utils/terms/form';
import { hanScripts } from '@/utils/terms/han-scripts';
import { formsOf, isAcronym } from '@/utils/terms/variants';

const english = (text: string) => formsOf({ text, language: 'en' }, () => []).map(({ text }) => text);
const chinese = hanScripts();

describe('an acronym', () => {
  it.each(['GMV', 'R&D', 'B2B', 'O2O', 'A/B', 'C++', 'ＳＬＡ', '5G'])('is %s', (text) => {
    expect(isAcronym(text)).toBe(true);
  });
  it.each(['SaaS', 'iOS', 'Gmv', 'DELIVERY', '24', 'T 1', '交付', 'GMV增长'])('is not %s', (text) => {
    expect(isAcronym(text)).toBe(false);
  });
  it('matches by case unless its term says otherwise, and a word in any case', () => {
    const flags = (text: string, match?: { case?: boolean; whole?: boolean; near: []; never: [] }) =>
      formsOf({ text, language: 'en', match }, () => [])[0]!.flags;
    expect(flags('GMV')).toBe(EXACT);
    expect(flags('IT')).toBe(EXACT | WORDLIKE);
    expect(flags('IT', { case: false, near: [], never: [] })).toBe(0);
    expect(flags('GMV', { case: false, near: [], never: [] })).toBe(0);
    expect(flags('delivery')).toBe(0);
    expect(flags('Go', { case: true, near: [], never: [] })).toBe(EXACT);
    expect(flags('cyber', { whole: false, near: [], never: [] })).toBe(PART);
  });
});

describe('forms', () => {
  it.each([
    ['delivery', ['delivery', 'deliveries']],
    ['lead time', ['lead time', 'lead times']],
    ['analysis', ['analysis', 'analyses']],
    ['SLA', ['SLA', 'SLAs']],
    ['DevOps', ['DevOps']],
    ['goods', ['goods']],
    ['e-mail', ['e-mail', 'e-mails', 'email', 'emails']],
    ['A/B test', ['A/B test', 'A/B tests']],
    ['  net   revenue ', ['net revenue', 'net revenues']],
  ])('of %s', (text, forms) => {
    expect(english(text)).toEqual(forms);
  });

  it('of a Chinese term are both scripts, in all they are written', () => {
    const forms = formsOf({ text: '灰度发布', language: 'zh-CN' }, chinese).map(({ text }) => text);
    expect(forms).toEqual(expect.arrayContaining(['灰度发布', '灰度發佈', '灰度發布']));
    expect(formsOf({ text: '客戶', language: 'zh-Hant' }, chinese).map(({ text }) => text)).toContain('客户');
  });
});
