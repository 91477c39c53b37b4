/**
 * Between a page's script and the frame that shows the card. They speak over one MessagePort, which the page cannot
 * reach: the script's end lies in its own world, the frame's in the extension's origin. The frame, which any page may
 * embed, takes only what has the right shape: schema first, types inferred.
 */
import * as v from 'valibot';
import { Definition, SearchHit } from './definition';

/** What the card shows: a definition, or that a word has none. */
const CardContent = v.union([
  v.object({ definition: Definition }),
  v.object({ missing: v.string(), near: v.array(SearchHit) }),
]);
export type CardContent = v.InferOutput<typeof CardContent>;

const CardLook = v.object({
  dark: v.boolean(),
  /** Name the keys on the card. */
  hints: v.boolean(),
  /** BCP 47 tag of `messages`, by which `Intl` writes days. */
  language: v.pipe(v.string(), v.check(isLanguageTag)),
  /** By key, as `translate` has it. */
  messages: v.record(v.string(), v.string()),
});
export type CardLook = v.InferOutput<typeof CardLook>;

const Opening = v.object({
  /** Counts openings, so that an answer that comes late is known as such. */
  number: v.number(),
  content: CardContent,
  look: CardLook,
  /** px */
  width: v.number(),
  pinned: v.boolean(),
});
export type Opening = v.InferOutput<typeof Opening>;

/** To the frame. */
export const ToCard = v.variant('say', [
  v.object({ say: v.literal('open'), opening: Opening }),
  /** What a concept asked for means; null: there is none. */
  v.object({ say: v.literal('concept'), question: v.number(), definition: v.nullable(Definition) }),
  v.object({ say: v.literal('focus') }),
  v.object({ say: v.literal('clear') }),
]);
export type ToCard = v.InferOutput<typeof ToCard>;

/** From the frame. */
export type FromCard =
  /** All is drawn and so many px high. */
  | { say: 'drawn'; number: number; height: number }
  | { say: 'pinned'; pinned: boolean }
  | { say: 'pointer'; inside: boolean }
  /** A concept named on the card is asked for, by the word that names it; answered under the question's number. */
  | { say: 'concept'; question: number; concept: string; word: string }
  | { say: 'close' };

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
