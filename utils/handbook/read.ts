/** Turns a JSON value into a handbook: broken entries are set aside and reported, the rest loads. */
import * as v from 'valibot';
import { entrySchemas, type Handbook, HandbookHead, type ListName } from './schema';
import { isTimeZone } from './time-zones';

/** Something wrong in a handbook; `problem-text` puts it into words. */
export interface Problem {
  /** Where, as people write it: `concepts[12].terms[0].language`; in a part, `sales.json: concepts[12]`. */
  path: string;
  /**
   * `missing`, `wrong`, `duplicate`, `list`: set aside. `unknown`, `time-zone`: doubtful, stays in use.
   * `nested`: a part's own parts, not read. `format`, `shape`: the document as a whole is no handbook.
   * `part-kept`, `part-absent`: a part could not be had; its last version is used, or none.
   * `more`: how many are not listed.
   */
  code:
    | 'missing'
    | 'wrong'
    | 'duplicate'
    | 'unknown'
    | 'time-zone'
    | 'format'
    | 'shape'
    | 'list'
    | 'nested'
    | 'part-kept'
    | 'part-absent'
    | 'more';
  /** `wrong`: an {@link Expectation}, what stood there, the limit or choices. Else the name or number in question. */
  values: string[];
}

/** Where entries stand in their document: `concepts[12]`. Indices differ from those in use once one is set aside. */
export type Places = ReadonlyMap<object, string>;

/** To be raised with every change of what `readHandbook` makes of a document: what is stored is then read again. */
export const readFormat = 4;

type Lists = { [L in ListName]: Array<v.InferOutput<(typeof entrySchemas)[L]>> };

export interface ReadLists {
  lists: Lists;
  places: Map<object, string>;
  problems: Problem[];
}

const listNames = Object.keys(entrySchemas) as ListName[];
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @param value a parsed JSON document
 * @returns the handbook, or null where the document as a whole is none; what was set aside in `problems`
 */
export function readHandbook(value: unknown): {
  handbook: Handbook | null;
  places: Places;
  problems: Problem[];
} {
  const none = (problems: Problem[]) => ({ handbook: null, places: new Map(), problems });
  if (!isRecord(value)) return none([{ path: '', code: 'shape', values: [kindOf(value)] }]);
  if (value.format !== 1) {
    return none([
      value.format === undefined
        ? { path: 'format', code: 'missing', values: [] }
        : { path: 'format', code: 'format', values: [show(value.format)] },
    ]);
  }
  const head = v.safeParse(HandbookHead, value);
  if (!head.success) return none(problemsOf(head.issues, ''));
  const { lists, places, problems } = readLists(value);
  return { handbook: { ...head.output, ...lists }, places, problems };
}

/**
 * Reads the lists of a handbook or of a part.
 * @param value a parsed JSON object; lists that are absent are empty
 * @returns the entries that can be used; the others in `problems`
 */
export function readLists(value: unknown): ReadLists {
  const read: ReadLists = { lists: emptyLists(), places: new Map(), problems: [] };
  if (!isRecord(value)) {
    read.problems.push({ path: '', code: 'shape', values: [kindOf(value)] });
    return read;
  }
  for (const name of listNames) {
    const list = value[name];
    if (list === undefined) continue;
    if (Array.isArray(list)) readList(name, list, read);
    else read.problems.push({ path: name, code: 'list', values: [] });
  }
  return read;
}

function readList(name: ListName, list: unknown[], { lists, places, problems }: ReadLists) {
  const seen = new Set<string>();
  list.forEach((entry, index) => {
    const path = `${name}[${index}]`;
    // valibot takes an array for an object without properties.
    if (!isRecord(entry)) {
      problems.push({ path, code: 'wrong', values: ['object', show(entry)] });
      return;
    }
    const parsed = v.safeParse(entrySchemas[name], entry);
    if (!parsed.success) {
      problems.push(...problemsOf(parsed.issues, path));
      return;
    }
    const key = keyOf(parsed.output);
    if (seen.has(key)) {
      problems.push({ path, code: 'duplicate', values: [key] });
      return;
    }
    seen.add(key);
    places.set(parsed.output, path);
    (lists[name] as unknown[]).push(parsed.output);
  });
}

/** @returns what tells an entry of a list from the others: its id, the host it is about, a part's address */
export function keyOf(entry: { id: string } | { host: string } | { url: string }): string {
  if ('id' in entry) return entry.id;
  return 'host' in entry ? entry.host : entry.url;
}

/**
 * @param places of the entries; without them their index in the handbook stands for it
 * @returns references to entries or time zones that do not exist; they are doubtful, not broken, and stay in use
 */
export function danglingReferences(handbook: Handbook, places: Places = new Map()): Problem[] {
  const departments = new Set(handbook.departments.map(({ id }) => id));
  const concepts = new Set(handbook.concepts.map(({ id }) => id));
  const problems: Problem[] = [];
  const check = (known: Set<string>, id: string | undefined, path: string) => {
    if (id !== undefined && !known.has(id)) problems.push({ path, code: 'unknown', values: [id] });
  };
  const placeOf = (entry: object, list: ListName, index: number) => places.get(entry) ?? `${list}[${index}]`;
  handbook.departments.forEach((department, d) => {
    const path = placeOf(department, 'departments', d);
    const zone = department.calendar?.timeZone;
    if (zone !== undefined && !isTimeZone(zone)) {
      problems.push({ path: `${path}.calendar.timeZone`, code: 'time-zone', values: [zone] });
    }
    department.handoffs.forEach((handoff, h) => {
      check(departments, handoff.to, `${path}.handoffs[${h}].to`);
    });
  });
  handbook.concepts.forEach((concept, c) => {
    const path = placeOf(concept, 'concepts', c);
    check(departments, concept.department, `${path}.department`);
    check(concepts, concept.insteadUse, `${path}.insteadUse`);
    concept.related.forEach((id, i) => {
      check(concepts, id, `${path}.related[${i}]`);
    });
    concept.terms.forEach((term, t) => {
      check(departments, term.usedBy, `${path}.terms[${t}].usedBy`);
    });
  });
  handbook.projects.forEach((project, p) => {
    const path = placeOf(project, 'projects', p);
    project.departments.forEach((member, i) => {
      check(departments, member.id, `${path}.departments[${i}].id`);
    });
    project.measures.forEach((measure, i) => {
      check(departments, measure.owner, `${path}.measures[${i}].owner`);
    });
    project.updates.forEach((update, i) => {
      check(departments, update.department, `${path}.updates[${i}].department`);
    });
    for (const list of ['measures', 'documents', 'decisions', 'lessons'] as const) {
      project[list].forEach(({ audience }, i) => {
        audience.forEach((id, a) => {
          check(departments, id, `${path}.${list}[${i}].audience[${a}]`);
        });
      });
    }
  });
  handbook.templates.forEach((template, t) => {
    check(departments, template.department, `${placeOf(template, 'templates', t)}.department`);
  });
  return problems;
}

/** What a value should have been; `problem-text` has words for each. */
export const expectations = [
  'text',
  'term',
  'place',
  'id',
  'language',
  'digest',
  'selector',
  'read',
  'since',
  'time',
  'url',
  'string',
  'non_empty',
  'number',
  'integer',
  'min_value',
  'boolean',
  'picklist',
  'array',
  'min_length',
  'max_length',
  'object',
  'iso_date',
  'iso_week',
] as const;
export type Expectation = (typeof expectations)[number];

type Issue = v.BaseIssue<unknown>;

function emptyLists(): Lists {
  return { departments: [], concepts: [], projects: [], templates: [], hosts: [], parts: [] };
}

/** One problem a path: a second rule broken by the same value says nothing new. */
function problemsOf(issues: readonly Issue[], base: string): Problem[] {
  const problems = new Map<string, Problem>();
  for (const problem of issues.flatMap((issue) => problemsOfOne(issue, base))) {
    if (!problems.has(problem.path)) problems.set(problem.path, problem);
  }
  return [...problems.values()];
}

function problemsOfOne(issue: Issue, base: string): Problem[] {
  const path = pathOf(issue, base);
  const branch = closestBranch(issue);
  if (branch) return problemsOf(branch, path);
  if (issue.received === 'undefined') return [{ path, code: 'missing', values: [] }];
  return [{ path, code: 'wrong', values: [expectationOf(issue), show(issue.input), detailOf(issue)] }];
}

/** The branch of a union that was meant says more than "fits none"; null where that cannot be told. */
function closestBranch({ issues }: Issue): Issue[] | null {
  const inside: Issue[] = (issues ?? []).filter(({ path }) => path !== undefined);
  const present = inside.filter(({ received }) => received !== 'undefined');
  if (present.length > 0) return present;
  const [first, ...others] = inside;
  // Branches of one union lie side by side in `issues`: two different missing keys are two branches.
  return first && others.length === 0 ? [first] : null;
}

function pathOf(issue: Issue, base: string): string {
  return (issue.path ?? []).reduce((path, { key }) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    const name = String(key);
    if (!/^[\w-]{1,60}$/.test(name)) return `${path}[${JSON.stringify(clip(name))}]`;
    return path ? `${path}.${name}` : name;
  }, base);
}

function expectationOf({ message, type }: Issue): Expectation {
  const known = (code: string) => expectations.find((expectation) => expectation === code);
  // Records are objects to whoever writes JSON, tuples lists; every other rule is about text.
  const fallback = type === 'record' ? 'object' : type === 'tuple' ? 'array' : 'text';
  return known(message) ?? known(type) ?? fallback;
}

function detailOf({ type, expected, requirement }: Issue): string {
  if (type === 'picklist') return (expected ?? '').replace(/[()"]/g, '').replaceAll(' | ', ', ');
  return ['min_value', 'min_length', 'max_length'].includes(type) ? String(requirement) : '';
}

/** Never the whole of an object: it may be large, or nested deeper than JSON.stringify can go. */
function show(value: unknown): string {
  if (typeof value === 'string') return clip(value);
  if (Array.isArray(value)) return value.length > 0 ? '[…]' : '[]';
  if (isRecord(value)) return Object.keys(value).length > 0 ? '{…}' : '{}';
  return String(value);
}

function clip(text: string): string {
  // A surrogate left alone at the cut would be shown as �.
  return text.length > 60 ? `${text.slice(0, 59).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
