import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concept, fullHandbook, smallHandbook } from '@/test/fixtures/handbooks';
import { inChinese, inEnglish } from '@/test/fixtures/texts';
import { problemText } from '@/utils/handbook/problem-text';
import { danglingReferences, expectations, readHandbook, readLists } from '@/utils/handbook/read';

const head = { format: 1, name: 'Test' };
const good = concept('good');
const problemsOf = (broken: object) => readHandbook({ ...head, concepts: [{ ...good, ...broken }] }).problems;
const listNames = ['departments', 'concepts', 'projects', 'templates', 'parts'] as const;
const department = { id: 'sales', name: 'Sales' };

describe('readHandbook', () => {
  it('fills in what may be left out', () => {
    const { handbook, problems } = readHandbook({ ...head, concepts: [concept('lead')] });
    expect(problems).toEqual([]);
    expect(handbook).toMatchObject({ departments: [], parts: [], languages: ['en', 'zh-CN'] });
    expect(handbook?.concepts[0]).toMatchObject({
      status: 'approved',
      related: [],
      terms: [{ text: 'lead', language: 'en', status: 'admitted' }],
    });
  });

  it('takes a plain term for Chinese if it holds a Han character', () => {
    const { handbook } = readHandbook({ ...head, concepts: [{ ...good, terms: ['GMV', 'GMV目标'] }] });
    expect(handbook?.concepts[0]?.terms.map(({ language }) => language)).toEqual(['en', 'zh-CN']);
  });

  it.each([
    [null, [{ path: '', code: 'shape', values: ['null'] }]],
    [[head], [{ path: '', code: 'shape', values: ['array'] }]],
    ['x', [{ path: '', code: 'shape', values: ['string'] }]],
    [{}, [{ path: 'format', code: 'missing', values: [] }]],
    [{ format: 2, name: 'x' }, [{ path: 'format', code: 'format', values: ['2'] }]],
    [{ format: [1], name: 'x' }, [{ path: 'format', code: 'format', values: ['[…]'] }]],
    [{ format: 1 }, [{ path: 'name', code: 'missing', values: [] }]],
    [{ format: 1, name: 5 }, [{ path: 'name', code: 'wrong', values: ['text', '5', ''] }]],
  ])('%j is no handbook', (value, problems) => {
    expect(readHandbook(value)).toMatchObject({ handbook: null, problems });
  });

  it('sets one broken entry aside and keeps the others, with their places', () => {
    const concepts = [concept('a'), { id: 'b' }, concept('c')];
    const { handbook, places, problems } = readHandbook({ ...head, concepts });
    expect(handbook?.concepts.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(places.get(handbook!.concepts[1]!)).toBe('concepts[2]');
    expect(problems.map(({ path }) => path)).toEqual(['concepts[1].terms', 'concepts[1].definition']);
  });

  it('keeps the first of two entries with one id, in each list for itself', () => {
    const { handbook, problems } = readHandbook({
      ...head,
      departments: [department],
      concepts: [concept('sales', 'First.'), concept('sales', 'Second.')],
    });
    expect(handbook?.concepts).toHaveLength(1);
    expect(handbook?.concepts[0]?.definition).toBe('First.');
    expect(problems).toEqual([{ path: 'concepts[1]', code: 'duplicate', values: ['sales'] }]);
  });

  it('lets a broken entry take no id', () => {
    const { handbook, problems } = readHandbook({ ...head, concepts: [{ id: 'a' }, concept('a')] });
    expect(handbook?.concepts).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toEqual(['missing', 'missing']);
  });

  it('reports lists that are none and entries that are none', () => {
    expect(readHandbook({ ...head, concepts: { a: good }, projects: [[], null, 'x'] }).problems).toEqual([
      { path: 'concepts', code: 'list', values: [] },
      { path: 'projects[0]', code: 'wrong', values: ['object', '[]'] },
      { path: 'projects[1]', code: 'wrong', values: ['object', 'null'] },
      { path: 'projects[2]', code: 'wrong', values: ['object', 'x'] },
    ]);
  });

  it.each<[object, string, string[]]>([
    [{ id: 'Two Words' }, 'id', ['id', 'Two Words', '']],
    [{ terms: [] }, 'terms', ['min_length', '[]', '1']],
    [{ terms: 'x' }, 'terms', ['array', 'x', '']],
    [{ terms: [''] }, 'terms[0]', ['term', '', '']],
    [{ terms: ['ok', 5] }, 'terms[1]', ['term', '5', '']],
    [{ terms: [{ text: 'x', language: 'EN' }] }, 'terms[0].language', ['language', 'EN', '']],
    [
      { terms: [{ text: 'x'.repeat(121), language: 'en' }] },
      'terms[0].text',
      ['max_length', `${'x'.repeat(59)}…`, '120'],
    ],
    [
      { terms: [{ text: 'x', language: 'en', status: 'best' }] },
      'terms[0].status',
      ['picklist', 'best', 'preferred, admitted, deprecated'],
    ],
    [{ definition: null }, 'definition', ['text', 'null', '']],
    [{ definition: '  ' }, 'definition', ['non_empty', '', '']],
    [{ definition: {} }, 'definition', ['text', '{}', '']],
    [{ definition: { EN: 'x' } }, 'definition.EN', ['language', 'EN', '']],
    [{ definition: { 'zh CN': 'x' } }, 'definition["zh CN"]', ['language', 'zh CN', '']],
    [{ definition: { en: '' } }, 'definition.en', ['non_empty', '', '']],
    [
      { links: [{ title: 'x', url: 'javascript:alert(1)' }] },
      'links[0].url',
      ['url', 'javascript:alert(1)', ''],
    ],
    [{ reviewed: '2026-1-1' }, 'reviewed', ['iso_date', '2026-1-1', '']],
    [{ reviewEvery: 0.5 }, 'reviewEvery', ['integer', '0.5', '']],
    [{ reviewEvery: 0 }, 'reviewEvery', ['min_value', '0', '1']],
    [{ status: { a: 1 } }, 'status', ['picklist', '{…}', 'draft, approved, retired']],
    [
      { terms: [{ text: 'x', language: 'en', match: { case: 'yes' } }] },
      'terms[0].match.case',
      ['boolean', 'yes', ''],
    ],
  ])('%j: says where and what was expected', (broken, path, values) => {
    expect(problemsOf(broken)).toEqual([{ path: `concepts[0].${path}`, code: 'wrong', values }]);
  });

  it('looks into the branch of a union that was meant', () => {
    expect(problemsOf({ terms: [{ text: 'x' }] })).toEqual([
      { path: 'concepts[0].terms[0].language', code: 'missing', values: [] },
    ]);
    const places = [{ url: 5 }, { adress: 'x' }, 'https://example.com/'];
    const project = { id: 'p', name: 'P', goal: 'G', where: places };
    expect(readHandbook({ ...head, projects: [project] }).problems).toEqual([
      { path: 'projects[0].where[0].url', code: 'wrong', values: ['string', '5', ''] },
      { path: 'projects[0].where[1]', code: 'wrong', values: ['place', '{…}', ''] },
      { path: 'projects[0].where[2]', code: 'wrong', values: ['place', 'https://example.com/', ''] },
    ]);
  });

  it('cuts what it shows without halving a character', () => {
    const [problem] = problemsOf({ id: '😀'.repeat(40) });
    expect(problem?.values[1]).toBe(`${'😀'.repeat(29)}…`);
  });

  it('takes nothing from a prototype', () => {
    const value = JSON.parse('{"format":1,"name":"x","__proto__":{"concepts":[5]},"concepts":[]}');
    expect(readHandbook(value)).toMatchObject({ handbook: { concepts: [] }, problems: [] });
    const text = JSON.parse('{"__proto__":"x","constructor":"y"}');
    expect(problemsOf({ definition: text }).map(({ path }) => path)).toEqual(['concepts[0].definition']);
  });

  it('takes values nested to any depth', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(readHandbook({ format: deep }).problems).toHaveLength(1);
    expect(problemsOf({ definition: deep, note: { en: deep } })).toHaveLength(2);
  });

  it('has nothing to say of a handbook in which every field stands', () => {
    expect(readHandbook(fullHandbook()).problems).toEqual([]);
  });

  const json = fc.jsonValue({ maxDepth: 3 });
  /** The full handbook with some of its values, of any kind and depth, replaced by others. */
  const damaged = fc
    .array(
      fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 7 }), fc.oneof(json, fc.constant(undefined))),
      {
        maxLength: 3,
      },
    )
    .map((damages) => {
      const value = JSON.parse(JSON.stringify(fullHandbook()));
      for (const [steps, replacement] of damages) damage(value, steps, replacement);
      return JSON.parse(JSON.stringify(value));
    });

  function damage(value: Record<string, unknown>, [step = 0, ...steps]: number[], replacement: unknown) {
    const keys = Object.keys(value);
    const key = keys[step % keys.length];
    if (key === undefined) return;
    const inner = value[key];
    if (steps.length > 0 && typeof inner === 'object' && inner !== null) {
      damage(inner as Record<string, unknown>, steps, replacement);
    } else value[key] = replacement;
  }

  it('never throws, accounts for every entry, and has words in both languages for every problem', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: damaged }, json), (value) => {
        const { handbook, places, problems } = readHandbook(value);
        if (!handbook) expect(problems.length).toBeGreaterThan(0);
        for (const name of handbook ? listNames : []) {
          const given = value[name];
          const broken = new Set(
            problems.flatMap(({ path }) => path.match(new RegExp(`^${name}\\[\\d+\\]`)) ?? []),
          );
          expect(handbook![name].length + broken.size).toBe(Array.isArray(given) ? given.length : 0);
          for (const entry of handbook![name]) expect(broken).not.toContain(places.get(entry));
        }
        for (const problem of [...problems, ...(handbook ? danglingReferences(handbook, places) : [])]) {
          // What stood in the document may look like anything; the words around it may not.
          const plain = problem.values.map((value, index) =>
            problem.code === 'wrong' && index === 0 ? value : '…',
          );
          for (const translate of [inEnglish, inChinese]) {
            const text = problemText({ ...problem, path: '…', values: plain }, translate);
            expect(text).not.toMatch(/problem_|undefined|\$\d/);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads what it read again without loss', () => {
    fc.assert(
      fc.property(damaged, (value) => {
        const { handbook } = readHandbook(value);
        if (!handbook) return;
        const again = readHandbook(structuredClone(handbook));
        expect(again.handbook).toEqual(handbook);
        expect(again.problems).toEqual([]);
      }),
    );
  });
});

describe('readLists', () => {
  it('reads a part, which has no head', () => {
    expect(readLists({ concepts: [good] })).toMatchObject({
      lists: { concepts: [{ id: 'good' }] },
      problems: [],
    });
    expect(readLists([good]).problems).toEqual([{ path: '', code: 'shape', values: ['array'] }]);
  });
});

describe('danglingReferences', () => {
  const read = (value: object) => {
    const { handbook, places } = readHandbook({ ...head, ...value });
    return danglingReferences(handbook!, places);
  };

  it('has nothing to say where every id is known', () => {
    expect(read(smallHandbook(1))).toEqual([]);
  });

  it('names each unknown id by its place in the document, whatever was set aside before it', () => {
    const problems = read({
      departments: [{}, { ...department, handoffs: [{ to: 'nobody', when: 'x', doneWhen: 'x' }] }],
      concepts: [
        {},
        {
          ...good,
          department: 'none',
          related: ['good', 'gone'],
          insteadUse: 'lost',
          terms: [{ text: 'x', language: 'en', usedBy: 'them' }],
        },
      ],
      projects: [
        {
          id: 'p',
          name: 'P',
          goal: 'G',
          departments: [
            { id: 'sales', role: 'informed' },
            { id: 'x', role: 'informed' },
          ],
          measures: [{ name: 'M', weight: 1, target: 1, owner: 'y' }],
          updates: [{ department: 'z', week: '2026-W01' }],
        },
      ],
      templates: [
        { id: 't', kind: 'request', department: 'w', name: 'T', fields: [{ id: 'f', label: 'F' }] },
      ],
    });
    expect(problems.map(({ path, code, values }) => `${path} ${code} ${values}`)).toEqual([
      'departments[1].handoffs[0].to unknown nobody',
      'concepts[1].department unknown none',
      'concepts[1].insteadUse unknown lost',
      'concepts[1].related[1] unknown gone',
      'concepts[1].terms[0].usedBy unknown them',
      'projects[0].departments[1].id unknown x',
      'projects[0].measures[0].owner unknown y',
      'projects[0].updates[0].department unknown z',
      'templates[0].department unknown w',
    ]);
  });

  it('names each audience that is no department: nobody would read it', () => {
    const audience = ['sales', 'sails'];
    const url = 'https://docs.example.com/';
    const problems = read({
      departments: [department],
      projects: [
        {
          id: 'p',
          name: 'P',
          goal: 'G',
          measures: [{ name: 'M', weight: 1, target: 1, owner: 'sales', audience }],
          documents: [
            { title: 'D', url },
            { title: 'E', url, audience },
          ],
          decisions: [{ date: '2026-01-01', what: 'x', why: 'y', audience }],
          lessons: [{ date: '2026-01-01', text: 'x', audience }],
        },
      ],
    });
    expect(problems.map(({ path, code, values }) => `${path} ${code} ${values}`)).toEqual([
      'projects[0].measures[0].audience[1] unknown sails',
      'projects[0].documents[1].audience[1] unknown sails',
      'projects[0].decisions[0].audience[1] unknown sails',
      'projects[0].lessons[0].audience[1] unknown sails',
    ]);
  });

  it('names a time zone that nobody knows; the department stays in use', () => {
    const calendar = { timeZone: 'Asia/Atlantis', days: [1], hours: [['09:00', '18:00']] };
    const { handbook, places, problems } = readHandbook({
      ...head,
      departments: [
        { ...department, calendar },
        { ...department, id: 'rnd', calendar: { ...calendar, timeZone: 'Asia/Shanghai' } },
      ],
    });
    expect(problems).toEqual([]);
    expect(handbook!.departments.map(({ id }) => id)).toEqual(['sales', 'rnd']);
    expect(danglingReferences(handbook!, places)).toEqual([
      { path: 'departments[0].calendar.timeZone', code: 'time-zone', values: ['Asia/Atlantis'] },
    ]);
  });
});

describe('problemText', () => {
  it.each([
    [
      { path: 'concepts[3].id', code: 'wrong', values: ['id', 'Two Words', ''] },
      'concepts[3].id: instead of “Two Words”, write an id of lower-case letters, digits, dots and dashes, at most 64. The entry is left out until then.',
      'concepts[3].id：不能写“Two Words”，应写小写字母、数字、点和横线组成的编号，最多 64 个字符。改正之前，这一条不会使用。',
    ],
    [
      {
        path: 'sales.json: concepts[3].status',
        code: 'wrong',
        values: ['picklist', 'best', 'draft, approved'],
      },
      'sales.json: concepts[3].status: instead of “best”, write one of these: draft, approved. The entry is left out until then.',
      'sales.json: concepts[3].status：不能写“best”，应写其中之一：draft, approved。改正之前，这一条不会使用。',
    ],
    [
      { path: '', code: 'shape', values: ['array'] },
      'The document must be an object, in { }. It is left out until then.',
      '整个文件 应是对象，写在 { } 里。改正之前不会使用。',
    ],
    [{ path: '', code: 'more', values: ['12'] }, 'And 12 more.', '还有 12 处。'],
  ] as const)('%j', (problem, english, chinese) => {
    const writable = { ...problem, values: [...problem.values] };
    expect(problemText(writable, inEnglish)).toBe(english);
    expect(problemText(writable, inChinese)).toBe(chinese);
  });

  it('keeps what stood in the handbook as it is, even where it looks like a placeholder', () => {
    const text = problemText({ path: 'a', code: 'wrong', values: ['text', '$1 $3', ''] }, inEnglish);
    expect(text).toContain('“$1 $3”');
  });

  it('has words of its own for every expectation, in both languages', () => {
    for (const translate of [inEnglish, inChinese]) {
      const texts = expectations.map((expectation) =>
        problemText({ path: 'p', code: 'wrong', values: [expectation, 'x', '7'] }, translate),
      );
      expect(new Set(texts).size).toBe(expectations.length);
    }
  });
});
