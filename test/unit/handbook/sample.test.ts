import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isExact } from '@/utils/handbook/exact';
import { danglingReferences, readHandbook } from '@/utils/handbook/read';
import type { Concept } from '@/utils/handbook/schema';
import { fold } from '@/utils/terms/fold';

const file = fileURLToPath(new URL('../../../public/sample-handbook.json', import.meta.url));
const source = readFileSync(file, 'utf8');
const json: unknown = JSON.parse(source);
const { handbook: read, problems } = readHandbook(json);
const handbook = read!;
const languages = ['en', 'zh-CN'];

/** Departments that give each other work every week. */
const neighbours = [
  'marketing>sales',
  'marketing>operations',
  'marketing>service',
  'marketing>finance',
  'marketing>risk',
  'sales>operations',
  'sales>production',
  'sales>finance',
  'sales>risk',
  'sales>service',
  'operations>production',
  'operations>service',
  'operations>finance',
  'operations>marketing',
  'production>quality',
  'production>operations',
  'production>rnd',
  'production>people',
  'quality>operations',
  'quality>production',
  'quality>rnd',
  'quality>service',
  'service>rnd',
  'service>quality',
  'service>finance',
  'service>operations',
  'rnd>marketing',
  'rnd>production',
  'rnd>quality',
  'rnd>service',
  'rnd>risk',
  'finance>sales',
  'finance>people',
  'risk>operations',
  'people>finance',
  'people>production',
];

/** Concepts in use, by the folded text of each term, where different departments carry it. */
const contested = (() => {
  const carriers = new Map<string, Set<Concept>>();
  for (const concept of handbook.concepts.filter(({ status }) => status !== 'retired')) {
    for (const term of concept.terms) {
      const key = isExact(term) ? term.text : fold(term.text);
      carriers.set(key, (carriers.get(key) ?? new Set()).add(concept));
    }
  }
  return new Map(
    [...carriers].filter(([, concepts]) => new Set([...concepts].map((c) => c.department)).size > 1),
  );
})();

const nearOf = (concept: Concept) => new Set(concept.terms.flatMap(({ match }) => match?.near ?? []));

/** Every text a person reads, with its path. */
function* texts(value: unknown, path: string): Generator<[path: string, text: unknown]> {
  const readable =
    /(name|purpose|lead|for|when|doneWhen|gives|steps|definition|example|note|title|owner|goal|unit|where|done|next|needs|what|why|expected|outcome|text|label|hint|choices)$/;
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* texts(item, `${path}[${i}]`);
  } else if (typeof value === 'object' && value !== null) {
    if (languages.some((language) => language in value)) yield [path, value];
    else for (const [key, item] of Object.entries(value)) yield* texts(item, path ? `${path}.${key}` : key);
  } else if (typeof value === 'string' && readable.test(path.replace(/\[\d+\]$/, ''))) {
    yield [path, value];
  }
}

/** Plain strings by design: written forms of terms, mail subjects, and an owner of a measure by id. */
const plain = /\.terms\[\d+\]\.text$|^projects\[\d+\]\.measures\[\d+\]\.owner$/;

describe('the sample handbook', () => {
  it('reads without problems and refers to nothing that is absent', () => {
    expect(problems).toEqual([]);
    expect(danglingReferences(handbook)).toEqual([]);
    expect(handbook.sample).toBe(true);
    expect(handbook.languages).toEqual(languages);
  });

  it('is stable JSON: two spaces, a line break at the end', () => {
    expect(source).toBe(`${JSON.stringify(json, null, 2)}\n`);
  });

  it('is large enough to start from', () => {
    expect(handbook.departments.map(({ id }) => id)).toEqual([
      'marketing',
      'sales',
      'rnd',
      'operations',
      'service',
      'production',
      'quality',
      'finance',
      'risk',
      'people',
    ]);
    expect(handbook.concepts.length).toBeGreaterThanOrEqual(150);
    expect(handbook.projects.length).toBeGreaterThanOrEqual(4);
    expect(handbook.templates.length).toBeGreaterThanOrEqual(12);
  });

  it('has terms contested in English and in Chinese', () => {
    const forms = [...contested.keys()];
    expect(forms.filter((form) => /\p{Script=Han}/u.test(form)).length).toBeGreaterThanOrEqual(30);
    expect(forms.filter((form) => !/\p{Script=Han}/u.test(form)).length).toBeGreaterThanOrEqual(30);
    expect(forms).toEqual(
      expect.arrayContaining(['delivery', '交付', 'launch', '上线', 'GMV', 'SLA', '闭环', '灰度']),
    );
  });

  it('has every text in both languages', () => {
    const found = [...texts(json, '')].filter(([path]) => !plain.test(path));
    expect(found.length).toBeGreaterThan(1000);
    const lacking = found.filter(([, text]) => {
      const byLanguage = typeof text === 'object' ? (text as Record<string, unknown>) : {};
      return languages.some((language) => typeof byLanguage[language] !== 'string');
    });
    expect(lacking.filter(([path]) => !/\.where\[\d+\]\.(url|subject)$/.test(path))).toEqual([]);
  });

  it('has Chinese in Chinese texts and none in English ones', () => {
    const wrong = [...texts(json, '')].flatMap(([path, text]) => {
      if (typeof text !== 'object') return [];
      const { en, 'zh-CN': zh } = text as { en: string; 'zh-CN': string };
      const sign = /^[^\p{L}]+$|^[A-Z]{2,8}$/u.test(zh);
      return /\p{Script=Han}/u.test(en) || !(sign || /\p{Script=Han}/u.test(zh)) ? [path] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('writes Chinese with Chinese punctuation', () => {
    const chinese = [...texts(json, '')].flatMap(([, text]) =>
      typeof text === 'object' ? [(text as { 'zh-CN': string })['zh-CN']] : [],
    );
    expect(chinese.filter((text) => /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u.test(text))).toEqual(
      [],
    );
  });

  it('names each live concept in both languages or by an acronym', () => {
    const lacking = handbook.concepts.filter(({ terms }) => {
      const inLanguage = (language: string) =>
        terms.some((term) => term.language === language && term.status !== 'deprecated');
      return !inLanguage('en') || !inLanguage('zh-CN');
    });
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });

  it('keeps one meaning per term within a department', () => {
    const seen = new Map<string, string>();
    const twice = handbook.concepts.flatMap(({ id, department, terms }) =>
      terms.flatMap(({ text }) => {
        const key = `${department ?? ''} ${fold(text)}`;
        const before = seen.get(key);
        seen.set(key, id);
        return before === undefined ? [] : [`${text}: ${before}, ${id}`];
      }),
    );
    expect(twice).toEqual([]);
  });

  it('tells contested meanings apart by words near them', () => {
    const weak = [...contested].flatMap(([form, concepts]) =>
      [...concepts].flatMap((concept) => {
        const others = new Set([...concepts].filter((c) => c !== concept).flatMap((c) => [...nearOf(c)]));
        const own = [...nearOf(concept)].filter((word) => !others.has(word));
        return own.length >= 3 ? [] : [`${form}: ${concept.id}`];
      }),
    );
    expect(weak).toEqual([]);
  });

  it('bars a term only in phrases that hold it', () => {
    const useless = handbook.concepts.flatMap(({ id, terms }) =>
      terms.flatMap(({ text, match }) =>
        (match?.never ?? [])
          .filter((phrase) => !fold(phrase).includes(fold(text)))
          .map((phrase) => `${id}: ${phrase}`),
      ),
    );
    expect(useless).toEqual([]);
  });

  it('shows every state of a concept and a term', () => {
    expect(new Set(handbook.concepts.map(({ status }) => status))).toEqual(
      new Set(['approved', 'draft', 'retired']),
    );
    const terms = handbook.concepts.flatMap((concept) => concept.terms);
    expect(new Set(terms.map(({ status }) => status))).toEqual(
      new Set(['preferred', 'admitted', 'deprecated']),
    );
    expect(terms.some(({ usedBy }) => usedBy !== undefined)).toBe(true);
    const retired = handbook.concepts.filter(({ status }) => status === 'retired');
    expect(retired.every(({ insteadUse }) => insteadUse !== undefined)).toBe(true);
  });

  it('has an owner and a review date for all that is approved', () => {
    const approved = handbook.concepts.filter(({ status }) => status === 'approved');
    expect(
      approved.filter(({ owner, reviewed, reviewEvery }) => !owner || !reviewed || !reviewEvery),
    ).toEqual([]);
  });

  it('has a hand-off between all neighbours, with a checklist', () => {
    const handoffs = handbook.departments.flatMap(({ id, handoffs }) =>
      handoffs.map((handoff) => ({ pair: `${id}>${handoff.to}`, ...handoff })),
    );
    const pairs = handoffs.map(({ pair }) => pair);
    expect(pairs).toEqual(expect.arrayContaining(neighbours));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(handoffs.filter(({ gives }) => gives.length < 2)).toEqual([]);
  });

  it('can reach every department and knows when it works', () => {
    for (const {
      id,
      people,
      places,
      contacts,
      calendar,
      answersWithin,
      channels,
      workflows,
    } of handbook.departments) {
      expect(people, id).toContain(`*@${id}.example.com`);
      expect(places.length, id).toBeGreaterThan(0);
      expect(contacts.length, id).toBeGreaterThan(0);
      expect(channels.length, id).toBeGreaterThan(0);
      expect(workflows.length, id).toBeGreaterThan(0);
      expect(answersWithin, id).toBeGreaterThan(0);
      const { days, holidays, workdays } = calendar!;
      const weekday = (day: string) => new Date(day).getUTCDay() || 7;
      expect(
        holidays.filter((day) => !(days as number[]).includes(weekday(day))),
        id,
      ).toEqual([]);
      expect(
        workdays.filter((day) => (days as number[]).includes(weekday(day))),
        id,
      ).toEqual([]);
    }
  });

  it('takes each mail address for one department only', () => {
    const patterns = handbook.departments.flatMap(({ people }) => people);
    expect(new Set(patterns).size).toBe(patterns.length);
  });

  it('has projects whose measures weigh one together and belong to several departments', () => {
    for (const { id, departments, measures, where, updates, decisions, lessons } of handbook.projects) {
      expect(
        measures.reduce((sum, { weight }) => sum + weight, 0),
        id,
      ).toBeCloseTo(1, 10);
      const members = new Set(departments.map((department) => department.id));
      expect(new Set(measures.map(({ owner }) => owner)).size, id).toBeGreaterThanOrEqual(3);
      expect(
        measures.filter(({ owner }) => !members.has(owner)),
        id,
      ).toEqual([]);
      expect(
        departments.filter(({ role }) => role === 'accountable'),
        id,
      ).toHaveLength(1);
      expect(new Set(updates.map(({ week }) => week)).size, id).toBeGreaterThanOrEqual(2);
      expect(
        updates.filter(({ department }) => !members.has(department)),
        id,
      ).toEqual([]);
      expect(where.some((place) => 'url' in place) && where.some((place) => 'subject' in place), id).toBe(
        true,
      );
      expect(decisions.length, id).toBeGreaterThan(0);
      expect(lessons.length, id).toBeGreaterThan(0);
      const asked = decisions.flatMap((decision) => decision.asked);
      expect(
        asked.filter((department) => !members.has(department)),
        id,
      ).toEqual([]);
    }
  });

  it('has a request form for each department and the common forms', () => {
    const receivers = handbook.templates.filter(({ kind }) => kind === 'request').map((t) => t.department);
    expect(new Set(receivers)).toEqual(new Set(handbook.departments.map(({ id }) => id)));
    const kinds = new Set(handbook.templates.map(({ kind }) => kind));
    for (const kind of ['agenda', 'minutes', 'update', 'retrospective', 'checklist', 'decision'] as const) {
      expect(kinds, kind).toContain(kind);
    }
  });

  it('names nobody and points nowhere real', () => {
    const addresses = source.match(/(https?:\/\/|mailto:)[^"\s]+/g) ?? [];
    expect(
      addresses.filter(
        (address) => !/^https:\/\/([a-z-]+\.)?example\.com\/|^https:\/\/trello\.com\/b\/\*/.test(address),
      ),
    ).toEqual([]);
    const mail = source.match(/[\w*.-]+@[\w.-]+/g) ?? [];
    expect(mail.filter((address) => !/@([a-z-]+\.)?example\.com$/.test(address))).toEqual([]);
  });
});
