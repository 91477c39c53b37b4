/** Which words of a draft are read differently by those it goes to, over the sample handbook. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inUse } from '@/test/fixtures/in-use';
import { aView } from '@/test/fixtures/views';
import { readHandbook } from '@/utils/handbook/read';
import type { HandbookSource } from '@/utils/handbook/schema';
import type { View } from '@/utils/messages/view';
import type { Reader } from '@/utils/services/define';
import { createDrafts } from '@/utils/services/drafts';
import type { InUse } from '@/utils/services/in-use';
import { findTerms } from '@/utils/terms/find-terms';
import { formsBeginning } from '@/utils/terms/vocabulary';

const file = fileURLToPath(new URL('../../../public/sample-handbook.json', import.meta.url));
const sample = inUse(readHandbook(JSON.parse(readFileSync(file, 'utf8'))).handbook!);

const mailTo = (...addresses: string[]): Partial<View> => ({
  host: 'roundcube',
  kind: 'draft',
  url: 'https://mail.example.com/?_action=compose',
  title: 'Friday',
  people: addresses.map((address) => ({ address })),
});
const toSales = mailTo('clara@sales.example.com');
const lamp = { url: 'https://trello.com/b/Ab12/desk-lamp-3-launch', id: 'Ab12', title: 'Desk Lamp 3' };

const nobody: Reader = { languages: ['en'], today: '2026-11-24', speaksAt: () => undefined };
const writer: Reader = { ...nobody, department: 'rnd' };
const check = (
  text: string,
  view: Partial<View>,
  reader = writer,
  used: InUse | null = sample,
  to: View['people'] = [],
) =>
  createDrafts({ chosen: async () => null, inUse: async () => used, reader: async () => reader }).check(
    aView(view),
    text,
    to,
  );
const departments = (words: Awaited<ReturnType<typeof check>>) =>
  words.map(({ theirs }) => theirs.map(({ department }) => department?.id));

const own = (handbook: Partial<HandbookSource>): InUse => {
  const read = readHandbook({ format: 1, name: 'Own', ...handbook });
  expect(read.problems).toEqual([]);
  return inUse(read.handbook!);
};

describe('a word of a draft', () => {
  it('is told with what its receivers mean, and nobody else', async () => {
    const [word, ...rest] = await check('The delivery is on Friday.', toSales);
    expect(rest).toEqual([]);
    expect(word).toMatchObject({ word: 'delivery', yours: { department: { id: 'rnd', name: 'R&D' } } });
    expect(word!.yours!.definition.text).toMatch(/^A build with release notes/);
    expect(word!.theirs).toHaveLength(1);
    expect(word!.theirs[0]).toMatchObject({ department: { id: 'sales', name: 'Sales' } });
    expect(word!.theirs[0]!.definition.text).toMatch(/^The customer has signed/);
  });

  it('is told in Chinese as well', async () => {
    const [word] = await check('周五交付，请确认。', toSales, { ...writer, languages: ['zh-CN'] });
    expect(word).toMatchObject({ word: '交付', yours: { department: { name: '研发部' } } });
    expect(word!.theirs[0]!.definition).toMatchObject({ language: 'zh-CN' });
    expect(word!.theirs[0]!.definition.text).toContain('签了字，才算交付');
  });

  it('is told once, in the order of the text, as it is first written', async () => {
    const words = await check(
      'Launch first. Delivery then; the delivery and the launch again.',
      mailTo('ann@operations.example.com', 'bo@production.example.com'),
    );
    expect(words.map(({ word }) => word)).toEqual(['Launch', 'Delivery']);
    expect(departments(words)).toEqual([['operations'], ['operations', 'production']]);
  });

  it('that the receivers have no meaning for is not told', async () => {
    expect(await check('The launch is on Friday.', toSales)).toEqual([]);
  });

  it('that means one thing to all is not told', async () => {
    const uncontested = 'build delivery, go-live';
    expect(await check(uncontested, mailTo('a@sales.example.com', 'b@operations.example.com'))).toEqual([]);
  });
});

describe('receivers', () => {
  it('that nobody knows have no words, even where a project is known', async () => {
    expect(await check('delivery', mailTo('somebody@elsewhere.example'))).toEqual([]);
    expect(await check('delivery', { kind: 'page', url: 'https://mail.example.com/' })).toEqual([]);
  });

  it("are those of the board's project when nobody is named", async () => {
    const words = await check('The delivery is done.', lamp);
    const joined = sample.handbook.projects.find(({ id }) => id === 'desk-lamp-3')!.departments;
    const meaning = ['sales', 'operations', 'rnd', 'production', 'finance'];
    expect(departments(words)).toEqual([
      joined
        .map(({ id }) => id)
        .filter((id) => id !== 'rnd' && meaning.includes(id))
        .toSorted((a, b) => meaning.indexOf(a) - meaning.indexOf(b)),
    ]);
    expect(departments(words)[0]!.length).toBeGreaterThan(1);
  });

  it('are those that its own window tells, not the people it lies over or their project', async () => {
    const over = { ...lamp, people: toSales.people! };
    const to = (...people: View['people']) => check('The delivery is done.', over, writer, sample, people);
    expect(departments(await to({ address: 'bo@operations.example.com' }))).toEqual([['operations']]);
    expect(await to({ address: 'somebody@elsewhere.example' })).toEqual([]);
    expect(departments(await to({ name: 'Bo' }))).toEqual([['sales']]);
  });

  it("are those named, not the whole project's", async () => {
    const words = await check('The delivery is done.', { ...lamp, people: toSales.people! });
    expect(departments(words)).toEqual([['sales']]);
  });

  it("of the writer's own department read what is meant", async () => {
    expect(await check('delivery', mailTo('bo@rnd.example.com'))).toEqual([]);
    expect(departments(await check('delivery', mailTo('bo@rnd.example.com', 'c@sales.example.com')))).toEqual(
      [['sales']],
    );
  });
});

describe('a writer', () => {
  it('of no department is told what the others read, and offered nothing of their own', async () => {
    const [word] = await check('delivery', toSales, nobody);
    expect(word).toMatchObject({ instead: [], note: '' });
    expect(word).not.toHaveProperty('yours');
    expect(word!.theirs).toHaveLength(1);
  });

  it('without a handbook is told nothing', async () => {
    expect(await check('delivery', toSales, writer, null)).toEqual([]);
  });

  it('means what the whole company does where their department has no meaning of its own', async () => {
    const used = own({
      departments: [
        { id: 'rnd', name: 'R&D' },
        { id: 'sales', name: 'Sales', people: ['*@sales.example.com'] },
      ],
      concepts: [
        { id: 'close', terms: ['close'], definition: 'The office shuts. At six.' },
        { id: 'close.sales', department: 'sales', terms: ['close'], definition: 'The deal is signed.' },
        { id: 'old', department: 'sales', terms: ['close'], definition: 'Gone.', status: 'retired' },
      ],
    });
    const words = await check('We close.', toSales, writer, used);
    expect(words).toMatchObject([{ word: 'close', note: 'close: The office shuts.' }]);
    expect(words[0]!.yours).not.toHaveProperty('department');
    expect(words[0]!.theirs.map(({ definition }) => definition.text)).toEqual(['The deal is signed.']);
  });
});

describe('a receiver without a meaning of its own', () => {
  const used = own({
    departments: ['rnd', 'sales', 'finance'].map((id) => ({
      id,
      name: id.toUpperCase(),
      people: [`*@${id}.example.com`],
    })),
    concepts: [
      { id: 'close', terms: ['close'], definition: 'The office shuts.' },
      { id: 'close.rnd', department: 'rnd', terms: ['close'], definition: 'A ticket is done.' },
      { id: 'close.sales', department: 'sales', terms: ['close'], definition: 'The deal is signed.' },
    ],
  });
  const read = async (reader: Reader, ...to: string[]) =>
    (await check('close', mailTo(...to.map((id) => `a@${id}.example.com`)), reader, used)).flatMap(
      ({ theirs }) => theirs.map(({ department, definition }) => [department?.id, definition.text]),
    );

  it('reads that of the whole company, which is told where the writer means something else', async () => {
    expect(await read(writer, 'finance')).toEqual([[undefined, 'The office shuts.']]);
    expect(await read(writer, 'finance', 'sales')).toEqual([
      [undefined, 'The office shuts.'],
      ['sales', 'The deal is signed.'],
    ]);
    expect(await read(writer, 'sales')).toEqual([['sales', 'The deal is signed.']]);
  });
  it('reads what a writer without one means', async () => {
    expect(await read(nobody, 'finance')).toEqual([]);
    expect(await read({ ...nobody, department: 'finance' }, 'finance')).toEqual([]);
    expect(await read({ ...nobody, department: 'finance' }, 'rnd')).toEqual([['rnd', 'A ticket is done.']]);
  });
});

describe('a meaning that not everyone may read', () => {
  const readable = (audience: { company?: string[]; rnd?: string[]; sales?: string[] }) =>
    own({
      departments: ['rnd', 'sales', 'finance'].map((id) => ({
        id,
        name: id.toUpperCase(),
        people: [`*@${id}.example.com`],
      })),
      concepts: [
        { id: 'c', terms: ['close'], definition: 'The office shuts.', audience: audience.company ?? [] },
        { id: 'r', department: 'rnd', terms: ['close'], definition: 'Done.', audience: audience.rnd ?? [] },
        {
          id: 's',
          department: 'sales',
          terms: ['close'],
          definition: 'Signed.',
          audience: audience.sales ?? [],
        },
      ],
    });
  const text = (words: Awaited<ReturnType<typeof check>>) =>
    words.flatMap(({ theirs }) => theirs.map(({ definition }) => definition.text));

  it('is told to those it is for only, and nothing else in its place', async () => {
    const used = readable({ sales: ['sales', 'finance'] });
    expect(text(await check('close', toSales, writer, used))).toEqual([]);
    expect(text(await check('close', toSales, { ...writer, department: 'finance' }, used))).toEqual([
      'Signed.',
    ]);
  });
  it('of the whole company is not what a receiver outside its audience reads', async () => {
    const used = readable({ company: ['rnd', 'sales'] });
    expect(text(await check('close', mailTo('a@finance.example.com'), writer, used))).toEqual([]);
  });
  it('never becomes a note', async () => {
    const [open] = await check('close', toSales, writer, readable({}));
    expect(open!.note).toBe('close: Done.');
    const [word] = await check('close', toSales, writer, readable({ rnd: ['rnd'] }));
    expect(word).toMatchObject({ note: '', yours: { definition: { text: 'Done.' } } });
  });
});

describe('what is offered', () => {
  it("is another term of the writer's meaning in the same script", async () => {
    expect((await check('delivery', toSales))[0]!.instead).toEqual(['build delivery']);
    expect((await check('交付', toSales))[0]!.instead).toEqual(['提测交付']);
  });

  it('never is a word that is read differently itself', async () => {
    const { handbook, vocabulary } = sample;
    const everyone = mailTo(...handbook.departments.map(({ id }) => `a@${id}.example.com`));
    const all = handbook.concepts.flatMap(({ terms }) => terms.map(({ text }) => text)).join('\n');
    let offered = 0;
    for (const { id } of handbook.departments) {
      for (const { word, instead } of await check(all, everyone, { ...writer, department: id })) {
        for (const other of instead) {
          offered++;
          const found = findTerms(other, (keys) => formsBeginning(vocabulary, keys));
          expect(found[0], `${other} for ${word}`).toMatchObject({ contested: false });
          expect(other.toLowerCase()).not.toBe(word.toLowerCase());
        }
      }
    }
    expect(offered).toBeGreaterThan(20);
  });

  it.each([['en'], ['zh-CN']])(
    'is a note with the first sentence, in the language of the draft: to a reader of %s',
    async (language) => {
      const note = async (text: string) =>
        (await check(text, toSales, { ...writer, languages: [language] }))[0]!.note;
      const english = 'A build with release notes and a passed self-test has been handed to test.';
      const chinese = '开发自测通过，带着版本说明把包提给测试，才算交付。';
      expect(await note('The delivery for 王伟 is on Friday')).toBe(`delivery: ${english}`);
      expect(await note('交付')).toBe(`交付：${chinese}`);
      expect(await note('本周的 delivery 已经完成')).toBe(`delivery：${chinese}`);
    },
  );

  it('is a note that is cut where one sentence is long', async () => {
    const used = own({
      departments: [
        { id: 'rnd', name: 'R&D' },
        { id: 'sales', name: 'Sales', people: ['*@sales.example.com'] },
      ],
      concepts: [
        { id: 'a', department: 'rnd', terms: ['close'], definition: 'word '.repeat(60).trim() },
        { id: 'b', department: 'sales', terms: ['close'], definition: 'The deal is signed.' },
      ],
    });
    const [{ note } = { note: '' }] = await check('close', toSales, writer, used);
    expect(note).toMatch(/^close: (?:word )+.*…$/);
    expect(note.length).toBe('close: '.length + 160);
  });
});
