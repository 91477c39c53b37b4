/** Gets one part of a handbook: kept, fetched, or at least an earlier version of it. */
import { digestOf, hasEntries, type PartRead, partAddress } from '@/utils/handbook/parts';
import { type ReadLists, readLists } from '@/utils/handbook/read';
import type { Part } from '@/utils/handbook/schema';
import type { FetchFault } from '@/utils/store/fetch-fault';
import type { Bytes, HandbookAbout, HandbookStore } from '@/utils/store/handbook-store';
import { fetchDocument, type Net } from './fetch-document';
import { shownAddress, unusable } from './fetch-fault';
import { parseDocument } from './parse-document';

/** Where a handbook is, and how its server knows the reader. */
export interface Origin {
  address: string;
  authorization: string;
  cookies: boolean;
}

export interface Loading {
  store: Pick<HandbookStore, 'document'>;
  net: Net;
  signal: AbortSignal;
}

export interface PartLoaded {
  read: PartRead;
  inUse?: { address: string; digest: string; bytes: Bytes };
  fault?: FetchFault;
  /** ms that a server asks to wait. */
  retryAfter?: number;
}

/**
 * @param base address of the handbook's own document
 * @param known the handbook in use, if it came from the same address
 * @returns the part; where it cannot be had, why, and its last version if one is kept. Never rejects for what a server
 *   answers
 */
export async function loadPart(
  part: Part,
  base: string,
  origin: Origin,
  known: HandbookAbout | null,
  loading: Loading,
): Promise<PartLoaded> {
  const { url, digest } = part;
  const address = partAddress(part, base);
  if (!address) return absent(url, { fault: { key: 'fetch_part_address', names: [url] } });
  const got = await getPart(address, digest, origin, loading);
  if ('read' in got) {
    return { read: { url, state: 'loaded', read: got.read }, inUse: { address, digest, bytes: got.bytes } };
  }
  const before = known?.parts.find((part) => part.address === address);
  const bytes = before && (await loading.store.document(before.digest));
  const parsed = bytes && parseDocument(bytes, address);
  if (!before || !parsed || 'fault' in parsed) return absent(url, got);
  return {
    ...got,
    read: { url, state: 'kept', read: readLists(parsed.value) },
    inUse: { address, digest: before.digest, bytes },
  };
}

type Failure = { fault: FetchFault; retryAfter?: number };

function absent(url: string, failure: Failure): PartLoaded {
  return { ...failure, read: { url, state: 'absent' } };
}

/** A part with the digest of one at hand is not fetched again. */
async function getPart(
  address: string,
  digest: string,
  origin: Origin,
  { store, net, signal }: Loading,
): Promise<{ read: ReadLists; bytes: Bytes } | Failure> {
  const kept = await store.document(digest);
  const where = shownAddress(address);
  let document: { bytes: Bytes; value: unknown };
  if (kept) {
    const parsed = parseDocument(kept, address);
    if ('fault' in parsed) return parsed;
    document = { bytes: kept, value: parsed.value };
  } else {
    // What makes the reader known to the handbook's server is not shown to another one.
    const own = new URL(address).origin === new URL(origin.address).origin;
    const secrets = own ? origin : { authorization: '', cookies: false };
    const fetched = await fetchDocument({ ...secrets, address, signal }, net);
    if (fetched.kind === 'failed') return fetched;
    if (fetched.kind === 'unchanged' || (await digestOf(fetched.bytes)) !== digest)
      return { fault: { key: 'fetch_part_digest', names: [where] } };
    document = fetched;
  }
  const read = readLists(document.value);
  const [problem] = read.problems;
  if (problem && !hasEntries(read.lists)) return { fault: unusable(where, problem.path) };
  return { read, bytes: document.bytes };
}
