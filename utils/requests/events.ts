/**
 * The steps of a request's life. A request is the set of its events: they are only ever added, by either side, over
 * whatever channel, and may come late, twice and in any order; `life` makes one state of them.
 */
import * as v from 'valibot';
import { Content, longest, Party, RequestId } from './request';

const Line = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longest.line));
const Paragraphs = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longest.text));
const Instant = v.pipe(v.number(), v.safeInteger());
const Rating = v.picklist([1, 2, 3, 4, 5]);

/** Own words of the receiver for what is asked (复述). */
const Restatement = v.object({
  understood: Paragraphs,
  by: v.exactOptional(Instant),
  doneWhen: v.exactOptional(Paragraphs),
});

const head = {
  /** Unique within the request. */
  id: v.pipe(v.string(), v.regex(/^[0-9A-Z]{4,40}$/)),
  request: RequestId,
  /** ms since 1970, by the clock of who acted. */
  at: Instant,
  who: Party,
  /** Kind of channel it went over. */
  over: v.exactOptional(Line),
  /** Id of the last event that who acted had seen; absent: the first. */
  after: v.exactOptional(v.string()),
};

export const RequestEvent = v.variant('kind', [
  v.object({ ...head, kind: v.literal('queued'), to: Party, content: Content }),
  v.object({ ...head, kind: v.literal('sent') }),
  v.object({ ...head, kind: v.literal('restated'), ...Restatement.entries }),
  v.object({ ...head, kind: v.literal('confirmed') }),
  v.object({ ...head, kind: v.literal('corrected'), text: Paragraphs }),
  /** Taken on without a restatement. */
  v.object({ ...head, kind: v.literal('accepted') }),
  v.object({ ...head, kind: v.literal('declined'), text: Paragraphs }),
  v.object({ ...head, kind: v.literal('handed-on'), to: Party, text: v.exactOptional(Paragraphs) }),
  v.object({ ...head, kind: v.literal('answered'), text: Paragraphs }),
  v.object({ ...head, kind: v.literal('closed'), rating: Rating, text: v.exactOptional(Line) }),
  v.object({ ...head, kind: v.literal('cancelled'), text: v.exactOptional(Paragraphs) }),
  v.object({ ...head, kind: v.literal('reopened'), text: v.exactOptional(Paragraphs) }),
  v.object({ ...head, kind: v.literal('reminded') }),
]);
export type RequestEvent = v.InferOutput<typeof RequestEvent>;
export type EventKind = RequestEvent['kind'];
