/**
 * Every message between a page, the extension's own pages and the background: schema first, types inferred.
 * Nothing else is answered. `from` says who may send a message: a content script can be steered by the page it
 * stands in, so it gets only what a page may learn.
 */
import * as v from 'valibot';
import type { Problem } from '@/utils/handbook/read';
import type { FetchFault } from '@/utils/services/fetch-fault';
import type { PublicSettings, Settings } from '@/utils/store/settings';
import { SettingsPatch } from '@/utils/store/settings';
import type { Definition, SearchHit } from './definition';

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
    };

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
  /** Selected text is looked up. */
  'page.lookUp': fromPage<LookUp>()(v.object({ word: Word, around: Surroundings })),
  /** A related term in an open card is opened. */
  'page.concept': fromPage<Definition | null>()(ConceptByWord),

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

/** A keyboard command of the manifest, or the item of the context menu. */
export type Command = 'define-selection' | 'next-term' | 'previous-term';

/** From the background to the pages of a tab. A frame answers a command with whether it took it. */
export type Notice =
  | { notice: 'changed' }
  | {
      notice: 'command';
      command: Command;
      /** `card`: only the frame whose card is open takes it, and the others keep silent. */
      where: 'card' | 'here';
    };
