import { describe, expect, it } from 'vitest';
import { readHandbook } from '@/utils/handbook/read';
import { type Evidence, rank } from '@/utils/terms/meaning';

const { handbook } = readHandbook({
  format: 1,
  name: 'Test',
  departments: [
    { id: 'sales', name: 'Sales' },
    { id: 'rnd', name: { en: 'R&D', 'zh-CN': '研发部' } },
  ],
  concepts: ['sales', 'rnd'].map((department) => ({
    id: `launch.${department}`,
    department,
    terms: ['launch'],
    definition: 'd',
  })),
});
const ranked = (text: string, more: Partial<Evidence> = {}) =>
  rank(handbook!.concepts, { text, speakers: [], url: '', title: '', others: [], ...more }, handbook!);

describe('a department named near by', () => {
  it.each([
    'Sales says the launch is late.',
    'Salesforce shows it, but Sales says the launch is late.',
    'Wholesales and presales: Sales.',
  ])('leads with its meaning: %s', (text) => {
    expect(ranked(text)).toMatchObject({ certain: true, why: { kind: 'named', department: 'sales' } });
  });
  it.each(['Salesforce shows the launch.', 'sales are up', 'the R&DX lab'])('is not named: %s', (text) => {
    expect(ranked(text)).toMatchObject({ certain: false, why: { kind: 'unknown' } });
  });
  it('is named in Chinese inside a sentence', () => {
    expect(ranked('听研发部说上线晚了')).toMatchObject({ why: { kind: 'named', department: 'rnd' } });
  });
});
