import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { inUse } from '@/test/fixtures/in-use';
import { readHandbook } from '@/utils/handbook/read';
import { loadReadings } from '@/utils/handbook/search/readings';
import type { Readings } from '@/utils/handbook/search/shape';
import type { Found } from '@/utils/messages/context';
import type { InUse } from '@/utils/services/in-use';
import type { Reading } from '@/utils/services/present';
import { createHandbookSearch } from '@/utils/services/search-handbook';
import { simplifier } from '@/utils/terms/han-scripts';

const file = fileURLToPath(new URL('../../../public/sample-handbook.json', import.meta.url));
const sample = readHandbook(JSON.parse(readFileSync(file, 'utf8'))).handbook!;

let readings: Readings;
let used: InUse;
let reader: Reading;
let search: ReturnType<typeof createHandbookSearch>;
const loaded = vi.fn(async () => readings);
beforeAll(async () => {
  readings = await loadReadings();
});
beforeEach(() => {
  used = inUse(sample, { readings, fold: simplifier() });
  reader = { languages: ['en'], today: '2026-11-24' };
  loaded.mockClear();
  search = createHandbookSearch({
    inUse: async () => used,
    reader: async () => reader,
    simplified: simplifier(),
    readings: loaded,
    now: () => Date.parse('2026-11-24T11:00:00+08:00'),
  });
});

const nameOf = (found: Found): string => {
  switch (found.kind) {
    case 'concept':
      return `concept ${found.hit.concept}`;
    case 'department':
      return `department ${found.who.department.id}`;
    case 'project':
      return `project ${found.id}`;
    case 'document':
      return `document ${found.url}`;
  }
};
const names = async (query: string, limit = 8) => (await search(query, limit)).map(nameOf);

describe('one list of all', () => {
  it.each([
    ['Finance', 'department finance'],
    ['finnance', 'department finance'],
    ['财务部', 'department finance'],
    ['財務部', 'department finance'],
    ['caiwubu', 'department finance'],
    ['cwb', 'department finance'],
    ['Campaign desk', 'department marketing'],
    ['halve', 'project halve-returns'],
    ['tdsd', 'project desk-lamp-3'],
    ['launch calendar', 'document https://docs.example.com/desk-lamp-3/calendar'],
    ['上市日历', 'document https://docs.example.com/desk-lamp-3/calendar'],
    ['上市日曆', 'document https://docs.example.com/desk-lamp-3/calendar'],
  ])('begins with what is meant by %s', async (query, name) => {
    expect((await names(query))[0]).toBe(name);
  });
  it('has names before terms that fit alike', async () => {
    used = inUse(
      readHandbook({
        format: 1,
        name: 'Own',
        departments: [{ id: 'launch', name: 'Launch' }],
        concepts: [{ id: 'launch', terms: ['launch', 'launch date'], definition: 'Meaning.' }],
        projects: [{ id: 'launch', name: 'Launch', goal: 'Goal.' }],
      }).handbook!,
    );
    expect(await names('launch')).toEqual(['department launch', 'project launch', 'concept launch']);
  });
  it('has both where both fit', async () => {
    const found = await names('return', 40);
    expect(found.some((name) => name.startsWith('concept return'))).toBe(true);
    expect(found).toEqual(
      expect.arrayContaining([
        'project halve-returns',
        'document https://docs.example.com/halve-returns/reasons',
      ]),
    );
    const finance = await names('finance', 20);
    expect(finance[0]).toBe('department finance');
    expect(finance.some((name) => name.startsWith('concept'))).toBe(true);
  });
  it('is no longer than asked for, and empty where nothing comes near', async () => {
    expect(await names('a', 3)).toHaveLength(3);
    expect(await names('qqqqqqqq')).toEqual([]);
    expect(await names('  ')).toEqual([]);
  });
  it('is in the reader’s language, whichever it was asked in', async () => {
    reader = { ...reader, languages: ['zh-CN'] };
    const [department] = await search('Finance', 1);
    expect(department).toMatchObject({
      kind: 'department',
      who: { department: { name: '财务部' }, purpose: { language: 'zh-CN' }, hours: { open: true } },
    });
    expect(await search('launch calendar', 1)).toEqual([
      {
        kind: 'document',
        title: { text: '上市日历', language: 'zh-CN' },
        url: 'https://docs.example.com/desk-lamp-3/calendar',
        project: { text: '台灯三代春季上市', language: 'zh-CN' },
      },
    ]);
  });
});

it('documents are found by those only who may read them', async () => {
  const { handbook } = readHandbook({
    format: 1,
    name: 'Own',
    projects: [
      {
        id: 'p',
        name: 'P',
        goal: 'Goal.',
        documents: [
          { title: 'Salaries', url: 'https://docs.example.com/1', audience: ['finance'] },
          { title: 'Salaries, public', url: 'https://docs.example.com/2' },
        ],
      },
    ],
  });
  used = inUse(handbook!);
  expect(await names('salaries')).toEqual(['document https://docs.example.com/2']);
  expect(await names('salaries', 1)).toEqual(['document https://docs.example.com/2']);
  reader = { ...reader, department: 'finance' };
  expect(await names('salaries')).toEqual([
    'document https://docs.example.com/1',
    'document https://docs.example.com/2',
  ]);
});

it('concepts are found by those only who may read them, and take no place of another', async () => {
  const { handbook } = readHandbook({
    format: 1,
    name: 'Own',
    departments: [{ id: 'finance', name: 'Money' }],
    concepts: [
      { id: 'bonus', terms: ['bonus'], definition: 'Pay.', audience: ['finance'] },
      { id: 'open', terms: ['bonus round'], definition: 'Play.' },
    ],
  });
  used = inUse(handbook!);
  expect(await names('bonus')).toEqual(['concept open']);
  expect(await names('bonus', 1)).toEqual(['concept open']);
  reader = { ...reader, department: 'finance' };
  expect(await names('bonus')).toEqual(['concept bonus', 'concept open']);
});

describe('the index of names', () => {
  it('is made once for a handbook, and anew for another', async () => {
    await Promise.all([names('finance'), names('sales')]);
    expect(loaded).toHaveBeenCalledOnce();
    used = inUse(structuredClone(sample), { readings, fold: simplifier() });
    expect((await names('finance'))[0]).toBe('department finance');
    expect(loaded).toHaveBeenCalledTimes(2);
  });
  it('is tried again after what it needs could not be loaded', async () => {
    loaded.mockRejectedValueOnce(new Error('Not now.'));
    await expect(names('finance')).rejects.toThrow('Not now.');
    expect((await names('finance'))[0]).toBe('department finance');
  });
});
