/** What a host is: a site whose boards, cards or mails we can read. One file a site implements it; `registry` lists them. */
import type { ViewKind } from '@/utils/messages/view';

/** What can be read off a page. `frame`: a frame that the rest is read from; `action`: where an Ask button may stand. */
export const slotNames = [
  'board',
  'list',
  'title',
  'id',
  'labels',
  'due',
  'people',
  'text',
  'frame',
  'action',
  'recipients',
  'subject',
  'editor',
] as const;
export type SlotName = (typeof slotNames)[number];

/** One way to find something, with its date and source, so that a correction is data. */
export interface Anchor {
  /** CSS selector. */
  css: string;
  /** What of the element is read: its text (the default), the value of a field, or an attribute (`@title`). */
  read?: 'text' | 'value' | `@${string}`;
  /** ISO day or month when it was last seen to hold. */
  since: string;
  /** Where that is known from: a repository, a page of documentation, a run of ours. */
  source: string;
}

/** Ways to find each thing, the newest first; old ones stay until they are retired. */
export type Anchors = Partial<Record<SlotName, readonly Anchor[]>>;

/** What an address tells by itself. */
export interface Place {
  kind: Exclude<ViewKind, 'page'>;
  /** Of card or thread, else of board or folder. */
  id?: string;
}

/** What a document's title tells. */
export interface Titled {
  title?: string;
  board?: string;
}

export interface Host {
  /** Lower case; stays the same for ever, as requests and settings name it. */
  id: string;
  /** As people call it. */
  name: string;
  /** What a user may say that a site of their own is. */
  kind: 'board' | 'mail' | 'chat';
  /** Match patterns of where it is hosted for everyone; empty: only where a company runs it. */
  patterns: readonly string[];
  /** Pure: what an address of this host shows, null where that is nothing of its work (settings, sign-in). */
  place(url: URL): Place | null;
  /** Pure: what its title says in such a place. */
  titled(title: string, place: Place): Titled;
  anchors: Anchors;
  /** What must be found on the page, by kind of view; where it is not, the host has changed. */
  essential: Partial<Record<Place['kind'], readonly SlotName[]>>;
  /** Its own look for the dark, where what is painted does not tell. */
  isDark?(document: Document): boolean | null;
  /** Address and title say nothing here: several views share one. `place` is then told by what is found on the page. */
  placeOnPage?(document: Document, place: Place): Place | null;
}
