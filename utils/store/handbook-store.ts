/** What is kept of a handbook, and how it is read and replaced. */
import type { Counts } from '@/utils/handbook/counts';
import type { Problem } from '@/utils/handbook/read';
import type { Handbook, Text } from '@/utils/handbook/schema';
import type { FetchFault } from '@/utils/store/fetch-fault';

export type Bytes = Uint8Array<ArrayBuffer>;

/** All that is known of the handbook in use without reading it. */
export interface HandbookAbout {
  /** Digest over the documents it was read from and how they were read; another whenever the content is. */
  id: string;
  source: 'sample' | 'address';
  /** As the user gave it; empty for the sample. */
  address: string;
  /** Where the document came from after redirects; parts are relative to it. Empty for the sample. */
  url: string;
  /** Validators for the next conditional request. */
  etag?: string;
  lastModified?: string;
  /** `readFormat` of the release that read it. */
  readFormat: number;
  /** Digest of the handbook's own document. */
  digest: string;
  /** The parts in use, at most one for each that the handbook names. */
  parts: Array<{ address: string; digest: string }>;
  /** false: a part, or its newest version, is missing. */
  complete: boolean;
  /** ms since 1970 */
  loadedAt: number;
  name: Text;
  revision?: string;
  /** The main one first. */
  languages: string[];
  counts: Counts;
  departments: Array<{ id: string; name: Text }>;
  problems: Problem[];
}

/** How the checks for a new revision go. */
export interface SyncState {
  /** The source and address it is about. */
  of: string;
  /** Failed checks since the last good one. */
  failures: number;
  /** `at` in ms since 1970 */
  error?: FetchFault & { at: number };
  /** The last good check, ms since 1970. */
  checkedAt?: number;
  /** ms since 1970 */
  nextCheckAt?: number;
}

export interface HandbookStore {
  about(): Promise<HandbookAbout | null>;
  /** The handbook in use; all parts in one. null where another release has read it: `readAgain`. */
  current(): Promise<{ about: HandbookAbout; handbook: Handbook } | null>;
  /** The bytes of a document in use, the handbook's own or a part. */
  document(digest: string): Promise<Bytes | null>;
  /**
   * Puts a handbook in place of the one in use, all or nothing, and forgets documents no longer in use.
   * @param documents bytes by digest; those already kept may be absent
   */
  replace(about: HandbookAbout, handbook: Handbook, documents: ReadonlyMap<string, Bytes>): Promise<void>;
  /** Notes new validators of a document that is otherwise the same. */
  revalidate(validators: Pick<HandbookAbout, 'etag' | 'lastModified'>): Promise<void>;
  syncState(): Promise<SyncState | null>;
  saveSyncState(state: SyncState): Promise<void>;
  /** Empties the database: handbook, documents, state of the checks, what was derived, and what `WorkspaceStore` keeps. */
  clear(): Promise<void>;
}
