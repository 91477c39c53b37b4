/** What one department asks of another, as it is stored, sent and read back: schema first, types inferred. */
import * as v from 'valibot';
import { WebAddress } from '@/utils/handbook/schema';
import { readId } from './id';

/** Characters of a text at most; what is longer belongs into a document that is linked. */
export const longest = { line: 300, text: 20_000 } as const;

const Line = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longest.line));
const Paragraphs = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longest.text));

export const RequestId = v.pipe(
  v.string(),
  v.check((id) => readId(id) === id, 'request-id'),
);

/** Somebody, or a whole department. The name of the department is kept, so that it can be said when its id is gone. */
export const Party = v.object({
  name: v.exactOptional(Line),
  /** Mail address. */
  address: v.exactOptional(Line),
  department: v.exactOptional(v.object({ id: Line, name: Line })),
});
export type Party = v.InferOutput<typeof Party>;

/** Where a request was made. */
const Source = v.object({
  /** Id of the host. */
  host: Line,
  url: WebAddress,
  title: Line,
  /** Text that was selected there. */
  quote: v.exactOptional(Paragraphs),
});

export const Content = v.object({
  needed: Paragraphs,
  /** The shared goal it serves, or what happens if it is not done. */
  why: v.exactOptional(Paragraphs),
  doneWhen: v.exactOptional(Paragraphs),
  /** At the latest, ms since 1970. */
  by: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
  /** Id of the template, and what was filled in, each under its label then. */
  template: v.exactOptional(Line),
  fields: v.pipe(v.array(v.object({ label: Line, value: Paragraphs })), v.maxLength(40)),
  project: v.exactOptional(v.object({ id: Line, name: Line })),
  source: v.exactOptional(Source),
  /** Words that the receiver reads differently, each with the meaning that is meant. */
  pinned: v.pipe(v.array(v.object({ word: Line, concept: Line, meaning: Paragraphs })), v.maxLength(40)),
  /** What must come along with a hand-off. */
  checklist: v.pipe(v.array(v.object({ text: Line, done: v.boolean() })), v.maxLength(60)),
  links: v.pipe(v.array(v.object({ title: Line, url: WebAddress })), v.maxLength(40)),
  /** true: only for the two departments, so no channel that others read. */
  confidential: v.boolean(),
});
export type Content = v.InferOutput<typeof Content>;
