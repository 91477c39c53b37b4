import { describe, expect, it } from 'vitest';
import { readHandbook } from '@/utils/handbook/read';
import { createPresenter } from '@/utils/services/present';

const handbook = readHandbook({
  format: 1,
  name: 'Words',
  departments: [{ id: 'sales', name: { en: 'Sales', 'zh-CN': '销售部' } }],
  concepts: [
    {
      id: 'delivery.sales',
      department: 'sales',
      terms: [
        { text: 'delivery', language: 'en', status: 'preferred' },
        { text: 'hand-over', language: 'en', status: 'deprecated', usedBy: 'sales' },
        { text: '交货', language: 'zh-CN' },
        { text: '交付', language: 'zh-CN', status: 'preferred' },
      ],
      definition: { en: 'The customer has signed.', 'zh-CN': '客户已签收。' },
      related: ['invoice', 'gone'],
      reviewed: '2026-01-01',
      reviewEvery: 30,
    },
    { id: 'invoice', terms: ['invoice', '发票'], definition: 'A bill.' },
    { id: 'old', terms: ['old'], definition: 'Was.', status: 'retired', insteadUse: 'invoice' },
  ],
}).handbook!;
const [delivery, invoice, old] = handbook.concepts;
const presenter = createPresenter(handbook, (concept) => concept === delivery);
const english = { languages: ['en'], today: '2026-01-31' };
const chinese = { languages: ['zh-CN'], today: '2026-02-01' };

describe('a meaning', () => {
  it('is named by the word that was met, with its counterpart beside it', () => {
    expect(presenter.meaning(delivery!, chinese, 'Delivery')).toMatchObject({
      term: { text: 'delivery', language: 'en' },
      counterpart: { text: '交付', language: 'zh-CN' },
      definition: { text: '客户已签收。', language: 'zh-CN' },
    });
  });
  it('is named by its preferred term in the language of a word it does not hold: a plural, another script', () => {
    expect(presenter.meaning(delivery!, english, 'deliveries').term.text).toBe('delivery');
    expect(presenter.meaning(delivery!, english, '交貨').term.text).toBe('交付');
  });
  it('is named in the reader’s language where no word was met', () => {
    expect(presenter.meaning(delivery!, chinese).term.text).toBe('交付');
  });
  it('tells its other terms, who uses them and which to avoid', () => {
    expect(presenter.meaning(delivery!, english, 'delivery').otherTerms).toEqual([
      { text: 'hand-over', language: 'en', status: 'deprecated', usedBy: 'Sales' },
      { text: '交货', language: 'zh-CN', status: 'admitted' },
    ]);
  });
  it('leaves out related concepts that do not exist', () => {
    expect(presenter.meaning(delivery!, english).related.map(({ concept }) => concept)).toEqual(['invoice']);
  });
  it('is overdue from the day after its last day', () => {
    expect(presenter.meaning(delivery!, english).reviewed).toEqual({ date: '2026-01-01', overdue: false });
    expect(presenter.meaning(delivery!, chinese).reviewed).toEqual({ date: '2026-01-01', overdue: true });
    expect(presenter.meaning(invoice!, chinese).reviewed).toBeUndefined();
  });
  it('names what to use instead once it is retired', () => {
    expect(presenter.meaning(old!, english).insteadUse).toEqual({
      concept: 'invoice',
      term: { text: 'invoice', language: 'en' },
    });
  });
});

it('names a department that the handbook lacks by its id', () => {
  expect(presenter.departmentName('hr', english)).toBe('hr');
  expect(presenter.departmentName('sales', chinese)).toBe('销售部');
});
