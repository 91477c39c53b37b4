/** Turns a JSON value into a handbook: broken entries are set aside and reported, the rest loads. */
import * as v from 'valibot';
import { entrySchemas, type Handbook, HandbookHead, type ListName } from './schema';

/** Something wrong in a handbook. `code` with `problem_` before it is a message key; `values` stand in the message. */
export interface Problem {
  /** Where, as people write it: `concepts[12].terms[0].language`. */
  path: string;
  code: 'missing' | 'wrong' | 'duplicate' | 'unknown' | 'format' | 'shape' | 'list';
  /** What was expected and what stood there, or the name in question. */
  values: string[];
}

type Lists = { [L in ListName]: Array<v.InferOutput<(typeof entrySchemas)[L]>> };

export interface ReadLists {
  lists: Lists;
  problems: Problem[];
}

const listNames = Object.keys(entrySchemas) as ListName[];
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @param value a parsed JSON document
 * @returns the handbook, or null where the document as a whole is none; what was set aside or is doubtful in `problems`
 */
export function readHandbook(value: unknown): { handbook: Handbook | null; problems: Problem[] } {
  if (!isRecord(value))
    return { handbook: null, problems: [{ path: '', code: 'shape', values: [kindOf(value)] }] };
  if (value.format !== 1) {
    return {
      handbook: null,
      problems: [{ path: 'format', code: 'format', values: ['1', show(value.format)] }],
    };
  }
  const head = v.safeParse(HandbookHead, value);
  if (!head.success) return { handbook: null, problems: head.issues.map((issue) => problemOf(issue, '')) };
  const { lists, problems } = readLists(value);
  return { handbook: { ...head.output, ...lists }, problems };
}

/**
 * Reads the lists of a handbook or of a part.
 * @param value a parsed JSON object; lists that are absent are empty
 */
export function readLists(value: unknown): ReadLists {
  if (!isRecord(value))
    return { lists: emptyLists(), problems: [{ path: '', code: 'shape', values: [kindOf(value)] }] };
  const problems: Problem[] = [];
  const lists = emptyLists();
  for (const name of listNames) {
    const list = value[name];
    if (list === undefined) continue;
    if (!Array.isArray(list)) {
      problems.push({ path: name, code: 'list', values: [kindOf(list)] });
      continue;
    }
    const seen = new Set<string>();
    list.forEach((entry, index) => {
      const path = `${name}[${index}]`;
      const parsed = v.safeParse(entrySchemas[name], entry);
      if (!parsed.success) {
        problems.push(...parsed.issues.map((issue) => problemOf(issue, path)));
        return;
      }
      const key = 'id' in parsed.output ? parsed.output.id : parsed.output.url;
      if (seen.has(key)) {
        problems.push({ path, code: 'duplicate', values: [key] });
        return;
      }
      seen.add(key);
      (lists[name] as unknown[]).push(parsed.output);
    });
  }
  return { lists, problems };
}

/** @returns references to entries that do not exist; they are doubtful, not broken, and stay in use */
export function danglingReferences(handbook: Handbook): Problem[] {
  const departments = new Set(handbook.departments.map(({ id }) => id));
  const concepts = new Set(handbook.concepts.map(({ id }) => id));
  const problems: Problem[] = [];
  const check = (known: Set<string>, id: string | undefined, path: string) => {
    if (id !== undefined && !known.has(id)) problems.push({ path, code: 'unknown', values: [id] });
  };
  handbook.departments.forEach((department, d) => {
    department.handoffs.forEach((handoff, h) => {
      check(departments, handoff.to, `departments[${d}].handoffs[${h}].to`);
    });
  });
  handbook.concepts.forEach((concept, c) => {
    const path = `concepts[${c}]`;
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
    const path = `projects[${p}]`;
    project.departments.forEach((member, i) => {
      check(departments, member.id, `${path}.departments[${i}].id`);
    });
    project.measures.forEach((measure, i) => {
      check(departments, measure.owner, `${path}.measures[${i}].owner`);
    });
    project.updates.forEach((update, i) => {
      check(departments, update.department, `${path}.updates[${i}].department`);
    });
  });
  handbook.templates.forEach((template, t) => {
    check(departments, template.department, `templates[${t}].department`);
  });
  return problems;
}

function emptyLists(): Lists {
  return { departments: [], concepts: [], projects: [], templates: [], parts: [] };
}

function problemOf(issue: v.BaseIssue<unknown>, base: string): Problem {
  // The branch of a union that fits best says more than "does not fit any".
  const deeper = issue.issues?.find((inner) => (inner.path?.length ?? 0) > 0);
  const path = pathOf(issue, base);
  if (deeper) return problemOf(deeper, path);
  if (issue.received === 'undefined') return { path, code: 'missing', values: [expectedOf(issue)] };
  return { path, code: 'wrong', values: [expectedOf(issue), show(issue.input)] };
}

function pathOf(issue: v.BaseIssue<unknown>, base: string): string {
  return (issue.path ?? []).reduce((path, step) => {
    if (typeof step.key === 'number') return `${path}[${step.key}]`;
    return path ? `${path}.${String(step.key)}` : String(step.key);
  }, base);
}

function expectedOf(issue: v.BaseIssue<unknown>): string {
  if (issue.requirement instanceof RegExp) return issue.requirement.source;
  return (issue.expected ?? issue.type).replaceAll('"', '');
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
