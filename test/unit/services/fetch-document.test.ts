import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as served from '@/test/fixtures/bad-server';
import { smallHandbook } from '@/test/fixtures/handbooks';
import { worded } from '@/test/fixtures/texts';
import {
  type DocumentRequest,
  defaultLimits,
  type Fetched,
  fetchDocument,
  type Net,
} from '@/utils/services/fetch-document';

let server: served.BadServer;
beforeAll(async () => {
  server = await served.startBadServer();
});
beforeEach(() => server.forget());
afterAll(() => server.close());

/** Browsers refuse a fetch that is called as a method of anything but the global object. */
const strictFetch: typeof fetch = function (this: unknown, input, init) {
  if (this !== undefined) throw new TypeError('Illegal invocation');
  return fetch(input, init);
};
const net: Net = { fetch: strictFetch, now: () => Date.UTC(2026, 0, 1), limits: defaultLimits };
const value = smallHandbook(1);

function get(
  path: string,
  request: Partial<DocumentRequest> = {},
  changes: Partial<Net> = {},
): Promise<Fetched> {
  const signal = request.signal ?? new AbortController().signal;
  return fetchDocument(
    { address: path.startsWith('/') ? server.origin + path : path, cookies: false, ...request, signal },
    { ...net, ...changes },
  );
}

async function fault(path: string, request: Partial<DocumentRequest> = {}, changes: Partial<Net> = {}) {
  const fetched = await get(path, request, changes);
  if (fetched.kind !== 'failed') throw new Error(`It did not fail: ${fetched.kind}.`);
  return { ...fetched.fault, text: worded(fetched.fault), retryAfter: fetched.retryAfter };
}

describe('a good answer', () => {
  it('brings the value, its bytes, its validators and where it came from', async () => {
    server.serve('/good', served.json(value));
    const fetched = await get('/good');
    expect(fetched).toMatchObject({ kind: 'document', value, url: `${server.origin}/good` });
    if (fetched.kind !== 'document') return;
    expect(JSON.parse(new TextDecoder().decode(fetched.bytes))).toEqual(value);
    expect(fetched.etag).toMatch(/^".+"$/);
  });

  it('is not sent again to whoever names its ETag', async () => {
    server.serve('/etag', served.json(value));
    const first = await get('/etag');
    if (first.kind !== 'document') throw new Error(first.kind);
    expect(await get('/etag', { etag: first.etag })).toEqual({ kind: 'unchanged' });
    expect(server.seen[1]?.headers['if-none-match']).toBe(first.etag);
    server.serve('/etag', served.json(smallHandbook(2)));
    expect(await get('/etag', { etag: first.etag })).toMatchObject({
      kind: 'document',
      value: { revision: 2 },
    });
  });

  it('is not sent again to whoever names its date', async () => {
    const lastModified = 'Thu, 01 Jan 2026 00:00:00 GMT';
    server.serve('/dated', served.dated(value, lastModified));
    expect(await get('/dated')).toMatchObject({ kind: 'document', lastModified });
    expect(await get('/dated', { lastModified })).toEqual({ kind: 'unchanged' });
  });

  it.each([
    ['gzip', served.gzipped(value)],
    ['a byte order mark', served.text(`\ufeff${JSON.stringify(value)}`)],
    ['the wrong type', served.text(JSON.stringify(value), { 'Content-Type': 'text/html; charset=gbk' })],
  ])('may come with %s', async (_, answer) => {
    server.serve('/odd', answer);
    expect(await get('/odd')).toMatchObject({ kind: 'document', value });
  });

  it('may come from another address', async () => {
    server.serve('/old', served.redirect('/hop'));
    server.serve('/hop', served.redirect('/moved/good'));
    server.serve('/moved/good', served.json(value));
    expect(await get('/old')).toMatchObject({ kind: 'document', value, url: `${server.origin}/moved/good` });
  });

  it('is asked for with the Authorization value, without a referrer, and past the browser cache', async () => {
    server.serve('/good', served.json(value));
    const inits: RequestInit[] = [];
    const spying: typeof fetch = (input, init) => {
      inits.push(init ?? {});
      return fetch(input, init);
    };
    await get('/good', { authorization: 'Bearer abc' }, { fetch: spying });
    await get('/good', { cookies: true }, { fetch: spying });
    expect(server.seen[0]?.headers).toMatchObject({ authorization: 'Bearer abc' });
    expect(server.seen[1]?.headers).not.toHaveProperty('authorization');
    expect(inits).toMatchObject([
      { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' },
      { credentials: 'include', cache: 'no-store', referrerPolicy: 'no-referrer' },
    ]);
  });
});

describe('a bad answer', () => {
  it.each([
    [401, 'fetch_unauthorized'],
    [403, 'fetch_forbidden'],
    [404, 'fetch_not_found'],
    [410, 'fetch_not_found'],
    [429, 'fetch_too_many'],
    [500, 'fetch_server_error'],
    [503, 'fetch_server_error'],
    [418, 'fetch_status'],
    [304, 'fetch_status'],
  ])('%i is said in words', async (code, key) => {
    server.serve('/status', served.status(code));
    const said = await fault('/status');
    expect(said).toMatchObject({ key, names: [`${server.origin}/status`, String(code)] });
    for (const words of Object.values(said.text)) expect(words).toContain(String(code));
  });

  it('is told of without the query, which may hold a secret', async () => {
    const said = await fault('/none?token=secret');
    expect(said.names).toEqual([`${server.origin}/none`, '404']);
    expect(server.seen[0]?.path).toBe('/none?token=secret');
  });

  it.each([
    ['120', 120_000],
    ['Thu, 01 Jan 2026 00:05:00 GMT', 300_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
  ])('Retry-After: %s is read', async (header, wait) => {
    server.serve('/busy', served.status(429, { 'Retry-After': header }));
    expect((await fault('/busy')).retryAfter).toBe(wait);
  });

  const gbk = Uint8Array.from([...Buffer.from('{\n"name":"'), 0xca, 0xf5, 0xd3, 0xef, ...Buffer.from('"}')]);
  const latin1 = Buffer.from('{"name":"caf\xe9"}', 'latin1');
  it.each([
    ['a page to sign in', served.loginPage(), 'fetch_web_page', []],
    ['nothing', served.text(''), 'fetch_empty', []],
    ['GBK', served.text(gbk), 'fetch_not_utf8', ['2']],
    ['Latin-1', served.text(latin1), 'fetch_not_utf8', ['1']],
    ['UTF-16', served.text(Buffer.from('\ufeff{}', 'utf16le')), 'fetch_not_utf8', ['1']],
    ['a mistake in JSON', served.text('{\n  "format": 1,\n  "name": x\n}'), 'fetch_not_json', ['3', '11']],
    ['plain words', served.text('Under maintenance'), 'fetch_not_json', ['1', '1']],
    ['half a document', served.text('{"format": 1, "na'), 'fetch_cut_off', []],
    ['a connection that breaks off', served.truncated(value), 'fetch_broken_off', []],
    ['bytes that are not gzip', served.text('{}', { 'Content-Encoding': 'gzip' }), 'fetch_broken_off', []],
    ['a dropped connection', served.dropped(), 'fetch_unreachable', []],
    ['a redirect to itself', served.redirect('/bad'), 'fetch_redirect', []],
    ['a redirect to nowhere', served.redirect('http://127.0.0.1:1/'), 'fetch_redirect', []],
  ])('%s is said in words', async (_, answer, key, further) => {
    server.serve('/bad', answer);
    const said = await fault('/bad');
    expect(said).toMatchObject({ key, names: [`${server.origin}/bad`, ...further] });
    for (const words of Object.values(said.text)) expect(words).toContain(`${server.origin}/bad`);
  });

  it('names the page to sign in that it was sent to', async () => {
    server.serve('/guarded', served.redirect('/login?return=guarded'));
    server.serve('/login?return=guarded', served.loginPage());
    expect(await fault('/guarded')).toMatchObject({
      key: 'fetch_web_page',
      names: [`${server.origin}/login`],
    });
  });

  it('tells a missing permission from a server that cannot be reached', async () => {
    // Node has no CORS: what a browser answers to an extension without the permission.
    const withoutPermission: typeof fetch = async (_, init) => {
      if (init?.mode !== 'no-cors') throw new TypeError('Failed to fetch');
      return Object.defineProperty(new Response(), 'type', { value: 'opaque' });
    };
    const refused = { fetch: withoutPermission };
    expect(await fault('/good', { authorization: 'x' }, refused)).toMatchObject({
      key: 'fetch_not_permitted',
    });
    const nobody = { fetch: (() => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch };
    expect(await fault('/good', {}, nobody)).toMatchObject({ key: 'fetch_unreachable' });
  });

  it('sends nothing secret to find out why a server cannot be reached', async () => {
    server.serve('/bad', served.redirect('/bad'));
    const inits: RequestInit[] = [];
    const spying: typeof fetch = (input, init) => {
      inits.push(init ?? {});
      return fetch(input, init);
    };
    await fault('/bad', { authorization: 'Bearer abc', cookies: true }, { fetch: spying });
    expect(inits.length).toBeGreaterThan(1);
    for (const init of inits.slice(1)) {
      expect(init.credentials).toBe('omit');
      expect(new Headers(init.headers).has('authorization')).toBe(false);
    }
  });

  it.each([
    ['', 'fetch_address'],
    ['handbook.example.com', 'fetch_address'],
    ['ftp://example.com/handbook.json', 'fetch_address'],
    ['javascript:alert(1)', 'fetch_address'],
    ['https://me:secret@example.com/handbook.json', 'fetch_address_password'],
  ])('%s is not fetched', async (address, key) => {
    const said = await fault(address, { address });
    expect(said.key).toBe(key);
    expect(JSON.stringify(said)).not.toContain('secret');
  });

  it.each(['术语', 'Bearer a\nX-Other: b'])(
    'an Authorization value of %j is not sent',
    async (authorization) => {
      expect(await fault('/good', { authorization })).toMatchObject({ key: 'fetch_authorization' });
      expect(server.seen).toEqual([]);
    },
  );
});

describe('limits', () => {
  const megabyte = 1024 * 1024;

  it.each(['announced', 'chunked', 'gzip'] as const)('stop a body of 70 MB, %s, at 64 MB', async (how) => {
    const { answer, made } = served.large(70 * megabyte, how);
    server.serve('/large', answer);
    expect(await fault('/large')).toMatchObject({
      key: 'fetch_too_large',
      names: [`${server.origin}/large`, '64'],
    });
    if (how === 'announced') expect(made()).toBeLessThan(32 * megabyte);
  });

  it('stop a body without end while it is read', async () => {
    const { answer } = served.large(Number.MAX_SAFE_INTEGER, 'chunked');
    server.serve('/flood', answer);
    const limits = { ...defaultLimits, bytes: megabyte };
    expect(await fault('/flood', {}, { limits })).toMatchObject({ key: 'fetch_too_large' });
  });

  it('let a body of exactly the limit pass', async () => {
    const body = JSON.stringify(value);
    server.serve('/exact', served.text(body));
    const limits = { ...defaultLimits, bytes: Buffer.byteLength(body) };
    expect(await get('/exact', {}, { limits })).toMatchObject({ kind: 'document' });
    const less = { ...limits, bytes: limits.bytes - 1 };
    expect(await fault('/exact', {}, { limits: less })).toMatchObject({ key: 'fetch_too_large' });
  });

  it.each([
    ['a body that trickles for ever', served.endless()],
    ['a server that says nothing', served.silent()],
  ])('end %s', async (_, answer) => {
    server.serve('/slow', answer);
    const limits = { ...defaultLimits, time: 100 };
    expect(await fault('/slow', {}, { limits })).toMatchObject({ key: 'fetch_timeout' });
  });
});

describe('the signal', () => {
  it('ends a fetch under way with its reason', async () => {
    const ended = new AbortController();
    server.serve('/slow', (request, response) => {
      served.endless()(request, response);
      setImmediate(() => ended.abort(new Error('over')));
    });
    await expect(get('/slow', { signal: ended.signal })).rejects.toThrow('over');
  });

  it('lets nothing begin once it is aborted', async () => {
    const signal = AbortSignal.abort(new Error('over'));
    await expect(get('/good', { signal })).rejects.toThrow('over');
    expect(server.seen).toEqual([]);
  });
});
