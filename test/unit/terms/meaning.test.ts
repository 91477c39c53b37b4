import { describe, expect, it } from 'vitest';
import { readHandbook } from '@/utils/handbook/read';
import { prepareUsage, usageOf } from '@/utils/terms/evidence/usage';
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

describe('where it stands', () => {
  const { handbook } = readHandbook({
    format: 1,
    name: 'Test',
    departments: [
      { id: 'company', name: 'Company', people: ['*@*.example.com'], places: ['https://wiki.example.com/*'] },
      {
        id: 'sales',
        name: 'Sales',
        people: ['*@sales.example.com'],
        places: ['https://wiki.example.com/sales/*'],
      },
    ],
    concepts: ['company', 'sales'].map((department) => ({
      id: `launch.${department}`,
      department,
      terms: ['launch'],
      definition: 'd',
    })),
    projects: [
      {
        id: 'all',
        where: [{ url: 'https://board.example.com/*' }],
        departments: [{ id: 'company', role: 'responsible' }],
      },
      {
        id: 'lamp',
        where: [{ url: 'https://board.example.com/lamp*' }, { subject: 'Lamp*' }],
        departments: [{ id: 'sales', role: 'responsible' }],
      },
    ].map((project) => ({ name: project.id, goal: 'Goal.', ...project })),
  });
  it.each([
    [{ speakers: ['an@sales.example.com'] }, 'speaker'],
    [{ url: 'https://wiki.example.com/sales/1' }, 'place'],
    [{ url: 'https://board.example.com/lamp/1' }, 'project'],
    [{ title: 'Re: Lamp is late' }, 'project'],
  ])('leads with the department whose pattern says most: %o', (evidence, kind) => {
    const all = { text: '', speakers: [], url: '', title: '', others: [], ...evidence };
    expect(rank(handbook!.concepts, all, handbook!)).toMatchObject({
      certain: true,
      why: { kind, department: 'sales' },
    });
  });
});

describe('words nearby', () => {
  const { handbook } = readHandbook({
    format: 1,
    name: 'Test',
    departments: ['sales', 'rnd', 'finance'].map((id) => ({ id, name: id, people: [`*@${id}.example.com`] })),
    concepts: [
      {
        id: 'launch.sales',
        department: 'sales',
        terms: [{ text: 'launch', language: 'en', match: { near: ['price list', 'check'] } }, '上线'],
        definition: { en: 'Dealers may order the lantern.', 'zh-CN': '经销商可以订货' },
        related: ['dealer'],
      },
      {
        id: 'launch.rnd',
        department: 'rnd',
        terms: [{ text: 'launch', language: 'en', match: { near: ['firmware'] } }, '上线'],
        definition: { en: 'Everybody has the build after the rollout.', 'zh-CN': '全量发布给所有用户' },
      },
      {
        id: 'dealer',
        department: 'sales',
        terms: ['dealer', '经销商'],
        definition: 'Sells our goods in shops.',
      },
      {
        id: 'branch',
        department: 'rnd',
        terms: [{ text: 'branch', language: 'en', match: { near: ['merge', 'check'] } }],
        definition: 'Code apart from the rest, kept by a developer.',
      },
    ],
  });
  const carrying = (id: string) => handbook!.concepts.filter((concept) => concept.id === id);
  const ranked = (text: string, more: Partial<Evidence> = {}) => {
    const launches = handbook!.concepts.filter(({ id }) => id.startsWith('launch'));
    const evidence = { text, speakers: [], url: '', title: '', others: [], ...more };
    const { order, why, certain } = rank(launches, evidence, handbook!);
    return { lead: certain ? order[0]!.id : null, why };
  };

  it('lead with the meaning that names them', () => {
    expect(ranked('The new price list comes with the launch.')).toEqual({
      lead: 'launch.sales',
      why: { kind: 'words', words: ['price list'] },
    });
  });
  it('lead with the meaning whose definition holds them, named as they are written', () => {
    expect(ranked('Lanterns and orders: the launch went well.')).toMatchObject({
      lead: 'launch.sales',
      why: { kind: 'words', words: expect.arrayContaining(['Lanterns', 'orders']) },
    });
    expect(ranked('全量发布之后才算上线').why).toEqual({ kind: 'words', words: ['全量发布'] });
  });
  it('do not reach over a sign: what it parts is no word', () => {
    expect(ranked('保全，量一下，发，布，上线').lead).toBeNull();
  });
  it('lead with the department that talks so', () => {
    expect(ranked('The developer can merge the branch, the launch is near.')).toMatchObject({
      lead: 'launch.rnd',
    });
  });
  it('of other terms are named as they stand there', () => {
    expect(ranked('上线以前先通知经销商', { others: [carrying('dealer')] })).toMatchObject({
      lead: 'launch.sales',
      why: { kind: 'words', words: ['经销商'] },
    });
  });
  it('outweigh who speaks where they are many, and are outweighed where they are few', () => {
    const speakers = ['an@rnd.example.com'];
    expect(
      ranked('Price list sent, dealers may order the lantern: launch.', {
        speakers,
        others: [carrying('dealer')],
      }),
    ).toMatchObject({ lead: 'launch.sales', why: { kind: 'words' } });
    expect(ranked('The launch of the goods.', { speakers })).toMatchObject({
      lead: 'launch.rnd',
      why: { kind: 'speaker' },
    });
  });
  it('say nothing where none is known', () => {
    expect(ranked('Is the launch still on?')).toEqual({ lead: null, why: { kind: 'unknown' } });
  });
});

describe('the use of words in a handbook', () => {
  const concept = (id: string, department: string, definition: string, status = 'approved') => ({
    id,
    department,
    terms: [id],
    definition,
    status,
  });
  const { handbook } = readHandbook({
    format: 1,
    name: 'Test',
    concepts: [
      concept('pallet', 'sales', 'shared alone'),
      concept('crate', 'sales', 'shared'),
      concept('kernel', 'rnd', 'shared'),
      concept('gone', 'rnd', 'shared', 'retired'),
    ],
  });
  const usage = usageOf(handbook!);
  const [pallet, crate, kernel] = handbook!.concepts;

  it('is found once', () => {
    expect(usageOf(handbook!)).toBe(usage);
    expect(usageOf({ ...handbook! })).not.toBe(usage);
  });
  it('is the same when it is prepared in slices', () => {
    const many = Array.from({ length: 50 }, (_, i) =>
      concept(`c${i}`, 'sales', `shared word${'abcde'[i % 5]}`),
    );
    const [whole, sliced] = [1, 2].map(
      () => readHandbook({ format: 1, name: 'Test', concepts: many }).handbook!,
    );
    expect([...prepareUsage(sliced!)].length).toBeGreaterThan(1);
    const rarities = ['shar', 'worda'].map((word) => usageOf(whole!).rarity(word));
    expect(['shar', 'worda'].map((word) => usageOf(sliced!).rarity(word))).toEqual(rarities);
    expect(rarities[0]).toBeLessThan(rarities[1]!);
  });
  it('makes a word rare that few concepts in use hold', () => {
    const [alone, shared] = ['alon', 'shar'].map((word) => usage.rarity(word));
    expect(usage.rarity('unheard')).toBe(1);
    expect(alone).toBe(1);
    expect(shared).toBeLessThan(1);
    expect(shared).toBeGreaterThan(0);
  });
  it('makes it the word of the departments whose concepts hold it', () => {
    expect(usage.share('shar', pallet!)).toBeCloseTo(2 / 3, 10);
    expect(usage.share('shar', kernel!)).toBeCloseTo(1 / 3, 10);
    expect(usage.share('unheard', kernel!)).toBe(0);
  });
  it('is the talk of a department by its other concepts', () => {
    expect(usage.talk('alon', pallet!)).toBe(0);
    expect(usage.talk('alon', crate!)).toBeGreaterThan(0);
    expect(usage.talk('shar', kernel!)).toBe(0);
  });
});
