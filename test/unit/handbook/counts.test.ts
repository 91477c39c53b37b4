import { expect, it } from 'vitest';
import { concept } from '@/test/fixtures/handbooks';
import { countsOf } from '@/utils/handbook/counts';
import { readHandbook } from '@/utils/handbook/read';

it('counts a term as contested where two concepts in use carry it, in any case or width but of capitals', () => {
  const { handbook } = readHandbook({
    format: 1,
    name: 'Test',
    concepts: [
      { ...concept('a'), terms: ['Lead', 'LEAD', 'own'] },
      { ...concept('b'), terms: ['ｌｅａｄ', '交付'] },
      { ...concept('c'), terms: ['交付'] },
      { ...concept('d'), terms: ['own'], status: 'retired' },
      { ...concept('e'), terms: ['SAFe', 'AM'] },
      { ...concept('f'), terms: ['safe', 'am'] },
    ],
  });
  expect(countsOf(handbook!)).toEqual({ concepts: 5, contested: 2, departments: 0, projects: 0 });
});
