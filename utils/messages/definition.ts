/** What a card shows of the handbook: schema first, types inferred. */
import * as v from 'valibot';
import type english from '@/public/_locales/en/messages.json';
import { WebAddress } from '@/utils/handbook/schema';

/** Text in the language of the reader, and which one that is, for `lang`. */
const Worded = v.object({ text: v.string(), language: v.string() });
export type Worded = v.InferOutput<typeof Worded>;

/** Another concept, as a card names it. */
const Reference = v.object({
  concept: v.string(),
  term: Worded,
  department: v.exactOptional(v.string()),
});

/** One department's meaning, ready to be shown. */
const Meaning = v.object({
  concept: v.string(),
  /** Absent: the whole company's meaning. */
  department: v.exactOptional(v.object({ id: v.string(), name: v.string() })),
  term: Worded,
  /** The same concept's preferred term in the other language. */
  counterpart: v.exactOptional(Worded),
  otherTerms: v.array(
    v.object({
      ...Worded.entries,
      status: v.picklist(['preferred', 'admitted', 'deprecated']),
      usedBy: v.exactOptional(v.string()),
    }),
  ),
  definition: Worded,
  example: v.exactOptional(Worded),
  note: v.exactOptional(Worded),
  links: v.array(v.object({ title: Worded, url: WebAddress })),
  related: v.array(Reference),
  owner: v.exactOptional(Worded),
  /** ISO day of the last review, and whether the next one is past. */
  reviewed: v.exactOptional(v.object({ date: v.pipe(v.string(), v.isoDate()), overdue: v.boolean() })),
  status: v.picklist(['draft', 'approved', 'retired']),
  insteadUse: v.exactOptional(Reference),
});
export type Meaning = v.InferOutput<typeof Meaning>;

const reasons = [
  'reason_speaker',
  'reason_place',
  'reason_project',
  'reason_words',
  'reason_named',
  'reason_unknown_yours',
  'reason_unknown',
  'reason_only',
  'reason_chosen',
] as const satisfies ReadonlyArray<keyof typeof english>;

/** Why the first meaning leads: a message key of `_locales` and what stands in it. */
const Reason = v.object({
  key: v.picklist(reasons),
  names: v.array(v.string()),
});
export type Reason = v.InferOutput<typeof Reason>;

/** What the definition card shows. */
export const Definition = v.object({
  /** The word as it was met. */
  word: v.string(),
  /** Best first; never empty. */
  meanings: v.pipe(v.array(Meaning), v.minLength(1)),
  reason: Reason,
  /** false: nothing here tells which meaning is meant. */
  certain: v.boolean(),
  /** Index in `meanings` of what the reader's own department means, if it means anything by it. */
  yours: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type Definition = v.InferOutput<typeof Definition>;

export const SearchHit = v.object({
  ...Reference.entries,
  definition: Worded,
  /** Other concepts that carry the same term. */
  contested: v.boolean(),
});
export type SearchHit = v.InferOutput<typeof SearchHit>;
