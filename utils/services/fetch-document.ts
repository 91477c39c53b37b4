/** Fetches one JSON document over HTTP and says in a person's terms why it could not be had. */
import type { FetchFault } from '@/utils/store/fetch-fault';
import { shownAddress } from './fetch-fault';
import { parseDocument } from './parse-document';
import { askedToWait } from './retry-after';

export interface DocumentRequest {
  /** http or https */
  address: string;
  /** Validators of the copy at hand; given, the answer may be `unchanged`. */
  etag?: string | undefined;
  lastModified?: string | undefined;
  /** Value of the Authorization header. */
  authorization?: string | undefined;
  /** Send the browser's cookies. */
  cookies: boolean;
  /** Ends the fetch; the promise then rejects with its reason. */
  signal: AbortSignal;
}

/** What a fetch needs of the world. */
export interface Net {
  fetch: typeof fetch;
  /** ms since 1970 */
  now: () => number;
  limits: Limits;
}

export interface Limits {
  /** Of the body as decoded, so that little gzip cannot become much JSON. */
  bytes: number;
  /** ms for all of it, so that a body which never ends ends. */
  time: number;
}
/** Chromium ends a service worker 30 seconds into a fetch that has no answer; ours is to end before. */
export const defaultLimits: Limits = { bytes: 64 * 1024 * 1024, time: 25_000 };

export type Fetched =
  | { kind: 'unchanged' }
  | {
      kind: 'document';
      bytes: Uint8Array<ArrayBuffer>;
      /** The JSON value. */
      value: unknown;
      /** Where it came from in the end. */
      url: string;
      etag?: string;
      lastModified?: string;
    }
  /** `retryAfter`: ms that the server asks to wait. */
  | { kind: 'failed'; fault: FetchFault; retryAfter?: number };

/**
 * Every failure is an answer; the promise rejects only when `request.signal` ends it.
 */
export async function fetchDocument(request: DocumentRequest, net: Net): Promise<Fetched> {
  const prepared = prepare(request);
  if ('key' in prepared) return failed(prepared);
  const where = shownAddress(request.address);
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(timeUp), net.limits.time);
  const stop = () => ended.abort(request.signal.reason);
  request.signal.addEventListener('abort', stop, { once: true });
  if (request.signal.aborted) stop();
  const connection: Connection = { ...net, signal: ended.signal };
  try {
    const response = await get(request.address, prepared, connection);
    if (!response) return failed(await whyUnreachable(request.address, connection));
    return await read(response, request, connection);
  } catch (error) {
    request.signal.throwIfAborted();
    if (ended.signal.reason === timeUp)
      return failed({ key: 'fetch_timeout', names: [where, seconds(net.limits.time)] });
    throw error;
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', stop);
    // Ends a body that nobody is going to read.
    ended.abort();
  }
}

const timeUp = Symbol('time is up');

interface Connection extends Net {
  signal: AbortSignal;
}

function prepare({
  address,
  etag,
  lastModified,
  authorization,
  cookies,
}: DocumentRequest): RequestInit | FetchFault {
  const where = shownAddress(address);
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return { key: 'fetch_address', names: [where] };
  if (url.username || url.password) return { key: 'fetch_address_password', names: [where] };
  const headers = new Headers({ Accept: 'application/json, */*;q=0.5' });
  if (etag) headers.set('If-None-Match', etag);
  if (lastModified) headers.set('If-Modified-Since', lastModified);
  try {
    if (authorization) headers.set('Authorization', authorization);
  } catch {
    return { key: 'fetch_authorization', names: [where] };
  }
  return {
    headers,
    credentials: cookies ? 'include' : 'omit',
    redirect: 'follow',
    // The copy at hand is ours; the browser's cache would answer 304 with 200 and its own copy.
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
}

/** @returns null where the network failed */
function get(address: string, init: RequestInit, { fetch, signal }: Connection): Promise<Response | null> {
  return unlessNetworkFails(fetch(address, { ...init, signal }), signal);
}

/** Browsers name network failures differently; whatever our own signal did not cause is one. */
async function unlessNetworkFails<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
  try {
    return await promise;
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

async function read(
  response: Response,
  request: DocumentRequest,
  { limits, now, signal }: Connection,
): Promise<Fetched> {
  const where = shownAddress(request.address);
  if (response.status === 304 && (request.etag || request.lastModified)) return { kind: 'unchanged' };
  if (!response.ok) {
    const retryAfter = askedToWait(response.headers.get('Retry-After'), now());
    return {
      kind: 'failed',
      fault: statusFault(response.status, where),
      ...(retryAfter !== undefined && { retryAfter }),
    };
  }
  const tooLarge = failed({
    key: 'fetch_too_large',
    names: [where, String(Math.round(limits.bytes / 1024 / 1024))],
  });
  if (Number(response.headers.get('Content-Length')) > limits.bytes) return tooLarge;
  const body = await readBody(response, limits.bytes, signal);
  if (body === 'too large') return tooLarge;
  if (body === 'broken off') return failed({ key: 'fetch_broken_off', names: [where] });
  const url = response.url || request.address;
  const parsed = parseDocument(body, url);
  if ('fault' in parsed) return failed(parsed.fault);
  const etag = response.headers.get('ETag');
  const lastModified = response.headers.get('Last-Modified');
  return {
    kind: 'document',
    bytes: body,
    value: parsed.value,
    url,
    ...(etag !== null && { etag }),
    ...(lastModified !== null && { lastModified }),
  };
}

async function readBody(
  response: Response,
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | 'too large' | 'broken off'> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (reader) {
    const chunk = await unlessNetworkFails(reader.read(), signal);
    if (!chunk) return 'broken off';
    if (chunk.done) break;
    size += chunk.value.byteLength;
    if (size > limit) return 'too large';
    chunks.push(chunk.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/**
 * Browsers hide why a fetch failed. Two more tries, without anything secret, tell redirects that lead nowhere and
 * a missing permission from a server that cannot be reached.
 */
async function whyUnreachable(address: string, connection: Connection): Promise<FetchFault> {
  const names = [shownAddress(address)];
  const plain: RequestInit = {
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
  const unfollowed = await get(address, { ...plain, redirect: 'manual' }, connection);
  if (unfollowed) {
    const redirects = unfollowed.type === 'opaqueredirect' || /^3/.test(String(unfollowed.status));
    return { key: redirects ? 'fetch_redirect' : 'fetch_unreachable', names };
  }
  const opaque = await get(address, { ...plain, mode: 'no-cors' }, connection);
  return { key: opaque?.type === 'opaque' ? 'fetch_not_permitted' : 'fetch_unreachable', names };
}

function statusFault(status: number, where: string): FetchFault {
  const names = [where, String(status)];
  if (status === 401) return { key: 'fetch_unauthorized', names };
  if (status === 403) return { key: 'fetch_forbidden', names };
  if (status === 404 || status === 410) return { key: 'fetch_not_found', names };
  if (status === 429) return { key: 'fetch_too_many', names };
  if (status >= 500) return { key: 'fetch_server_error', names };
  return { key: 'fetch_status', names };
}

function failed(fault: FetchFault): Fetched {
  return { kind: 'failed', fault };
}

function seconds(ms: number): string {
  return String(Math.max(1, Math.round(ms / 1000)));
}
