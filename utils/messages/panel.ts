/**
 * Between a panel and the script in its tab that reads boards and mail, over a port that the panel opens: while it is
 * open, the script tells of every change. Schema first, types inferred: the script stands on a foreign page.
 */
import * as v from 'valibot';
import { mostDraft } from './limits';
import { View } from './view';

/** Name of the port. */
export const panelPort = 'panel';

export const ToPanel = v.variant('say', [
  v.object({ say: v.literal('view'), view: View }),
  /** What is being written; empty: nothing. */
  v.object({ say: v.literal('draft'), text: v.pipe(v.string(), v.maxLength(mostDraft)) }),
  /** The page took our element away again and again. */
  v.object({ say: v.literal('given-up') }),
  /** The reader wants to ask another department about what is in view. */
  v.object({ say: v.literal('ask') }),
  /** How the page is built, without any of its text, for whoever mends what a changed host broke. */
  v.object({ say: v.literal('report'), text: v.pipe(v.string(), v.maxLength(20_000)) }),
]);
export type ToPanel = v.InferOutput<typeof ToPanel>;

export type FromPanel =
  /** The reader closed it. */
  | { say: 'close' }
  /** It goes to the other side of the window. */
  | { say: 'other-side' }
  | { say: 'report' }
  /** Puts another word in the place of one in the draft. */
  | { say: 'replace'; word: string; other: string }
  /** Adds a note at the end of the draft. */
  | { say: 'add'; text: string };
