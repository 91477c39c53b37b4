import { beforeAll, describe, expect, it } from 'vitest';
import { inUse } from '@/test/fixtures/in-use';
import { readHandbook } from '@/utils/handbook/read';
import { buildSearch } from '@/utils/handbook/search/build';
import { restrictedConcepts } from '@/utils/services/concepts';
import { createDefine, type Define, type Reader } from '@/utils/services/define';
import type { InUse } from '@/utils/services/in-use';
import { createPresenter } from '@/utils/services/present';
import { CONTESTED } from '@/utils/terms/form';
import { buildVocabulary, conceptsOf, formsSpelling } from '@/utils/terms/vocabulary';

const handbook = readHandbook({
  format: 1,
  name: 'Words',
  departments: [
    { id: 'sales', name: { en: 'Sales', 'zh-CN': '销售部' }, people: ['*@sales.example.com'] },
    { id: 'rnd', name: { en: 'R&D', 'zh-CN': '研发部' } },
  ],
  concepts: [
    { id: 'delivery.sales', department: 'sales', terms: ['delivery', '交付'], definition: 'Signed for.' },
    { id: 'delivery.rnd', department: 'rnd', terms: ['delivery', '交付'], definition: 'Gone to test.' },
    { id: 'invoice', terms: ['invoice'], definition: 'A bill.' },
  ],
}).handbook!;

const around = { text: 'The delivery is late.', title: '', speakers: [] as string[], others: [] as number[] };
let used: InUse;
let reader: Reader;
let define: Define;

beforeAll(() => {
  const vocabulary = buildVocabulary(handbook.concepts, () => []);
  const entries = handbook.concepts.flatMap(({ terms }, concept) =>
    terms.map((term) => ({ ...term, concept })),
  );
  used = {
    id: 'v1',
    handbook,
    vocabulary,
    search: buildSearch(entries, { readings: () => [] }),
    presenter: createPresenter(handbook, () => true),
    restricted: restrictedConcepts(handbook),
  };
  reader = { languages: ['en'], today: '2026-01-01', department: 'rnd', speaksAt: () => undefined };
  define = createDefine({ inUse: async () => used, reader: async () => reader, simplified: (text) => text });
});

const termOf = (text: string) => formsSpelling(used.vocabulary, text)[0]!.term;
const defined = (word: string, more: Partial<typeof around> = {}, url = '') =>
  define.term('v1', termOf(word), word, { ...around, ...more }, url);

describe('a marked term', () => {
  it('leads with who speaks and names the reader’s own beside it', async () => {
    const definition = await defined('delivery', { speakers: ['an@sales.example.com'] });
    expect(definition!.meanings.map(({ concept }) => concept)).toEqual(['delivery.sales', 'delivery.rnd']);
    expect(definition).toMatchObject({
      certain: true,
      yours: 1,
      reason: { key: 'reason_speaker', names: ['Sales'] },
    });
  });
  it('leads with the reader’s own where nothing tells, and says so', async () => {
    const definition = await defined('delivery');
    expect(definition).toMatchObject({ certain: false, reason: { key: 'reason_unknown_yours', names: [] } });
    expect(definition!.meanings[0]!.concept).toBe('delivery.rnd');
    expect(definition!.yours).toBe(0);
  });
  it('heeds who the user says speaks on a site', async () => {
    reader = { ...reader, speaksAt: (url) => (url === 'https://shop.example/' ? 'sales' : undefined) };
    const definition = await defined('delivery', {}, 'https://shop.example/');
    expect(definition).toMatchObject({ certain: true, reason: { key: 'reason_place', names: ['Sales'] } });
  });
  it('is nothing once the vocabulary has changed, or for a number that names no term', async () => {
    expect(await define.term('v0', 0, 'delivery', around, '')).toBeNull();
    expect(await define.term('v1', 99, 'delivery', around, '')).toBeNull();
    expect(await define.term('v1', -1, 'delivery', around, '')).toBeNull();
  });
});

describe('selected text', () => {
  it('is found in any case and width', async () => {
    expect((await define.lookUp('ＤＥＬＩＶＥＲＹ', around, '')).found).toMatchObject({
      word: 'ＤＥＬＩＶＥＲＹ',
    });
  });
  it('gets what comes near where the handbook lacks it', async () => {
    const answer = await define.lookUp('delivry', around, '');
    expect(answer.found).toBeNull();
    expect('near' in answer && answer.near[0]).toMatchObject({ term: { text: 'delivery' } });
  });
});

it.each(['delivery', '交付'])(
  'opens one concept under the name it was chosen by, %s, the others of that behind it',
  async (word) => {
    const definition = (await define.concept('delivery.sales', word))!;
    expect(definition.word).toBe(word);
    expect(definition.meanings.map(({ concept, term }) => [concept, term.text])).toEqual([
      ['delivery.sales', word],
      ['delivery.rnd', word],
    ]);
    expect(await define.concept('nothing', word)).toBeNull();
  },
);

it('tells a page only of forms that begin as it asks, and of none for another vocabulary', async () => {
  const keys = [...new Set(used.vocabulary.keys)];
  const all = await define.forms('v1', keys);
  expect(all.forms.map(([text]) => text).sort()).toEqual(
    ['deliveries', 'delivery', 'invoice', 'invoices', '交付'].sort(),
  );
  expect((await define.forms('v1', [12345])).forms).toEqual([]);
  expect(await define.forms('v0', keys)).toEqual({ vocabulary: 'v1', forms: [] });
  expect(conceptsOf(used.vocabulary, termOf('invoice'))).toEqual([2]);
});

describe('what not everyone may read', () => {
  let restricted: Define;
  const at = (department: string | undefined) => {
    const { department: _, ...nobody } = reader;
    asks = department === undefined ? nobody : { ...nobody, department };
  };
  let asks: Reader;
  let held: InUse;
  beforeAll(() => {
    held = inUse(
      readHandbook({
        format: 1,
        name: 'Words',
        departments: ['sales', 'rnd', 'finance'].map((id) => ({ id, name: id })),
        concepts: [
          { id: 'margin', terms: ['margin'], definition: 'White space.', related: ['bonus'] },
          {
            id: 'margin.finance',
            department: 'finance',
            terms: ['margin'],
            definition: 'Secret share.',
            audience: ['finance'],
          },
          { id: 'bonus', terms: ['bonus'], definition: 'Secret pay.', audience: ['finance'] },
          { id: 'gone', terms: ['gone'], definition: 'Old.', status: 'retired', insteadUse: 'bonus' },
          ...['a', 'b', 'c'].map((id) => ({ id, terms: [`bonus ${id}`], definition: 'Open.' })),
        ],
      }).handbook!,
    );
    restricted = createDefine({
      inUse: async () => held,
      reader: async () => asks,
      simplified: (text) => text,
    });
  });
  const term = (word: string) =>
    restricted.term('v1', formsSpelling(held.vocabulary, word)[0]!.term, word, around, '');
  const forms = async () => {
    const keys = held.vocabulary.keys;
    return (await restricted.forms('v1', [...new Set(keys)])).forms;
  };

  it.each(['rnd', undefined])('is answered like an unknown word to a reader of %s', async (department) => {
    at(department);
    expect(await term('bonus')).toBeNull();
    expect(await restricted.concept('bonus', 'bonus')).toBeNull();
    expect((await restricted.lookUp('bonus', around, '')).found).toBeNull();
    expect((await forms()).map(([text]) => text)).not.toContain('bonus');
    const found = await restricted.search('bonus', 3);
    expect(found.map(({ concept }) => concept).toSorted()).toEqual(['a', 'b', 'c']);
  });
  it('stands beside no other meaning, and is named by none', async () => {
    at('rnd');
    const margin = await term('margin');
    expect(margin).toMatchObject({ certain: true, reason: { key: 'reason_only' } });
    expect(JSON.stringify(margin)).not.toMatch(/Secret|bonus|finance/);
    expect(JSON.stringify(await restricted.concept('margin', 'margin'))).not.toMatch(/Secret|bonus/);
    expect(JSON.stringify(await term('gone'))).not.toContain('bonus');
    expect((await forms()).find(([text]) => text === 'margin')![1] & CONTESTED).toBe(0);
  });
  it('is told to those it is for', async () => {
    at('finance');
    expect((await term('bonus'))!.meanings[0]!.definition.text).toBe('Secret pay.');
    expect((await term('margin'))!.meanings).toHaveLength(2);
    expect((await term('gone'))!.meanings[0]!.insteadUse).toMatchObject({ concept: 'bonus' });
    expect((await restricted.lookUp('bonus', around, '')).found).not.toBeNull();
    expect((await restricted.search('bonus', 1)).map(({ concept }) => concept)).toEqual(['bonus']);
    expect((await forms()).find(([text]) => text === 'margin')![1] & CONTESTED).toBe(CONTESTED);
  });
});
