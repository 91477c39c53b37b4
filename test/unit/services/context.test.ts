import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inUse } from '@/test/fixtures/in-use';
import { aView } from '@/test/fixtures/views';
import { readHandbook } from '@/utils/handbook/read';
import type { HandbookSource } from '@/utils/handbook/schema';
import type { View } from '@/utils/messages/view';
import { type ContextService, createContext } from '@/utils/services/context';
import type { Reader } from '@/utils/services/define';
import type { InUse } from '@/utils/services/in-use';
import { databaseAt } from '@/utils/store/database';
import { createWorkspaceStore } from '@/utils/store/workspace-store';
import { simplifier } from '@/utils/terms/han-scripts';
import { formsSpelling } from '@/utils/terms/vocabulary';

const file = fileURLToPath(new URL('../../../public/sample-handbook.json', import.meta.url));
const sample = inUse(readHandbook(JSON.parse(readFileSync(file, 'utf8'))).handbook!);

let used: InUse | null;
let reader: Reader;
/** A Tuesday; eleven o'clock in Shanghai. */
let now: number;
let service: ContextService;
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  used = sample;
  reader = { languages: ['en'], today: '2026-11-24', department: 'sales', speaksAt: () => undefined };
  now = Date.parse('2026-11-24T11:00:00+08:00');
  service = createContext({
    inUse: async () => used,
    reader: async () => reader,
    store: createWorkspaceStore(databaseAt()),
    simplified: simplifier(),
    readings: async () => () => [],
    now: () => now,
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const take = (handbook: Partial<HandbookSource>) => {
  const read = readHandbook({ format: 1, name: 'Own', ...handbook });
  expect(read.problems).toEqual([]);
  used = inUse(read.handbook!);
};
const of = async (view: Partial<View> = {}) => (await service.context(aView(view)))!;
const lamp = { url: 'https://trello.com/b/Ab12/desk-lamp-3-launch', id: 'Ab12', title: 'Desk Lamp 3' };
const mail = (more: Partial<View> = {}): Partial<View> => ({
  host: 'roundcube',
  kind: 'thread',
  url: 'https://mail.example.com/?_task=mail&_uid=7',
  id: '7',
  title: 'Lunch',
  ...more,
});
const texts = (list: ReadonlyArray<{ text: string }>) => list.map(({ text }) => text);

it('there is none without a handbook', async () => {
  used = null;
  expect(await service.context(aView())).toBeNull();
  expect(await service.words('v1', [{ term: 0, frame: 0, word: 'x' }])).toEqual([]);
  expect(await service.search('x', 8)).toEqual([]);
  await service.tick(aView(), 'sales>operations#0', 0, true);
});

describe('the goal', () => {
  it('is that of the project whose board it is', async () => {
    const { goal } = await of(lamp);
    expect(goal).toMatchObject({
      id: 'desk-lamp-3',
      name: { text: 'Desk Lamp 3: spring launch', language: 'en' },
      owners: [{ id: 'rnd', name: 'R&D' }],
      milestone: { name: { text: 'Design freeze' }, date: '2026-12-18', days: 24 },
      chosen: false,
    });
    expect(goal!.goal.text).toMatch(/^Desk Lamp 3 can be bought/);
  });
  it('is that of the project that a mail is about, answered or forwarded', async () => {
    expect((await of(mail({ title: 'Re: [Returns] numbers' }))).goal?.id).toBe('halve-returns');
    expect((await of(mail({ title: '转发：台灯三代 交期' }))).goal?.id).toBe('desk-lamp-3');
    expect((await of(mail())).goal).toBeUndefined();
  });
  it('shows each measure with its part, and the whole as their weighted mean', async () => {
    const { measures, reached } = (await of(lamp)).goal!;
    expect(measures[0]).toEqual({
      name: { text: 'Launch on time with full stock', language: 'en' },
      owner: { id: 'operations', name: 'Operations' },
      weight: expect.closeTo(0.3),
      reached: 0.7,
      value: 70,
      target: 100,
      unit: { text: '%', language: 'en' },
      better: 'higher',
    });
    expect(measures[2]).toMatchObject({ better: 'lower', target: 4, value: 6.5, reached: 4 / 6.5 });
    const mean = measures.reduce((sum, { weight, reached }) => sum + weight * reached!, 0);
    expect(reached).toBeCloseTo(mean);
    expect(reached).toBeCloseTo(0.3 * 0.7 + 0.2 * (88.4 / 95) + 0.2 * (4 / 6.5) + 0.15 * (34.2 / 38));
  });
  it('is in the reader’s language', async () => {
    reader = { ...reader, languages: ['zh-CN'] };
    const { goal, projects } = await of(lamp);
    expect(goal!.name).toEqual({ text: '台灯三代春季上市', language: 'zh-CN' });
    expect(goal!.owners).toEqual([{ id: 'rnd', name: '研发部' }]);
    expect(projects.map(({ name }) => name.language)).toEqual(['zh-CN', 'zh-CN', 'zh-CN', 'zh-CN']);
  });
  it('says that a milestone is past', async () => {
    reader = { ...reader, today: '2026-12-20' };
    expect((await of(lamp)).goal!.milestone!.days).toBe(-2);
  });
});

describe('a project chosen for a place', () => {
  const card: Partial<View> = {
    kind: 'card',
    url: 'https://trello.com/c/x1/5-price',
    id: 'x1',
    title: 'Price',
    board: 'Autumn',
  };
  const board: Partial<View> = { url: 'https://trello.com/b/q/autumn', id: 'q', title: 'Autumn' };
  it('is that of the whole board, in whichever view of it it was chosen', async () => {
    await service.choose(aView(card), 'hotel-line');
    expect((await of(card)).goal).toMatchObject({ id: 'hotel-line', chosen: true });
    expect((await of({ ...card, id: 'x2', title: 'Other' })).goal?.id).toBe('hotel-line');
    expect((await of(board)).goal?.id).toBe('hotel-line');
    expect((await of({ ...board, id: 'r', title: 'Spring' })).goal).toBeUndefined();
  });
  it('goes before what the handbook says, until it is taken back', async () => {
    await service.choose(aView(lamp), 'hotel-line');
    expect((await of(lamp)).goal).toMatchObject({ id: 'hotel-line', chosen: true });
    await service.choose(aView(lamp), null);
    expect((await of(lamp)).goal).toMatchObject({ id: 'desk-lamp-3', chosen: false });
  });
  it('is that of one mail thread only', async () => {
    await service.choose(aView(mail()), 'hotel-line');
    expect((await of(mail())).goal?.id).toBe('hotel-line');
    expect((await of(mail({ id: '8' }))).goal).toBeUndefined();
  });
  it('counts no more once the handbook lacks it', async () => {
    await service.choose(aView(lamp), 'hotel-line');
    take({ projects: [{ id: 'other', name: 'Other', goal: 'Goal.' }] });
    expect((await of(lamp)).goal).toBeUndefined();
  });
});

describe('who is involved', () => {
  const people = [
    { name: 'Zhao Min', address: 'zhao.min@finance.example.com' },
    { name: 'Liu Wei', address: 'liu.wei@sales.example.com' },
    { name: '', address: 'qian@finance.example.com' },
    { name: 'Somebody', address: 'somebody@else.example' },
  ];
  it('begins with who speaks, then the others in view, then the project by role', async () => {
    const { who } = await of(mail({ title: '[Desk Lamp 3] price', people }));
    expect(who.map(({ department, role }) => `${department.id} ${role}`)).toEqual([
      'finance consulted',
      'sales informed',
      'production responsible',
      'marketing responsible',
      'operations responsible',
      'quality responsible',
      'rnd accountable',
      'service consulted',
      'risk consulted',
      'people informed',
    ]);
    expect(who[0]!.people).toEqual(['Zhao Min', 'qian@finance.example.com']);
    expect(who[1]).toMatchObject({ people: ['Liu Wei'], yours: true });
    expect(who.filter(({ yours }) => yours)).toHaveLength(1);
  });
  it('without a project, is who is in view', async () => {
    const { who } = await of(mail({ people }));
    expect(who.map(({ department, role }) => [department.id, role])).toEqual([
      ['finance', undefined],
      ['sales', undefined],
    ]);
    expect((await of(mail())).who).toEqual([]);
  });
  it('holds the department whose page it is, by the handbook or by the user', async () => {
    const page: Partial<View> = { host: 'page', kind: 'page', url: 'https://wiki.example.com/finance/a' };
    expect((await of(page)).who.map(({ department }) => department.id)).toEqual(['finance']);
    reader = { ...reader, speaksAt: () => 'risk' };
    expect((await of(page)).who.map(({ department }) => department.id)).toEqual(['risk']);
  });
  it('says what a department is for and how it is reached', async () => {
    const { who } = await of(mail({ people: people.slice(1, 2) }));
    expect(who[0]).toMatchObject({
      department: { id: 'sales', name: 'Sales' },
      purpose: { text: expect.stringContaining('companies and distributors') },
      lead: { text: 'Head of sales' },
      answersWithin: 4,
    });
    expect(who[0]!.contacts[0]).toEqual({
      name: { text: 'Sales operations', language: 'en' },
      address: 'salesops@sales.example.com',
      href: 'mailto:salesops@sales.example.com',
      for: { text: 'contracts, quotations, promised dates', language: 'en' },
    });
  });
  it.each([
    ['desk@example.com', 'mailto:desk@example.com'],
    ['a&b?cc=x@example.com', 'mailto:a%26b%3Fcc%3Dx@example.com'],
    ['mailto:desk@example.com', 'mailto:desk@example.com'],
    ['https://chat.example.com/room 1', 'https://chat.example.com/room%201'],
    ['http://chat.example.com/', undefined],
    ['javascript:alert(1)', undefined],
    ['javascript:alert(1)//@example.com', undefined],
    ['data:text/html,x@example.com', undefined],
    ['Room 301, ext. 42', undefined],
    ['@desk', undefined],
  ])('opens the address %s as %s', async (address, href) => {
    take({
      departments: [{ id: 'a', name: 'A', contacts: [{ name: 'Desk', address }], people: ['*@a.example'] }],
    });
    const { who } = await of(mail({ people: [{ address: 'x@a.example' }] }));
    expect(who[0]!.contacts).toEqual([
      { name: { text: 'Desk', language: 'en' }, address, ...(href !== undefined && { href }) },
    ]);
  });

  describe('works or not', () => {
    const hoursOf = async () => (await of(mail({ people: people.slice(1, 2) }))).who[0]!.hours;
    it.each([
      ['2026-11-24T11:00:00+08:00', true, '2026-11-24T12:00:00+08:00'],
      ['2026-11-24T12:30:00+08:00', false, '2026-11-24T13:30:00+08:00'],
      ['2026-11-27T20:00:00+08:00', false, '2026-11-30T09:00:00+08:00'],
      // The week of the national day.
      ['2026-10-01T11:00:00+08:00', false, '2026-10-08T09:00:00+08:00'],
      // A Saturday worked for it.
      ['2026-10-10T11:00:00+08:00', true, '2026-10-10T12:00:00+08:00'],
    ])('at %s: %s, until %s', async (at, open, until) => {
      now = Date.parse(at);
      expect(await hoursOf()).toEqual({ open, until: Date.parse(until) });
    });
    it('is not said without a calendar, or with one of no known time zone', async () => {
      const calendar = {
        timeZone: 'Asia/Atlantis',
        days: [1 as const],
        hours: [['09:00', '18:00'] as [string, string]],
      };
      take({
        departments: [
          { id: 'a', name: 'A', people: ['*@a.example'] },
          { id: 'b', name: 'B', people: ['*@b.example'], calendar },
        ],
      });
      const { who } = await of(mail({ people: [{ address: 'x@a.example' }, { address: 'x@b.example' }] }));
      expect(who.map(({ hours }) => hours)).toEqual([undefined, undefined]);
    });
  });
});

describe('hand-offs', () => {
  const card: Partial<View> = { ...lamp, kind: 'card', id: 'x1', list: 'Design freeze', board: 'Lamp' };
  it('are those of the project, the ones that the card’s list names first', async () => {
    const { handoffs } = await of(card);
    expect(handoffs.slice(0, 2).map(({ id, here }) => [id, here])).toEqual([
      ['rnd>production#1', true],
      ['rnd>quality#2', true],
    ]);
    expect(handoffs.filter(({ here }) => here)).toHaveLength(2);
    expect(handoffs[0]).toMatchObject({
      from: { id: 'rnd', name: 'R&D' },
      to: { id: 'production', name: 'Production' },
      when: { text: 'At design freeze and with every change notice.' },
    });
    // Then those that the reader's department has a part in.
    const [own, others] = [handoffs.slice(2), handoffs.slice(2)].map((list) =>
      list.map(({ from, to }) => from.id === 'sales' || to.id === 'sales'),
    ) as [boolean[], boolean[]];
    expect(own.lastIndexOf(true)).toBeLessThan(others.indexOf(false));
  });
  it('are found by a Chinese list, simplified or traditional', async () => {
    for (const list of ['设计冻结', '設計凍結'])
      expect((await of({ ...card, list })).handoffs.slice(0, 2).map(({ id }) => id)).toEqual([
        'rnd>production#1',
        'rnd>quality#2',
      ]);
  });
  it('of a mail are those between its people and the reader', async () => {
    const { handoffs } = await of(mail({ people: [{ address: 'x@finance.example.com' }] }));
    expect(handoffs.map(({ id }) => id)).toEqual(['sales>finance#2', 'finance>sales#0']);
  });

  const tickedOf = async (view: Partial<View>, id = 'rnd>production#1') =>
    (await of(view)).handoffs.find((handoff) => handoff.id === id)!.gives.map(({ ticked }) => ticked);

  it('are ticked for one card, entry by entry', async () => {
    const before = await tickedOf(card);
    expect(before.length).toBeGreaterThan(2);
    expect(before).not.toContain(true);
    await service.tick(aView(card), 'rnd>production#1', 1, true);
    expect(await tickedOf(card)).toEqual(before.map((_, entry) => entry === 1));
    expect(await tickedOf(card, 'rnd>quality#2')).not.toContain(true);
    expect(await tickedOf({ ...card, id: 'x2' })).toEqual(before);
    await service.tick(aView(card), 'rnd>production#1', 1, false);
    expect(await tickedOf(card)).toEqual(before);
  });
  it('and departments are known by the card’s list and labels alone', async () => {
    const unknown: Partial<View> = { kind: 'card', id: 'x9', url: 'https://trello.com/c/x9', title: 'Lamp' };
    expect((await of(unknown)).handoffs).toEqual([]);
    const { handoffs, who } = await of({ ...unknown, list: '财务部', labels: ['Quality'] });
    expect(who.map(({ department }) => department.id).toSorted()).toEqual(['finance', 'quality']);
    expect(handoffs.some(({ to, here }) => to.id === 'finance' && here)).toBe(true);
    // Between it and the reader's own.
    expect(handoffs.map(({ id }) => id)).toContain('finance>sales#0');
  });
  it('of a draft without a subject keep no tick, and no project chosen for it', async () => {
    const draft = aView({
      ...mail({ kind: 'draft', title: '', people: [{ address: 'x@finance.example.com' }] }),
    });
    const { id: _, ...unknown } = draft;
    await service.tick(unknown, 'finance>sales#0', 0, true);
    await service.choose(unknown, 'desk-lamp-3');
    expect((await of(unknown)).goal).toBeUndefined();
    expect(JSON.stringify(await of(unknown))).not.toContain('"ticked":true');
    const named = { ...unknown, title: 'Invoice' };
    await service.tick(named, 'finance>sales#0', 0, true);
    expect(JSON.stringify(await of(named))).toContain('"ticked":true');
    expect(JSON.stringify(await of({ ...named, title: 'Margin' }))).not.toContain('"ticked":true');
  });
  it('take no tick for an entry that there is not', async () => {
    await service.tick(aView(card), 'rnd>production#1', 99, true);
    await service.tick(aView(card), 'rnd>nobody#1', 0, true);
    await service.tick(aView(card), 'rnd>production#1', -1, true);
    expect(await tickedOf(card)).not.toContain(true);
  });
  it('keep their ticks where another revision moves them, and lose those of what says something else', async () => {
    const handoff = (gives: string[]) => ({ to: 'b', when: 'Mondays.', gives, doneWhen: 'Done.' });
    const other = { ...handoff(['Numbers']), when: 'Fridays.' };
    const handbook = (handoffs: Array<ReturnType<typeof handoff>>) => ({
      departments: [
        { id: 'a', name: 'A', people: ['*@a.example'], handoffs },
        { id: 'b', name: 'B', people: ['*@b.example'] },
      ],
    });
    const view = mail({ people: [{ address: 'x@a.example' }, { address: 'x@b.example' }] });
    take(handbook([handoff(['Numbers', 'Dates'])]));
    await service.tick(aView(view), 'a>b#0', 0, true);
    await service.tick(aView(view), 'a>b#0', 1, true);
    take(handbook([other, handoff(['Names', 'Numbers', 'Days'])]));
    expect(await tickedOf(view, 'a>b#0')).toEqual([false]);
    expect(await tickedOf(view, 'a>b#1')).toEqual([false, true, false]);
  });
});

describe('this week', () => {
  it('has the latest of each department, the newest first, and how old it is', async () => {
    const { updates } = await of(lamp);
    expect(updates.map(({ department, week, age }) => [department.id, week, age])).toEqual([
      ['rnd', '2026-W47', 1],
      ['production', '2026-W47', 1],
      ['operations', '2026-W47', 1],
      ['service', '2026-W47', 1],
      ['quality', '2026-W47', 1],
      ['marketing', '2026-W46', 2],
    ]);
    expect(updates[0]!.done?.text).toBeTruthy();
    reader = { ...reader, today: '2026-11-22' };
    expect((await of(lamp)).updates[0]!.age).toBe(0);
  });
  it('takes what is dated ahead for new', async () => {
    reader = { ...reader, today: '2026-11-01' };
    expect(new Set((await of(lamp)).updates.map(({ age }) => age))).toEqual(new Set([0]));
  });
});

describe('documents, decisions, lessons and measures', () => {
  const url = 'https://docs.example.com/';
  beforeEach(() => {
    const only = { audience: ['finance'] };
    take({
      departments: [{ id: 'finance', name: 'Finance' }],
      projects: [
        {
          id: 'p',
          name: 'P',
          goal: 'Goal.',
          where: [{ url: 'https://trello.com/*' }],
          measures: [
            { name: 'Open', weight: 1, target: 10, value: 5, owner: 'finance' },
            { name: 'Margin', weight: 3, target: 10, value: 10, owner: 'finance', ...only },
          ],
          documents: [
            { title: 'Charter', url },
            { title: 'Salaries', url, ...only },
          ],
          decisions: [
            { date: '2026-01-01', what: 'Old', why: 'Why.' },
            { date: '2026-03-01', what: 'Secret', why: 'Why.', ...only },
            { date: '2026-02-01', what: 'New', why: 'Why.', outcome: 'Held.' },
          ],
          lessons: [
            { date: '2026-01-01', text: 'Old' },
            { date: '2026-02-01', text: 'New', from: 'finance' },
            { date: '2026-03-01', text: 'Secret', ...only },
          ],
        },
      ],
    });
  });
  it('leave out what is not for the reader, as if it were not there', async () => {
    for (const department of ['sales', undefined]) {
      const { department: _, ...rest } = reader;
      reader = department === undefined ? rest : { ...rest, department };
      const context = await of();
      expect(JSON.stringify(context)).not.toMatch(/Salaries|Secret|Margin/);
      expect(context.goal).toMatchObject({ reached: 0.5, measures: [{ weight: 1 }] });
    }
  });
  it('hold all for those it is for, the newest first', async () => {
    reader = { ...reader, department: 'finance' };
    const { goal, documents, decisions, lessons } = await of();
    expect(goal!.reached).toBeCloseTo((0.5 + 3) / 4);
    expect(goal!.measures.map(({ weight }) => weight)).toEqual([0.25, 0.75]);
    expect(documents).toEqual([
      { title: { text: 'Charter', language: 'en' }, url },
      { title: { text: 'Salaries', language: 'en' }, url },
    ]);
    expect(texts(decisions.map(({ what }) => what))).toEqual(['Secret', 'New', 'Old']);
    expect(decisions[1]).toEqual({
      date: '2026-02-01',
      what: { text: 'New', language: 'en' },
      why: { text: 'Why.', language: 'en' },
      outcome: { text: 'Held.', language: 'en' },
    });
    expect(texts(lessons.map(({ text }) => text))).toEqual(['Secret', 'New', 'Old']);
    expect(lessons[1]).toMatchObject({ from: { id: 'finance', name: 'Finance' } });
  });
});

describe('words here', () => {
  const concept = (id: string, term: string, department?: string, status = 'approved' as const) => ({
    id,
    terms: [term],
    definition: 'Meaning.',
    status,
    ...(department && { department }),
  });
  beforeEach(() => {
    take({
      departments: ['sales', 'rnd', 'finance'].map((id) => ({ id, name: id.toUpperCase() })),
      concepts: [
        concept('invoice', 'invoice', 'finance'),
        concept('launch.sales', 'launch', 'sales'),
        concept('launch.rnd', 'launch', 'rnd'),
        concept('launch', 'launch'),
        concept('margin.rnd', 'margin', 'rnd'),
        { ...concept('margin.old', 'margin', 'finance'), status: 'retired', insteadUse: 'margin.rnd' },
        concept('lead.finance', 'lead', 'finance'),
        concept('lead.rnd', 'lead', 'rnd'),
      ],
    });
  });
  const seen = (...words: string[]) =>
    words.map((word, frame) => ({
      term: formsSpelling(used!.vocabulary, word)[0]!.term,
      frame,
      word,
    }));

  it('are each once, as it was met first, the contested ones first', async () => {
    const words = await service.words(
      'v1',
      seen('invoice', 'launch', 'Invoice', 'margin', 'LEAD', 'launches'),
    );
    expect(words.map(({ word, frame, contested, others }) => [word, frame, contested, others])).toEqual([
      ['launch', 1, true, [{ id: 'rnd', name: 'RND' }]],
      [
        'LEAD',
        4,
        true,
        [
          { id: 'finance', name: 'FINANCE' },
          { id: 'rnd', name: 'RND' },
        ],
      ],
      ['invoice', 0, false, []],
      ['margin', 3, false, []],
    ]);
  });
  it('name every department to a reader of none', async () => {
    const { department: _, ...rest } = reader;
    reader = rest;
    const [launch] = await service.words('v1', seen('launch'));
    expect(launch!.others.map(({ id }) => id)).toEqual(['sales', 'rnd']);
  });
  it('are none for a vocabulary that is no longer in use, nor for numbers that name no term', async () => {
    expect(await service.words('v0', seen('launch'))).toEqual([]);
    const strange = [-1, 99].map((term) => ({ term, frame: 0, word: 'x' }));
    expect(await service.words('v1', strange)).toEqual([]);
  });
  it('leave out what the reader may not read', async () => {
    take({
      departments: ['sales', 'finance'].map((id) => ({ id, name: id })),
      concepts: [
        concept('margin', 'margin'),
        { ...concept('margin.finance', 'margin', 'finance'), audience: ['finance'] },
        { ...concept('bonus', 'bonus'), audience: ['finance'] },
      ],
    });
    const told = async () =>
      (await service.words('v1', seen('bonus', 'margin'))).map(({ word, contested }) => [word, contested]);
    expect(await told()).toEqual([['margin', false]]);
    reader = { ...reader, department: 'finance' };
    expect(await told()).toEqual([
      ['margin', true],
      ['bonus', false],
    ]);
  });
});
