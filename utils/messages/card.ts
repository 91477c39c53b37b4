/**
 * Between a page's script and the frame that shows the card. They speak over one MessagePort, which the page cannot
 * reach: the script's end lies in its own world, the frame's in the extension's origin.
 */
import type { Catalogue } from '@/utils/platform/translate';
import type { Definition, SearchHit } from './protocol';

/** What the card shows: a definition, or that a word has none. */
export type CardContent = { definition: Definition } | { missing: string; near: SearchHit[] };

export interface CardLook {
  dark: boolean;
  /** Name the keys on the card. */
  hints: boolean;
  /** BCP 47 tag of `messages`. */
  language: string;
  messages: Catalogue;
}

export interface Opening {
  /** Counts openings, so that an answer that comes late is known as such. */
  number: number;
  content: CardContent;
  look: CardLook;
  /** px */
  width: number;
  pinned: boolean;
}

/** To the frame. */
export type ToCard =
  | { say: 'open'; opening: Opening }
  /** Opens another concept in the open card; null: there is none. */
  | { say: 'turn'; concept: string; definition: Definition | null }
  | { say: 'focus' }
  | { say: 'clear' };

/** From the frame. */
export type FromCard =
  /** All is drawn and so many px high. */
  | { say: 'drawn'; number: number; height: number }
  | { say: 'pinned'; pinned: boolean }
  | { say: 'pointer'; inside: boolean }
  /** A concept named on the card is asked for. */
  | { say: 'concept'; concept: string }
  | { say: 'close' };
