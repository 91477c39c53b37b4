/** What scripts on pages answer to a notice: schema first, types inferred, as the page around them may steer them. */
import * as v from 'valibot';
import { mostWords } from './limits';
import type { NoticeName } from './protocol';

const Short = v.pipe(v.string(), v.maxLength(300));

/** Terms marked in a frame, in the order of the page, each once: ids in a vocabulary, and as they are written there. */
const Marked = v.object({
  vocabulary: Short,
  words: v.pipe(
    v.array(v.object({ term: v.pipe(v.number(), v.integer()), word: Short })),
    v.maxLength(mostWords),
  ),
});
export type Marked = v.InferOutput<typeof Marked>;

export const noticeAnswers = {
  changed: v.literal(true),
  /** Whether it was taken. */
  command: v.boolean(),
  words: Marked,
  /** Mail addresses. */
  senders: v.pipe(v.array(Short), v.maxLength(8)),
  marked: v.literal(true),
  'show-word': v.boolean(),
  dock: v.boolean(),
} as const satisfies Record<NoticeName, v.GenericSchema>;

export type NoticeAnswer<N extends NoticeName> = v.InferOutput<(typeof noticeAnswers)[N]>;
