/**
 * Every message between a page, the extension's own pages and the background: schema first, types inferred.
 * Nothing else is answered. `from` says who may send a message: a content script can be steered by the page it
 * stands in, so it gets only what a page may learn.
 */
import * as v from 'valibot';
import type { Problem } from '@/utils/handbook/read';
import type { Correction } from '@/utils/hosts/host';
import type { FetchFault } from '@/utils/store/fetch-fault';
import type { PublicSettings, Settings } from '@/utils/store/settings';
import { SettingsPatch } from '@/utils/store/settings';
import type { Context, Found, WordHere } from './context';
import type { Definition, SearchHit } from './definition';
import type { DraftWord } from './draft';
import { leastDock, mostDock, mostDraft } from './limits';
import { People, View } from './view';

export type { Definition, Meaning, Reason, SearchHit, Worded } from './definition';

const Short = v.pipe(v.string(), v.maxLength(300));

/** What a page tells of the place where a word stands. It stays on this machine. */
export const Surroundings = v.object({
  /** Text of the block around the word, at most 600 characters. */
  text: v.pipe(v.string(), v.maxLength(600)),
  title: Short,
  /** Mail addresses of who speaks here, nearest first. */
  speakers: v.pipe(v.array(Short), v.maxLength(8)),
  /** Ids of other terms marked within a window's height of the word. */
  others: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(200)),
});
export type Surroundings = v.InferOutput<typeof Surroundings>;

/** One written form of a term as a page needs it: its text, match flags (`terms/form`), the id of its term. */
export type WireForm = [text: string, flags: number, term: number, never?: string[]];

/** A word looked up: found, or what comes near. */
export type LookUp = { found: Definition } | { found: null; word: string; near: SearchHit[] };

/** What a page is told when it starts, and again when something changes. */
export type PageStart =
  | { on: false }
  | {
      on: true;
      /** Changes whenever the vocabulary does; ids of terms hold within one. */
      vocabulary: string;
      settings: PublicSettings;
      /** Messages the card needs (`card_*`, `reason_*`), in the interface's language. */
      messages: Record<string, string>;
      /** BCP 47 tag of `messages`. */
      language: string;
      /** A panel has asked for this tab's words: the first ones are told of. */
      asked: boolean;
    };

/** What the script of boards and mail is told when it starts. */
export type WorkspaceStart =
  | { on: false }
  | {
      on: true;
      /** Its host is read by itself; else only once the reader opens the panel there. */
      byItself: boolean;
      /** What the user said the site is: a host's id, `board` or `mail`. */
      declared?: string;
      /** Selectors of the handbook in use, for any hosts. */
      corrections: Correction[];
      dock: DockState;
      theme: PublicSettings['theme'];
      /** Messages it needs (`dock_*`), and their BCP 47 tag. */
      messages: Record<string, string>;
      language: string;
    };

/** How the panel on a page is left. */
export const DockState = v.object({
  open: v.boolean(),
  /** px */
  width: v.pipe(v.number(), v.minValue(leastDock), v.maxValue(mostDock)),
  side: v.picklist(['left', 'right']),
});
export type DockState = v.InferOutput<typeof DockState>;

/** State of the handbook as the user sees it. */
export interface HandbookStatus {
  source: 'none' | 'sample' | 'address';
  address?: string;
  name?: string;
  revision?: string;
  counts?: { concepts: number; contested: number; departments: number; projects: number };
  /** Times in ms since 1970. */
  loadedAt?: number;
  checkedAt?: number;
  nextCheckAt?: number;
  /** The last failure and when it was; the handbook in use is the one before it. */
  error?: FetchFault & { at: number };
  /** Entries set aside. */
  problems: Problem[];
  departments: Array<{ id: string; name: string }>;
  busy: boolean;
}

/** What happens on one site, and what the user may do about it. */
export interface SiteState {
  /** Absent where extensions may not run (browser pages, stores). */
  origin?: string;
  host?: string;
  granted: boolean;
  everywhere: boolean;
  rule: 'on' | 'off' | 'paused' | 'sensitive' | 'not-added' | 'impossible';
  /** The department that speaks on this site, if the user said so. */
  department?: string;
  /** What the site is, if the user said so: a host's id, `board` or `mail`. */
  declared?: string;
}

/** What is kept on this machine. */
export interface Stored {
  bytes: number;
  handbook: boolean;
  meanings: number;
  settings: string[];
}

interface Message<From extends 'page' | 'extension', P extends v.GenericSchema, R> {
  from: From;
  params: P;
  /** Only a type: answers come from the background, which is trusted. */
  answer?: R;
}
const fromPage =
  <R>() =>
  <P extends v.GenericSchema>(params: P): Message<'page', P, R> => ({ from: 'page', params });
const fromExtension =
  <R>() =>
  <P extends v.GenericSchema>(params: P): Message<'extension', P, R> => ({ from: 'extension', params });

const Nothing = v.object({});
const Word = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
/** A concept, and the word it was chosen by. */
const ConceptByWord = v.object({ concept: Short, word: Word });
/** The panel stands in a private window; where it has no tab of its own, nobody but itself can say so. */
const Private = v.optional(v.boolean());
/** A text that is being written over a view; `to`: what its own window says of its recipients, empty: nothing. */
const Draft = v.object({ view: View, text: v.pipe(v.string(), v.maxLength(mostDraft)), to: People });
const SiteAddress = v.pipe(v.string(), v.maxLength(2000));

export const protocol = {
  /** A page starts, or asks anew after a change. */
  'page.start': fromPage<PageStart>()(Nothing),
  /** Which terms begin with these token keys (`terms/tokens`)? */
  'page.terms': fromPage<{ vocabulary: string; forms: WireForm[] }>()(
    v.object({
      vocabulary: Short,
      keys: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(200_000)),
    }),
  ),
  /** The pointer or the keyboard rests on a marked term. */
  'page.define': fromPage<Definition | null>()(
    v.object({ vocabulary: Short, term: v.pipe(v.number(), v.integer()), word: Word, around: Surroundings }),
  ),
  /** Other words are marked than was answered last. */
  'page.marked': fromPage<void>()(Nothing),
  /** Selected text is looked up. */
  'page.lookUp': fromPage<LookUp>()(v.object({ word: Word, around: Surroundings })),
  /** A related term in an open card is opened. */
  'page.concept': fromPage<Definition | null>()(ConceptByWord),

  'workspace.start': fromPage<WorkspaceStart>()(Nothing),
  /** The panel was opened, closed or made wider there. */
  'workspace.dock': fromPage<void>()(DockState),
  /** How many words of a draft its receivers read differently; which ones, only a page of ours is told. */
  'draft.count': fromPage<number>()(Draft),
  /** What a frame of the panel has to show to be let in, once. */
  'workspace.pass': fromPage<string | null>()(Nothing),

  /** A frame of the panel begins; answered with its tab. null: it was not our script that put it there. */
  'panel.enter': fromExtension<number | null>()(v.object({ pass: Short })),
  /** A view with what its host's own interface tells and its page does not show; null: that adds nothing. */
  'context.view': fromExtension<View | null>()(v.object({ view: View })),
  /** What a view is about; null: there is no handbook. */
  context: fromExtension<Context | null>()(v.object({ view: View })),
  /** The project that a place belongs to, by the reader's word; null: by the handbook's again. */
  'context.choose': fromExtension<Context | null>()(
    v.object({ view: View, project: v.nullable(Short), private: Private }),
  ),
  /** An entry of a hand-off's checklist was ticked for this card or thread. */
  'context.tick': fromExtension<Context | null>()(
    v.object({
      view: View,
      handoff: Short,
      entry: v.pipe(v.number(), v.integer()),
      done: v.boolean(),
      private: Private,
    }),
  ),
  'context.search': fromExtension<Found[]>()(
    v.object({ query: v.pipe(v.string(), v.maxLength(200)), limit: v.optional(v.number(), 8) }),
  ),
  'draft.words': fromExtension<DraftWord[]>()(Draft),
  /** Goes to where a term is marked in a frame of a tab, and opens its card. */
  'context.show': fromExtension<void>()(
    v.object({
      tab: v.pipe(v.number(), v.integer()),
      frame: v.pipe(v.number(), v.integer()),
      term: v.pipe(v.number(), v.integer()),
    }),
  ),
  /** Terms marked in a tab. */
  'context.words': fromExtension<WordHere[]>()(v.object({ tab: v.pipe(v.number(), v.integer()) })),

  'handbook.status': fromExtension<HandbookStatus>()(Nothing),
  /** Fetch now; answers when done. */
  'handbook.refresh': fromExtension<HandbookStatus>()(Nothing),
  search: fromExtension<SearchHit[]>()(
    v.object({ query: v.pipe(v.string(), v.maxLength(200)), limit: v.optional(v.number(), 8) }),
  ),
  'search.concept': fromExtension<Definition | null>()(ConceptByWord),
  'settings.get': fromExtension<Settings>()(Nothing),
  /** Only what changes; `null` takes a setting back to its default. */
  'settings.set': fromExtension<Settings>()(SettingsPatch),
  'site.state': fromExtension<SiteState>()(v.object({ url: SiteAddress })),
  /** Sets the rule of a site. The permission itself is asked for by the page with the user's click. */
  'site.rule': fromExtension<SiteState>()(
    v.object({
      url: SiteAddress,
      /** Absent: as it is. */
      rule: v.optional(v.picklist(['on', 'off', 'paused'])),
      department: v.optional(v.nullable(Short)),
      declared: v.optional(v.nullable(Short)),
    }),
  ),
  /** Forgets the rule of a site; the page gives the permission back. */
  'site.remove': fromExtension<SiteState>()(v.object({ url: SiteAddress })),
  stored: fromExtension<Stored>()(Nothing),
  /** Deletes everything kept on this machine. */
  'stored.delete': fromExtension<Stored>()(Nothing),
} as const;

export type Protocol = typeof protocol;
export type MessageName = keyof Protocol;
export type Params<N extends MessageName> = v.InferInput<Protocol[N]['params']>;
export type ParsedParams<N extends MessageName> = v.InferOutput<Protocol[N]['params']>;
export type Answer<N extends MessageName> =
  Protocol[N] extends Message<infer _F, infer _P, infer R> ? R : never;

/** A keyboard command of the manifest that goes to the page, or the item of the context menu. */
export type Command = 'define-selection' | 'next-term' | 'previous-term';

/** Our scripts on pages: one marks words, one reads boards and mail. */
export type ScriptName = 'overlay' | 'workspace';

/**
 * From the background, or a page of ours, to the pages of a tab: what is said; answered as `notice-answers` has it. One
 * that has nothing to say keeps silent and leaves the answer to another.
 */
export interface Notices {
  /** Rules, settings or the handbook changed: the script of that name begins anew. */
  changed: { script: ScriptName };
  /** `card`: only the frame whose card is open takes it. */
  command: { command: Command; where: 'card' | 'here' };
  /** Which terms are marked. */
  words: object;
  /** Who writes the mail in view, as its host shows them. */
  senders: object;
  /** Other terms are marked in the tab than was answered. */
  marked: object;
  /** Goes to where a term is marked and opens its card. */
  'show-word': { term: number };
  /** Opens or closes the panel on the page. */
  dock: { open?: boolean };
}
export type NoticeName = keyof Notices;
export type Notice = { [N in NoticeName]: { notice: N } & Notices[N] }[NoticeName];
