/**
 * Between a panel and the script in its tab that reads boards and mail, over a port that the panel opens: while it is
 * open, the script tells of every change. Schema first, types inferred: the script stands on a foreign page.
 */
import * as v from 'valibot';
import { mostDraft } from './limits';
import { People, View } from './view';

/** Name of the port. */
export const panelPort = 'panel';

const Words = v.pipe(v.string(), v.maxLength(1000));

export const ToPanel = v.variant('say', [
  v.object({ say: v.literal('view'), view: View }),
  /** What is being written, empty: nothing; and to whom, as its own window says, empty: to those of the view. */
  v.object({ say: v.literal('draft'), text: v.pipe(v.string(), v.maxLength(mostDraft)), to: People }),
  /** The page took our element away again and again. */
  v.object({ say: v.literal('given-up') }),
  /** Other words are marked on the page than was answered: they may be asked for again. */
  v.object({ say: v.literal('marked') }),
  /** The reader wants to ask another department about what is in view. */
  v.object({ say: v.literal('ask') }),
  /** How the page is built, without any of its text, for whoever mends what a changed host broke. */
  v.object({ say: v.literal('report'), text: v.pipe(v.string(), v.maxLength(20_000)) }),
]);
export type ToPanel = v.InferOutput<typeof ToPanel>;

export const FromPanel = v.variant('say', [
  /** The reader closed it. */
  v.object({ say: v.literal('close') }),
  /** It goes to the other side of the window. */
  v.object({ say: v.literal('other-side') }),
  v.object({ say: v.literal('report') }),
  /** Puts another word in the place of one in the draft. */
  v.object({ say: v.literal('replace'), word: Words, other: Words }),
  /** Adds a note at the end of the draft. */
  v.object({ say: v.literal('add'), text: Words }),
]);
export type FromPanel = v.InferOutput<typeof FromPanel>;
