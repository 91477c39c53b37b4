/** Gets a handbook and its parts, as little of it as has changed. */
import { countsOf } from '@/utils/handbook/counts';
import { digestOf, hasEntries, mergeHandbook, readableParts } from '@/utils/handbook/parts';
import { readFormat, readHandbook } from '@/utils/handbook/read';
import type { Handbook } from '@/utils/handbook/schema';
import type { FetchFault } from '@/utils/store/fetch-fault';
import type { Bytes, HandbookAbout } from '@/utils/store/handbook-store';
import { fetchDocument } from './fetch-document';
import { shownAddress, unusable } from './fetch-fault';
import { inParallel } from './in-parallel';
import { type Loading, loadPart, type Origin } from './load-part';
import { parseDocument } from './parse-document';

/** What a check found. `fault`: something could not be had; with `next`, only parts. */
export interface Loaded {
  /** Absent: what is in use is still right, or nothing better was found. */
  next?: NewHandbook;
  /** Absent: as they were. */
  validators?: Validators;
  fault?: FetchFault;
  /** ms that a server asks to wait. */
  retryAfter?: number;
}

export interface NewHandbook {
  about: HandbookAbout;
  handbook: Handbook;
  /** Bytes by digest. */
  documents: Map<string, Bytes>;
}

type Validators = Pick<HandbookAbout, 'etag' | 'lastModified'>;

/** The handbook's own document. */
interface Head {
  source: HandbookAbout['source'];
  address: string;
  url: string;
  bytes: Bytes;
  digest: string;
  validators: Validators;
  value: unknown;
}

/** Fetches of parts that run side by side. */
const partsAtOnce = 4;

/**
 * @param current the handbook in use, whatever its origin
 * @returns what to put in its place, if anything; a part that cannot be had keeps its last version
 */
export async function loadHandbook(
  origin: Origin,
  current: HandbookAbout | null,
  loading: Loading,
): Promise<Loaded> {
  const known = current?.source === 'address' && current.address === origin.address ? current : null;
  const fetched = await fetchDocument(
    { ...origin, etag: known?.etag, lastModified: known?.lastModified, signal: loading.signal },
    loading.net,
  );
  if (fetched.kind === 'failed') return fetched;
  if (fetched.kind === 'unchanged') {
    if (!known || known.complete) return {};
    return withParts(await keptHead(known, loading), origin, known, loading);
  }
  const digest = await digestOf(fetched.bytes);
  const validators = pickValidators(fetched);
  if (known?.digest === digest && known.url === fetched.url && known.complete) return { validators };
  const head: Head = { ...fetched, source: 'address', address: origin.address, digest, validators };
  return withParts(head, origin, known, loading);
}

/** @returns the handbook bundled with the extension, if it is not the one in use */
export async function loadSample(
  bytes: Bytes,
  current: HandbookAbout | null,
  loading: Loading,
): Promise<Loaded> {
  const digest = await digestOf(bytes);
  if (current?.source === 'sample' && current.digest === digest) return {};
  const parsed = parseDocument(bytes, '');
  if ('fault' in parsed) return { fault: { key: 'fetch_sample', names: [] } };
  const head: Head = { source: 'sample', address: '', url: '', bytes, digest, validators: {}, ...parsed };
  return withParts(head, { address: '', authorization: '', cookies: false }, null, loading);
}

/**
 * @param known the handbook in use, read by another release
 * @returns it, read from the documents that are kept, without asking anybody; null if that cannot be done
 */
export async function readAgain(known: HandbookAbout, loading: Loading): Promise<NewHandbook | null> {
  const head = await keptHead(known, loading).catch(() => null);
  if (!head) return null;
  const net = { ...loading.net, fetch: () => Promise.reject(new TypeError('Not to be asked for.')) };
  const origin = { address: known.address, authorization: '', cookies: false };
  const { next } = await withParts(head, origin, known, { ...loading, net });
  return next ? { ...next, about: { ...next.about, loadedAt: known.loadedAt } } : null;
}

async function withParts(
  head: Head,
  origin: Origin,
  known: HandbookAbout | null,
  loading: Loading,
): Promise<Loaded> {
  const read = readHandbook(head.value);
  const { handbook } = read;
  if (!handbook || !hasEntries(handbook)) return { fault: headFault(head, read) };
  const parts = await inParallel(partsAtOnce, readableParts(handbook), (part) =>
    loadPart(part, head.url, origin, known, loading),
  );
  const faults = parts.filter((part) => part.fault !== undefined);
  const inUse = parts.flatMap(({ inUse }) => inUse ?? []);
  const id = await digestOf(
    new TextEncoder().encode([readFormat, head.digest, ...inUse.map((part) => part.digest)].join()),
  );
  const failure = { ...faults[0], retryAfter: Math.max(0, ...faults.map((part) => part.retryAfter ?? 0)) };
  const outcome: Loaded = failure.fault ? { fault: failure.fault, retryAfter: failure.retryAfter } : {};
  if (known?.id === id && known.url === head.url) return { ...outcome, validators: head.validators };

  const merged = mergeHandbook(
    { ...read, handbook },
    parts.map(({ read }) => read),
  );
  const { revision } = merged.handbook;
  const about: HandbookAbout = {
    id,
    source: head.source,
    address: head.address,
    url: head.url,
    ...head.validators,
    readFormat,
    digest: head.digest,
    parts: inUse.map(({ address, digest }) => ({ address, digest })),
    complete: faults.length === 0,
    loadedAt: loading.net.now(),
    name: merged.handbook.name,
    ...(revision !== undefined && { revision: String(revision) }),
    languages: merged.handbook.languages,
    counts: countsOf(merged.handbook),
    departments: merged.handbook.departments.map(({ id, name }) => ({ id, name })),
    problems: merged.problems,
  };
  const documents = new Map([
    [head.digest, head.bytes],
    ...inUse.map(({ digest, bytes }) => [digest, bytes] as const),
  ]);
  return { ...outcome, next: { about, handbook: merged.handbook, documents } };
}

async function keptHead(known: HandbookAbout, { store }: Loading): Promise<Head> {
  const bytes = await store.document(known.digest);
  if (!bytes) throw new Error('A handbook is in use whose document is not kept.');
  const parsed = parseDocument(bytes, known.url);
  if ('fault' in parsed) throw new Error('A document was kept that is none.');
  return { ...known, bytes, validators: pickValidators(known), ...parsed };
}

function headFault(head: Head, { handbook, problems }: ReturnType<typeof readHandbook>): FetchFault {
  if (head.source === 'sample') return { key: 'fetch_sample', names: [] };
  const where = shownAddress(head.url);
  const [problem] = problems;
  if (handbook) return problem ? unusable(where, problem.path) : { key: 'fetch_no_entries', names: [where] };
  const number = problem?.code === 'format' ? Number(problem.values[0]) : 0;
  if (number > 1) return { key: 'fetch_other_format', names: [where, String(number)] };
  return { key: 'fetch_other_shape', names: [where, problem?.path || '{ }'] };
}

function pickValidators({ etag, lastModified }: Validators): Validators {
  return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
}
