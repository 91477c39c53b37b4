/** What a host is: a site whose boards, cards or mails we can read. One file a site; `registry` lists them. */
import type { SlotName } from '@/utils/handbook/host-slots';
import type { ViewKind } from '@/utils/messages/view';

export { type SlotName, slotNames } from '@/utils/handbook/host-slots';

/** One way to find something, as a handbook may hold it too. */
export interface Way {
  /** CSS selector; `{id}` stands for the id in the address. */
  css: string;
  /** What of the element is read: `text` (the default), `value` of a field, or `@attribute`. */
  read?: string;
  /** ISO day or month when it was last seen to hold; the year alone where nothing nearer is known. */
  since: string;
}

/** A way of ours says where it is known from, too: a repository, a page of documentation, a release that was run. */
export interface Anchor extends Way {
  source: string;
}

/** Ways to find each thing, the newest first; old ones stay until they are retired. */
export type Ways = Partial<Record<SlotName, readonly Way[]>>;
export type Anchors = Partial<Record<SlotName, readonly Anchor[]>>;

/** Selectors that a handbook holds for a host. */
export interface Correction {
  /** Id of the host. */
  host: string;
  anchors: Ways;
}

/** What an address tells by itself. */
export interface Place {
  kind: ViewKind;
  /** Of card or thread, else of board or folder. */
  id?: string;
}

/** What a document's title tells. */
export interface Titled {
  /** Of card or thread. */
  title?: string;
  /** Of the board, or a mail's folder. */
  board?: string;
}

export interface Host {
  /** Lower case; stays the same for ever, as requests and settings name it. */
  id: string;
  /** As people call it. */
  name: string;
  /** What a user may say that a site of their own is. */
  kind: 'board' | 'mail' | 'chat' | 'page';
  /** Match patterns of where it is hosted for everyone; empty: only where a company runs it. */
  patterns: readonly string[];
  /** Companies run it under addresses of their own; the user says where. */
  ownDomain?: boolean;
  /** What must be found on the page, by kind of view; where it is not, the host has changed. */
  essential: Partial<Record<ViewKind, readonly SlotName[]>>;
  anchors: Anchors;
  /** Pure: what an address of this host shows, null where that is nothing of its work (settings, sign-in). */
  place(url: URL): Place | null;
  /** Pure: what its title says in such a place. The title comes without counts of what is new. */
  titled(title: string, place: Place): Titled;
  /** Whether a page of the user's own site is this program's. */
  recognises?(document: Document): boolean;
  /** Where several views share one address: what is in view, by what is found on the page. `place`: by the address. */
  placeOnPage?(document: Document, place: Place): Place;
  /** Its own word for the dark, where what is painted may mislead; null: it says nothing. */
  isDark?(document: Document): boolean | null;
}
