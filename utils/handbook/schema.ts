/**
 * The handbook's format, written once: types, JSON Schema (`npm run schema`) and error messages come from here.
 * Vocabulary of terminology work: ISO 704 (concept, term, designation), TBX / ISO 30042 (administrative status).
 */
import * as v from 'valibot';
import { type SlotName, slotNames } from './host-slots';
import { isSelector } from './selector';

// A code as the message of an action or union (`'id'`) names what is expected; `problem-text` has words for it.
const described = <T extends v.GenericSchema>(schema: T, text: string) => v.pipe(schema, v.description(text));

const Line = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** Lower-case name of an entry, unique in its list; stays the same for ever, so links to it hold. */
const Id = described(
  v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'id')),
  'Lower-case letters, digits, dot, dash; at most 64.',
);

/** BCP 47, as far as a handbook needs it: `en`, `zh-CN`, `zh-Hant`. */
const LanguageTag = described(
  v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'language')),
  'A language tag such as en or zh-CN.',
);

/** Text for people: one string, or one per language. */
const Text = described(
  v.union([Line, v.pipe(v.record(LanguageTag, Line), v.minEntries(1, 'text'))], 'text'),
  'Text, or an object with one text per language: {"en": "…", "zh-CN": "…"}.',
);

/** What a link may lead to: no scheme that runs anything. */
export const WebAddress = v.pipe(v.string(), v.url(), v.regex(/^(https?|mailto):/i, 'url'));
const IsoDate = described(v.pipe(v.string(), v.isoDate()), 'A day: 2026-01-31.');
const TimeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'time'));

const listOf = <T extends v.GenericSchema>(item: T) => v.optional(v.array(item), []);

const Link = v.object({ title: Text, url: WebAddress });

const Audience = described(listOf(Id), 'Ids of the departments that may read it; absent: everyone.');

const Calendar = v.object({
  timeZone: described(Line, 'IANA time zone, for example Asia/Shanghai.'),
  days: described(v.array(v.picklist([1, 2, 3, 4, 5, 6, 7])), 'Working days, 1 = Monday (ISO 8601).'),
  hours: described(
    v.array(v.tuple([TimeOfDay, TimeOfDay])),
    'Working hours of such a day: [["09:00","18:00"]].',
  ),
  holidays: described(listOf(IsoDate), 'Days off although the weekday is a working day.'),
  workdays: described(listOf(IsoDate), 'Days worked although the weekday is free (make-up days, 调休).'),
});

const channelKinds = [
  'mail',
  'dingtalk',
  'wecom',
  'feishu',
  'slack',
  'teams',
  'trello',
  'kanboard',
  'jira',
  'github',
  'webhook',
  'copy',
] as const;

const Channel = v.object({
  kind: v.picklist(channelKinds),
  address: v.optional(Line),
  secret: described(
    v.optional(Line),
    'The name of a secret that the user or the policy holds; never the secret.',
  ),
});

const Handoff = v.object({
  to: Id,
  when: Text,
  gives: described(listOf(Text), 'Checklist of what goes along.'),
  doneWhen: Text,
});

const Workflow = v.object({ name: Text, steps: v.array(Text) });

export const Department = v.object({
  id: Id,
  name: Text,
  purpose: v.optional(Text),
  lead: v.optional(Text),
  contacts: listOf(v.object({ name: Text, address: v.optional(Line), for: v.optional(Text) })),
  people: described(listOf(Line), 'Mail addresses of its people, * for any: *@sales.example.com.'),
  places: described(
    listOf(Line),
    'Addresses of pages where it speaks, * for any: https://wiki.example.com/sales/*.',
  ),
  answersWithin: v.optional(described(v.pipe(v.number(), v.minValue(0)), 'Working hours until it answers.')),
  calendar: v.optional(Calendar),
  channels: listOf(Channel),
  handoffs: listOf(Handoff),
  workflows: listOf(Workflow),
});

/** TBX administrative status of a term. */
const termStatuses = ['preferred', 'admitted', 'deprecated'] as const;

const MatchRules = v.object({
  case: described(v.optional(v.boolean()), 'true: only as written; false: in any case, also for an acronym.'),
  whole: described(v.optional(v.boolean()), 'false: also as a part of longer words.'),
  near: described(listOf(Line), 'Words that speak for this meaning when they stand near.'),
  never: described(listOf(Line), 'Longer phrases in which the term is not meant.'),
});

const Term = v.object({
  text: v.pipe(Line, v.maxLength(120)),
  language: LanguageTag,
  status: v.optional(v.picklist(termStatuses), 'admitted'),
  usedBy: v.optional(Id),
  match: v.optional(MatchRules),
});

const hasHan = (text: string) => /\p{Script=Han}/u.test(text);

/** A term may be written as plain text: Chinese if it holds a Han character, else English. */
const TermOrText = v.union(
  [
    v.pipe(
      Line,
      v.maxLength(120),
      v.transform(
        (text): v.InferOutput<typeof Term> => ({
          text,
          language: hasHan(text) ? 'zh-CN' : 'en',
          status: 'admitted',
        }),
      ),
    ),
    Term,
  ],
  'term',
);

const conceptStatuses = ['draft', 'approved', 'retired'] as const;

export const Concept = v.object({
  id: Id,
  department: described(v.optional(Id), 'Whose meaning it is; absent: the whole company.'),
  terms: v.pipe(v.array(TermOrText), v.minLength(1)),
  definition: Text,
  example: v.optional(Text),
  note: v.optional(Text),
  links: listOf(Link),
  related: described(listOf(Id), 'Ids of concepts worth reading next.'),
  owner: described(v.optional(Text), 'Who answers for this entry.'),
  reviewed: v.optional(IsoDate),
  reviewEvery: described(v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))), 'Days between reviews.'),
  status: v.optional(v.picklist(conceptStatuses), 'approved'),
  insteadUse: described(v.optional(Id), 'For a retired concept: the id of the one to use.'),
  audience: Audience,
});

/** RACI. */
const projectRoles = ['responsible', 'accountable', 'consulted', 'informed'] as const;

const Measure = v.object({
  name: Text,
  weight: described(v.pipe(v.number(), v.minValue(0)), 'Share in the composite measure.'),
  unit: v.optional(Text),
  target: v.number(),
  value: v.optional(v.number()),
  previous: described(v.optional(v.number()), 'The value before, so that all see what rises and what falls.'),
  better: described(v.optional(v.picklist(['higher', 'lower']), 'higher'), 'Which way is better.'),
  owner: described(Id, 'The department that answers for it.'),
  audience: Audience,
});

export const Project = v.object({
  id: Id,
  name: Text,
  goal: Text,
  where: described(
    listOf(v.union([v.object({ url: Line }), v.object({ subject: Line })], 'place')),
    'Where it is worked on: addresses of boards and pages, or mail subjects, * for any.',
  ),
  departments: listOf(v.object({ id: Id, role: v.picklist(projectRoles) })),
  measures: listOf(Measure),
  milestone: v.optional(v.object({ name: Text, date: IsoDate })),
  documents: listOf(v.object({ ...Link.entries, audience: Audience })),
  meeting: v.optional(
    v.object({ when: Text, where: v.optional(Text), weekday: v.optional(v.picklist([1, 2, 3, 4, 5, 6, 7])) }),
  ),
  updates: listOf(
    v.object({
      department: Id,
      week: described(v.pipe(v.string(), v.isoWeek()), 'ISO 8601 week: 2026-W05.'),
      done: v.optional(Text),
      next: v.optional(Text),
      needs: v.optional(Text),
    }),
  ),
  decisions: listOf(
    v.object({
      date: IsoDate,
      what: Text,
      why: Text,
      asked: listOf(Id),
      expected: v.optional(Text),
      outcome: v.optional(Text),
      audience: Audience,
    }),
  ),
  lessons: listOf(v.object({ date: IsoDate, text: Text, from: v.optional(Id), audience: Audience })),
});

const templateKinds = [
  'request',
  'agenda',
  'minutes',
  'update',
  'retrospective',
  'charter',
  'checklist',
  'decision',
  'notice',
] as const;

export const Template = v.object({
  id: Id,
  kind: v.picklist(templateKinds),
  department: described(v.optional(Id), 'The department that receives it; absent: any.'),
  name: Text,
  purpose: v.optional(Text),
  fields: v.pipe(
    v.array(
      v.object({
        id: Id,
        label: Text,
        hint: v.optional(Text),
        required: v.optional(v.boolean(), false),
        type: v.optional(v.picklist(['line', 'text', 'date', 'number', 'choice', 'list']), 'line'),
        choices: listOf(Text),
      }),
    ),
    v.minLength(1),
  ),
});

export const Part = v.object({
  url: described(Line, "Address of the part, absolute or relative to the handbook's own."),
  digest: described(
    v.pipe(v.string(), v.regex(/^sha256-[A-Za-z0-9+/]{43}=$/, 'digest')),
    'SHA-256 of its bytes as in Subresource Integrity: sha256-BASE64.',
  ),
  audience: listOf(Id),
});

/** One way to find something on a host's pages. */
export const HostAnchor = v.object({
  css: described(
    v.pipe(Line, v.maxLength(300), v.check(isSelector, 'selector')),
    'CSS selector; {id} stands for the id in the address.',
  ),
  read: described(
    v.exactOptional(v.pipe(v.string(), v.regex(/^(text|value|@[a-z][a-z-]*)$/, 'read'))),
    'text (the default), value of a field, or @attribute.',
  ),
  since: described(
    v.pipe(v.string(), v.regex(/^\d{4}-\d{2}(-\d{2})?$/, 'since')),
    'Month or day when it was last seen to hold: 2026-11.',
  ),
});
const anchors = v.exactOptional(v.array(HostAnchor));

/** A host has changed, and these selectors find again what ours no longer do (`utils/hosts`). */
export const HostCorrection = v.object({
  host: described(Id, 'Id of the host: trello, roundcube.'),
  anchors: v.object(
    Object.fromEntries(slotNames.map((slot) => [slot, anchors])) as Record<SlotName, typeof anchors>,
  ),
});

const Head = {
  format: described(v.literal(1), 'The version of this format.'),
  name: Text,
  revision: described(
    v.optional(v.union([Line, v.number()], 'text')),
    'Anything that changes when the content does.',
  ),
  languages: described(
    v.optional(v.array(LanguageTag), ['en', 'zh-CN']),
    'Languages it is written in, the main one first.',
  ),
  sample: described(v.optional(v.boolean()), 'true: invented content to start from.'),
};

/** The lists of a handbook; a part holds some of them. One broken entry does not spoil its list. */
export const entrySchemas = {
  departments: Department,
  concepts: Concept,
  projects: Project,
  templates: Template,
  hosts: HostCorrection,
  parts: Part,
} as const;
export type ListName = keyof typeof entrySchemas;

export const HandbookHead = v.object(Head);

export const Handbook = v.object({
  ...Head,
  departments: listOf(Department),
  concepts: listOf(Concept),
  projects: listOf(Project),
  templates: listOf(Template),
  hosts: listOf(HostCorrection),
  parts: listOf(Part),
});

export type Text = v.InferOutput<typeof Text>;
export type Term = v.InferOutput<typeof Term>;
export type Concept = v.InferOutput<typeof Concept>;
export type Department = v.InferOutput<typeof Department>;
export type Project = v.InferOutput<typeof Project>;
export type Template = v.InferOutput<typeof Template>;
export type HostCorrection = v.InferOutput<typeof HostCorrection>;
export type Part = v.InferOutput<typeof Part>;
export type Handbook = v.InferOutput<typeof Handbook>;
/** A handbook as its keeper writes it: defaults not yet filled in. */
export type HandbookSource = v.InferInput<typeof Handbook>;
