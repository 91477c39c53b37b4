import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as served from '@/test/fixtures/bad-server';
import { concept, smallHandbook } from '@/test/fixtures/handbooks';
import { inChinese, inEnglish, worded } from '@/test/fixtures/texts';
import { problemText } from '@/utils/handbook/problem-text';
import { readFormat } from '@/utils/handbook/read';
import type { HandbookStatus } from '@/utils/messages/protocol';
import { defaultLimits, type Limits } from '@/utils/services/fetch-document';
import { createSync, type Sync, type SyncSettings } from '@/utils/services/sync';
import { databaseAt } from '@/utils/store/database';
import type { HandbookStore } from '@/utils/store/handbook-store';
import { createHandbookStore } from '@/utils/store/idb-handbook-store';

const minute = 60_000;
const path = '/handbook.json';

let server: served.BadServer;
beforeAll(async () => {
  server = await served.startBadServer();
});
afterAll(() => server.close());

/** A browser with the extension: its clock, its chance, its settings, its disk. */
let now: number;
let chance: number;
let limits: Limits;
let settings: { -readonly [K in keyof SyncSettings]: SyncSettings[K] };
let sample: string | null;
let changes: number;
let ended: AbortController;
let store: HandbookStore;
let sync: Sync;

function startBrowser() {
  ended = new AbortController();
  store = createHandbookStore(databaseAt());
  sync = createSync({
    store,
    net: {
      fetch: (input, init) => fetch(input, init),
      now: () => now,
      get limits() {
        return limits;
      },
    },
    random: () => chance,
    settings: async () => settings,
    sample: async () => {
      if (sample === null) throw new Error('The file is missing.');
      return new TextEncoder().encode(sample);
    },
    languages: async () => ['zh-CN', 'en'],
    onChange: () => {
      changes += 1;
    },
    signal: ended.signal,
  });
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  now = Date.UTC(2026, 0, 5, 9);
  chance = 0.5;
  limits = defaultLimits;
  settings = {
    source: 'address',
    address: server.origin + path,
    authorization: '',
    cookies: false,
    refreshEvery: 60,
  };
  sample = null;
  changes = 0;
  startBrowser();
  server.serve(path, served.json(smallHandbook(1)));
  server.forget();
});
afterEach(() => {
  ended.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const inUse = async () => (await store.current())?.handbook;
const definitionOf = async (id: string) =>
  (await inUse())?.concepts.find((concept) => concept.id === id)?.definition;
const asked = () => server.seen.map(({ path }) => path);

describe('a handbook at an address', () => {
  it('is loaded, and its state told in the language of the reader', async () => {
    const status = await sync.check('hand');
    expect(status).toEqual({
      source: 'address',
      address: server.origin + path,
      name: '小手册',
      revision: '1',
      counts: { concepts: 2, contested: 1, departments: 2, projects: 0 },
      loadedAt: now,
      checkedAt: now,
      nextCheckAt: now + 60 * minute,
      problems: [],
      departments: [
        { id: 'sales', name: '销售部' },
        { id: 'rd', name: '研发部' },
      ],
      busy: false,
    } satisfies HandbookStatus);
    expect(await definitionOf('delivery.sales')).toBe('Revision 1.');
    expect(changes).toBe(1);
    expect(await sync.status()).toEqual(status);
  });

  it('is asked for by its ETag, and stays where it has not changed', async () => {
    const { loadedAt } = await sync.check('hand');
    now += 60 * minute;
    const status = await sync.check('hand');
    expect(server.seen[1]?.headers['if-none-match']).toMatch(/^".+"$/);
    expect(status).toMatchObject({ loadedAt, checkedAt: now });
    expect(changes).toBe(1);
  });

  it('is replaced where it has changed', async () => {
    await sync.check('hand');
    server.serve(path, served.json(smallHandbook(2)));
    now += minute;
    expect(await sync.check('hand')).toMatchObject({ revision: '2', loadedAt: now });
    expect(await definitionOf('delivery.sales')).toBe('Revision 2.');
    expect(changes).toBe(2);
  });

  it('is not stored again where the same bytes come without validators, or with new ones', async () => {
    const body = JSON.stringify(smallHandbook(1));
    server.serve(path, served.text(body));
    await sync.check('hand');
    const replace = vi.spyOn(store, 'replace');
    await sync.check('hand');
    server.serve(path, served.text(body, { ETag: '"new"' }));
    await sync.check('hand');
    await sync.check('hand');
    expect(replace).not.toHaveBeenCalled();
    expect(changes).toBe(1);
    expect(server.seen.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      undefined,
      undefined,
      '"new"',
    ]);
  });

  it('is not read again where nothing has changed', async () => {
    await sync.check('hand');
    const document = vi.spyOn(store, 'document');
    await sync.check('hand');
    expect(document).not.toHaveBeenCalled();
  });

  it('is another one only if its content is', async () => {
    await sync.check('hand');
    server.serve('/mirror.json', served.json(smallHandbook(1)));
    settings.address = `${server.origin}/mirror.json`;
    expect((await sync.check('hand')).error).toBeUndefined();
    expect((await store.about())?.address).toBe(settings.address);
    expect(changes).toBe(1);
  });

  it('gets the Authorization value', async () => {
    settings.authorization = 'Bearer abc';
    await sync.check('hand');
    expect(server.seen[0]?.headers.authorization).toBe('Bearer abc');
    expect(JSON.stringify(await sync.status())).not.toContain('abc');
  });

  it('is there after a restart of the browser, without being fetched', async () => {
    await sync.check('hand');
    startBrowser();
    server.forget();
    expect((await sync.status()).name).toBe('小手册');
    expect(await definitionOf('delivery.rd')).toBe('Build 1.');
    expect(asked()).toEqual([]);
  });

  it('stays in use while another address is tried in vain, and its validators are not sent there', async () => {
    await sync.check('hand');
    settings.address = `${server.origin}/elsewhere.json`;
    const status = await sync.check('hand');
    expect(status).toMatchObject({
      address: settings.address,
      revision: '1',
      error: { key: 'fetch_not_found' },
    });
    expect(server.seen[1]?.headers).not.toHaveProperty('if-none-match');
    expect(await definitionOf('delivery.rd')).toBe('Build 1.');
  });
});

describe('every bad answer', () => {
  const oneId = smallHandbook(2);
  const brokenHead = { ...smallHandbook(2), name: '' };
  const megabyte = 1024 * 1024;
  const bad: Array<[string, served.Answer, string]> = [
    ['401', served.status(401), 'fetch_unauthorized'],
    ['403', served.status(403), 'fetch_forbidden'],
    ['404', served.status(404), 'fetch_not_found'],
    ['429', served.status(429, { 'Retry-After': '600' }), 'fetch_too_many'],
    ['500', served.status(500), 'fetch_server_error'],
    ['a page to sign in', served.loginPage(), 'fetch_web_page'],
    ['a document cut short', served.truncated(smallHandbook(2)), 'fetch_broken_off'],
    ['half a document', served.text(JSON.stringify(smallHandbook(2)).slice(0, -9)), 'fetch_cut_off'],
    ['Latin-1', served.text(Buffer.from('{"name":"caf\xe9"}', 'latin1')), 'fetch_not_utf8'],
    ['no JSON', served.text('{"format": 1, name: "x"}'), 'fetch_not_json'],
    ['a list', served.json([smallHandbook(2)]), 'fetch_other_shape'],
    ['other JSON', served.json({ openapi: '3.1.0', info: {} }), 'fetch_other_shape'],
    ['format "1"', served.json({ ...oneId, format: '1' }), 'fetch_other_shape'],
    ['a later format', served.json({ ...oneId, format: 2 }), 'fetch_other_format'],
    ['no name', served.json(brokenHead), 'fetch_other_shape'],
    ['no entry at all', served.json({ format: 1, name: 'Empty', concepts: [] }), 'fetch_no_entries'],
    [
      'none but broken entries',
      served.json({ format: 1, name: 'X', concepts: [{}, 5] }),
      'fetch_nothing_usable',
    ],
    [
      'lists that are none',
      served.json({ format: 1, name: 'X', concepts: { a: 1 } }),
      'fetch_nothing_usable',
    ],
    ['70 MB', served.large(70 * megabyte, 'gzip').answer, 'fetch_too_large'],
    ['a redirect loop', served.redirect(path), 'fetch_redirect'],
    ['a body without end', served.endless(), 'fetch_timeout'],
    ['a dropped connection', served.dropped(), 'fetch_unreachable'],
  ];

  it.each(bad)(
    '%s: is told in both languages, and the old handbook still answers',
    async (name, answer, key) => {
      if (name === 'a body without end') limits = { ...limits, time: 100 };
      const before = await sync.check('hand');
      const handbook = await inUse();
      server.serve(path, answer);
      now += minute;
      const status = await sync.check('hand');
      const { error, nextCheckAt: _, ...rest } = status;
      expect(error).toMatchObject({ key, at: now });
      const { nextCheckAt: __, ...same } = before;
      expect(rest).toEqual(same);
      expect(await inUse()).toEqual(handbook);
      expect(changes).toBe(1);
      const { en, zh } = worded(error!);
      for (const words of [en, zh]) {
        expect(words).toContain(server.origin + path);
        expect(words).not.toMatch(/\$\d|undefined/);
      }

      server.serve(path, served.json(smallHandbook(3)));
      const after = await sync.check('hand');
      expect(after.revision).toBe('3');
      expect(after.error).toBeUndefined();
    },
  );

  const quick = bad.filter(([name]) => name !== '70 MB');
  it.each(quick)('%s: is told where there is no handbook yet', async (name, answer, key) => {
    if (name === 'a body without end') limits = { ...limits, time: 100 };
    server.serve(path, answer);
    const status = await sync.check('hand');
    expect(status).toMatchObject({ error: { key }, problems: [], departments: [] });
    expect(status.name).toBeUndefined();
    expect(await store.current()).toBeNull();
    expect(changes).toBe(0);
  });

  it('1 broken concept among 1,000: 999 load, and the report names its place', async () => {
    const concepts: unknown[] = Array.from({ length: 1000 }, (_, index) => concept(`c${index}`));
    concepts[512] = { id: 'c512', terms: ['c512'] };
    server.serve(path, served.json({ format: 1, name: 'Large', concepts }));
    const { counts, problems, error } = await sync.check('hand');
    expect(error).toBeUndefined();
    expect(counts?.concepts).toBe(999);
    expect(problems).toEqual([{ path: 'concepts[512].definition', code: 'missing', values: [] }]);
    expect(problemText(problems[0]!, inEnglish)).toContain('concepts[512].definition is missing');
    expect(problemText(problems[0]!, inChinese)).toContain('缺少 concepts[512].definition');
    expect(await definitionOf('c511')).toBe('Meaning.');
    expect(await definitionOf('c512')).toBeUndefined();
  });

  it('two concepts with one id: the first is used, the second reported', async () => {
    const concepts = [concept('lead', 'A metal.'), concept('lead', 'A buyer.'), concept('other')];
    server.serve(path, served.json({ format: 1, name: 'Twice', concepts }));
    const { counts, problems } = await sync.check('hand');
    expect(counts?.concepts).toBe(2);
    expect(await definitionOf('lead')).toBe('A metal.');
    expect(problems).toEqual([{ path: 'concepts[1]', code: 'duplicate', values: ['lead'] }]);
    expect(problemText(problems[0]!, inEnglish)).toMatch(/concepts\[1\].*“lead”/);
  });

  it('an address that is none is told, not fetched', async () => {
    settings.address = 'handbook.example.com';
    expect((await sync.check('hand')).error).toMatchObject({ key: 'fetch_address' });
  });

  it('the browser closed in mid-write: the old handbook is whole, and the next check brings the new one', async () => {
    await sync.check('hand');
    const before = await store.current();
    server.serve(path, served.json(smallHandbook(2)));
    const put = IDBObjectStore.prototype.put;
    let closing: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => {
      closing = resolve;
    });
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = put.apply(this, args);
      if (this.name === 'about') {
        this.transaction.abort();
        ended.abort();
        closing?.();
      }
      return request;
    });
    const interrupted = sync.check('hand');
    await closed;
    await interrupted;
    vi.restoreAllMocks();

    startBrowser();
    expect(await store.current()).toEqual(before);
    expect(changes).toBe(1);
    expect(await sync.check('hand')).toMatchObject({ revision: '2' });
    expect(changes).toBe(2);
  });

  it('a full disk: is told, the old handbook still answers, and the checks go on less often', async () => {
    await sync.check('hand');
    server.serve(path, served.json(smallHandbook(2)));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Full.', 'QuotaExceededError');
    });
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    chance = 1;
    for (const failures of [1, 2, 3]) {
      const status = await sync.check('hand');
      expect(status).toMatchObject({
        revision: '1',
        error: { key: 'fetch_not_stored', at: now },
        nextCheckAt: now + 2 ** (failures - 1) * minute,
      });
      worded(status.error!);
      now += minute;
    }
    expect(log).toHaveBeenCalled();
    expect(await definitionOf('delivery.sales')).toBe('Revision 1.');
    server.forget();
    await sync.check('schedule');
    expect(asked()).toEqual([]);
    vi.restoreAllMocks();
    const mended = await sync.check('hand');
    expect(mended.revision).toBe('2');
    expect(mended.error).toBeUndefined();
    startBrowser();
    expect((await sync.status()).error).toBeUndefined();
  });
});

describe('what an older release has read', () => {
  /** The same documents, read its way. */
  async function readByOlder() {
    const { about, handbook } = (await store.current())!;
    const older = { ...about, id: 'older', readFormat: readFormat - 1 };
    await store.replace(older, { ...handbook, concepts: [] }, new Map());
    startBrowser();
    server.forget();
    changes = 0;
    now += minute;
  }

  const answers: Array<[string, served.Answer | null]> = [
    ['not modified', null],
    ['the same, without validators', served.text(JSON.stringify(smallHandbook(1)))],
    ['nothing, for want of a network', served.dropped()],
    ['a failure', served.status(500)],
  ];
  it.each(answers)('is read again from what is kept, where the server answers: %s', async (_, answer) => {
    const { loadedAt } = await sync.check('hand');
    const before = await store.current();
    await readByOlder();
    expect(await inUse()).toBeUndefined();
    if (answer) server.serve(path, answer);
    const status = await sync.check('start');
    expect(await inUse()).toEqual(before?.handbook);
    expect((await store.about())?.id).toBe(before?.about.id);
    expect(status.loadedAt).toBe(loadedAt);
    expect(changes).toBe(1);
    expect(asked()[0]).toBe(path);
  });

  it('is read again although the last check failed a short while ago', async () => {
    await sync.check('hand');
    server.serve(path, served.status(500));
    await sync.check('hand');
    await readByOlder();
    now -= minute;
    await sync.check('start');
    expect(await definitionOf('delivery.rd')).toBe('Build 1.');
  });

  it('is read again with its parts, and stays incomplete if it was', async () => {
    const part = JSON.stringify({ concepts: [concept('lead', 'A buyer.')] });
    const parts = [
      { url: 'part.json', digest: served.digestOfText(part) },
      { url: 'missing.json', digest: served.digestOfText('{}') },
    ];
    server.serve('/part.json', served.text(part));
    server.serve(path, served.json({ ...smallHandbook(1), parts }));
    await sync.check('hand');
    const before = await store.current();
    await readByOlder();
    server.serve(path, served.dropped());
    await sync.check('start');
    expect(await store.current()).toEqual(before);
    expect(asked()).not.toContain('/missing.json');
  });

  it('is read again where it is the sample', async () => {
    settings.source = 'sample';
    sample = JSON.stringify(smallHandbook(7));
    await sync.check('hand');
    const before = await store.current();
    await readByOlder();
    await sync.check('schedule');
    expect(await store.current()).toEqual(before);
    expect(changes).toBe(1);
  });

  it('is fetched anew where it can no longer be read', async () => {
    await sync.check('hand');
    const before = await store.current();
    await readByOlder();
    vi.spyOn(store, 'document').mockResolvedValue(null);
    const status = await sync.check('start');
    expect(status.error).toBeUndefined();
    expect(server.seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined]);
    expect((await store.current())?.handbook).toEqual(before?.handbook);
  });
});

describe('parts', () => {
  const sales = (definition: string) => JSON.stringify({ concepts: [concept('lead', definition)] });
  const finance = JSON.stringify({ concepts: [concept('accrual')] });
  /** A handbook of two parts, served as it says. */
  const withParts = (salesText: string, more: object[] = []) => ({
    ...smallHandbook(1),
    parts: [
      { url: 'parts/sales.json', digest: served.digestOfText(salesText) },
      { url: '/finance.json', digest: served.digestOfText(finance) },
      ...more,
    ],
  });
  beforeEach(() => {
    server.serve(path, served.json(withParts(sales('A buyer.'))));
    server.serve('/parts/sales.json', served.text(sales('A buyer.')));
    server.serve('/finance.json', served.text(finance));
  });

  it('are fetched beside the handbook and merged into it', async () => {
    const status = await sync.check('hand');
    expect(status).toMatchObject({ counts: { concepts: 4 }, problems: [] });
    expect(status.error).toBeUndefined();
    expect(await definitionOf('lead')).toBe('A buyer.');
    expect(asked().sort()).toEqual(['/finance.json', path, '/parts/sales.json']);
  });

  it('are fetched again only where they changed', async () => {
    await sync.check('hand');
    server.forget();
    await sync.check('hand');
    expect(asked()).toEqual([path]);

    server.forget();
    server.serve('/parts/sales.json', served.text(sales('A contact.')));
    server.serve(path, served.json(withParts(sales('A contact.'))));
    await sync.check('hand');
    expect(asked()).toEqual([path, '/parts/sales.json']);
    expect(await definitionOf('lead')).toBe('A contact.');
    expect(await definitionOf('accrual')).toBe('Meaning.');
  });

  it('are forgotten when the handbook no longer names them', async () => {
    await sync.check('hand');
    const digest = served.digestOfText(finance);
    expect(await store.document(digest)).not.toBeNull();
    server.serve(path, served.json(smallHandbook(1)));
    await sync.check('hand');
    expect(await store.document(digest)).toBeNull();
    expect(await definitionOf('accrual')).toBeUndefined();
  });

  it('for an audience are not fetched and not reported', async () => {
    const secret = { url: 'board.json', digest: served.digestOfText('{}'), audience: ['board'] };
    server.serve(path, served.json(withParts(sales('A buyer.'), [secret])));
    const status = await sync.check('hand');
    expect(status.problems).toEqual([]);
    expect(status.error).toBeUndefined();
    expect(asked()).not.toContain('/board.json');
  });

  const bad: Array<[string, served.Answer, string]> = [
    ['another file', served.text(sales('Tampered.')), 'fetch_part_digest'],
    ['404', served.status(404), 'fetch_not_found'],
    ['a page to sign in', served.loginPage(), 'fetch_web_page'],
    ['a dropped connection', served.dropped(), 'fetch_unreachable'],
  ];
  it.each(bad)(
    '%s in place of a new part: its last version stays, the rest is new',
    async (_, answer, key) => {
      await sync.check('hand');
      server.serve('/parts/sales.json', answer);
      const fresh = { ...withParts(sales('A contact.')), revision: 2 };
      server.serve(path, served.json(fresh));
      const status = await sync.check('hand');
      expect(status).toMatchObject({ revision: '2', error: { key } });
      expect(status.error?.names[0]).toBe(`${server.origin}/parts/sales.json`);
      worded(status.error!);
      expect(status.problems).toEqual([{ path: 'parts/sales.json', code: 'part-kept', values: [] }]);
      expect(await definitionOf('lead')).toBe('A buyer.');
      expect(await definitionOf('accrual')).toBe('Meaning.');
      const changesSoFar = changes;

      server.forget();
      const replace = vi.spyOn(store, 'replace');
      expect((await sync.check('hand')).error).toMatchObject({ key });
      expect(replace).not.toHaveBeenCalled();
      expect(asked().filter((path) => path !== '/parts/sales.json')).toEqual([path]);
      expect(changes).toBe(changesSoFar);

      server.serve('/parts/sales.json', served.text(sales('A contact.')));
      const mended = await sync.check('hand');
      expect(mended.problems).toEqual([]);
      expect(mended.error).toBeUndefined();
      expect(await definitionOf('lead')).toBe('A contact.');
      expect(changes).toBe(changesSoFar + 1);
    },
  );

  it.each(bad)('%s in place of a part at the first load: the rest is loaded', async (_, answer, key) => {
    server.serve('/parts/sales.json', answer);
    const status = await sync.check('hand');
    expect(status).toMatchObject({ counts: { concepts: 3 }, error: { key } });
    expect(status.problems).toEqual([{ path: 'parts/sales.json', code: 'part-absent', values: [] }]);
  });

  it('that were missing are fetched although the handbook, without validators, is the same', async () => {
    server.serve(path, served.text(JSON.stringify(withParts(sales('A buyer.')))));
    server.serve('/parts/sales.json', served.status(404));
    await sync.check('hand');
    expect(await definitionOf('lead')).toBeUndefined();
    server.serve('/parts/sales.json', served.text(sales('A buyer.')));
    expect((await sync.check('hand')).problems).toEqual([]);
    expect(await definitionOf('lead')).toBe('A buyer.');
  });

  it('of which no entry can be used do not replace the version before', async () => {
    await sync.check('hand');
    const broken = JSON.stringify({ concepts: [{ id: 'lead', terms: ['lead'] }] });
    server.serve('/parts/sales.json', served.text(broken));
    server.serve(path, served.json(withParts(broken)));
    const { error } = await sync.check('hand');
    expect(error).toMatchObject({
      key: 'fetch_nothing_usable',
      names: [`${server.origin}/parts/sales.json`, 'concepts[0].definition'],
    });
    expect(await definitionOf('lead')).toBe('A buyer.');
  });

  it('at no address of the web are reported', async () => {
    const odd = { url: 'file:///etc/passwd', digest: served.digestOfText('') };
    server.serve(path, served.json(withParts(sales('A buyer.'), [odd])));
    expect((await sync.check('hand')).error).toMatchObject({ key: 'fetch_part_address', names: [odd.url] });
  });

  it('are relative to where the handbook was in the end', async () => {
    server.serve('/short', served.redirect('/moved/handbook.json'));
    server.serve('/moved/handbook.json', served.json(withParts(sales('A buyer.'))));
    server.serve('/moved/parts/sales.json', served.text(sales('A buyer.')));
    settings.address = `${server.origin}/short`;
    const status = await sync.check('hand');
    expect(status.error).toBeUndefined();
    expect(asked()).toContain('/moved/parts/sales.json');
  });

  it('move along when the same handbook moves', async () => {
    await sync.check('hand');
    const moved = withParts(sales('A buyer.'));
    server.serve(path, served.redirect('/new/handbook.json'));
    server.serve('/new/handbook.json', served.text(JSON.stringify(moved)));
    await sync.check('hand');
    expect(await store.about()).toMatchObject({
      url: `${server.origin}/new/handbook.json`,
      parts: [
        { address: `${server.origin}/new/parts/sales.json` },
        { address: `${server.origin}/finance.json` },
      ],
    });
  });

  it('on another server are fetched without what is secret', async () => {
    const other = await served.startBadServer();
    other.serve('/elsewhere.json', served.text(finance));
    const elsewhere = { url: `${other.origin}/elsewhere.json`, digest: served.digestOfText(finance) };
    server.serve(
      path,
      served.json({ ...smallHandbook(1), parts: [withParts(sales('A buyer.')).parts[0], elsewhere] }),
    );
    settings.authorization = 'Bearer abc';
    settings.cookies = true;
    const credentials: Array<[string, RequestCredentials | undefined]> = [];
    const original = fetch;
    vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
      credentials.push([new URL(input).origin, init?.credentials]);
      return original(input, init);
    });
    expect((await sync.check('hand')).error).toBeUndefined();
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer abc', 'Bearer abc']);
    expect(other.seen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    expect(new Map(credentials)).toEqual(
      new Map([
        [server.origin, 'include'],
        [other.origin, 'omit'],
      ]),
    );
    await other.close();
  });
});

describe('when to look', () => {
  it('is left to the schedule, spread by a tenth to either side', async () => {
    chance = 0;
    expect((await sync.check('hand')).nextCheckAt).toBe(now + 54 * minute);
    chance = 1;
    expect((await sync.check('hand')).nextCheckAt).toBe(now + 66 * minute);
  });

  it('comes sooner once the interval is shortened, and the status says so', async () => {
    await sync.check('hand');
    settings.refreshEvery = 15;
    expect((await sync.status()).nextCheckAt).toBe(now + 16.5 * minute);
    now += 16 * minute;
    await sync.check('schedule');
    expect(asked()).toHaveLength(1);
    now += minute;
    await sync.check('schedule');
    expect(asked()).toHaveLength(2);
  });

  it('schedule: only when it is time', async () => {
    await sync.check('schedule');
    expect(asked()).toHaveLength(1);
    now += 59 * minute;
    await sync.check('schedule');
    expect(asked()).toHaveLength(1);
    now += minute;
    await sync.check('schedule');
    expect(asked()).toHaveLength(2);
  });

  it('start: at once, unless the last check failed a short while ago', async () => {
    await sync.check('start');
    await sync.check('start');
    expect(asked()).toHaveLength(2);
    server.serve(path, served.status(500));
    await sync.check('start');
    await sync.check('start');
    expect(asked()).toHaveLength(3);
    await sync.check('hand');
    expect(asked()).toHaveLength(4);
  });

  it('failure: less and less often, at last as often as usual, and afresh after a good check', async () => {
    server.serve(path, served.status(500));
    chance = 1;
    const waits: number[] = [];
    for (let failure = 0; failure < 9; failure++) {
      const { nextCheckAt } = await sync.check('hand');
      waits.push((nextCheckAt! - now) / minute);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    chance = 0;
    expect((await sync.check('hand')).nextCheckAt).toBe(now + 30 * minute);
    server.serve(path, served.json(smallHandbook(1)));
    await sync.check('hand');
    server.serve(path, served.status(500));
    expect((await sync.check('hand')).nextCheckAt).toBe(now + 0.5 * minute);
  });

  it('Retry-After: not before, not all at the same moment, and a day at most', async () => {
    server.serve(path, served.status(429, { 'Retry-After': '600' }));
    chance = 0;
    expect((await sync.check('hand')).nextCheckAt).toBe(now + 10 * minute);
    chance = 1;
    expect((await sync.check('hand')).nextCheckAt).toBe(now + 11 * minute);
    server.forget();
    now += 10 * minute;
    await sync.check('schedule');
    await sync.check('start');
    expect(asked()).toEqual([]);
    server.serve(path, served.status(503, { 'Retry-After': '99999999' }));
    chance = 0;
    expect((await sync.check('hand')).nextCheckAt).toBe(now + 24 * 60 * minute);
  });

  it('a shortened interval counts at once', async () => {
    settings.refreshEvery = 10_080;
    await sync.check('hand');
    settings.refreshEvery = 5;
    now += 6 * minute;
    await sync.check('schedule');
    expect(asked()).toHaveLength(2);
  });

  it('a clock set back does not stop the checks', async () => {
    await sync.check('hand');
    now -= 30 * 24 * 60 * minute;
    await sync.check('schedule');
    expect(asked()).toHaveLength(2);
  });

  it('another address is not held back by the failures of the last', async () => {
    server.serve(path, served.status(500));
    await sync.check('hand');
    server.serve('/second.json', served.json(smallHandbook(2)));
    settings.address = `${server.origin}/second.json`;
    expect((await sync.status()).error).toBeUndefined();
    expect(await sync.check('schedule')).toMatchObject({ revision: '2' });
  });
});

describe('one check at a time', () => {
  it('is shared by all who ask meanwhile', async () => {
    const checks = [sync.check('hand'), sync.check('hand'), sync.check('start')];
    const statuses = await Promise.all(checks);
    expect(asked()).toEqual([path]);
    for (const status of statuses) expect(status).toMatchObject({ revision: '1', busy: false });
    expect(changes).toBe(1);
  });

  /** Answers once it is let. */
  function held(answer: served.Answer): { answer: served.Answer; let: () => void; begun: Promise<void> } {
    const [begun, begin] = signal();
    const [allowed, allow] = signal();
    return {
      answer: async (request, response) => {
        begin();
        await allowed;
        answer(request, response);
      },
      let: allow,
      begun,
    };
  }
  function signal(): [Promise<void>, () => void] {
    let resolve = () => {};
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    return [promise, resolve];
  }

  it('shows that it is under way', async () => {
    const slow = held(served.json(smallHandbook(1)));
    server.serve(path, slow.answer);
    const check = sync.check('hand');
    await slow.begun;
    expect((await sync.status()).busy).toBe(true);
    slow.let();
    expect((await check).busy).toBe(false);
  });

  it('ends for another address, and cannot overwrite it', async () => {
    const slow = held(served.json(smallHandbook(1)));
    server.serve(path, slow.answer);
    server.serve('/second.json', served.json(smallHandbook(2)));
    const first = sync.check('hand');
    await slow.begun;
    settings = { ...settings, address: `${server.origin}/second.json` };
    const second = await sync.check('hand');
    slow.let();
    await first;
    expect(second).toMatchObject({ revision: '2' });
    expect(await sync.status()).toMatchObject({ revision: '2' });
    expect(changes).toBe(1);
  });

  it('begun under older settings does not undo one under newer', async () => {
    const address = settings.address;
    settings = { ...settings, source: 'none', address: '' };
    const atStart = sync.check('start');
    settings = { ...settings, source: 'address', address };
    const [, byHand] = await Promise.all([atStart, sync.check('hand')]);
    expect(byHand).toMatchObject({ revision: '1' });
    expect(await sync.status()).toMatchObject({ revision: '1' });
  });

  it('ends with the signal and leaves no trace', async () => {
    await sync.check('hand');
    const before = await sync.status();
    const slow = held(served.json(smallHandbook(2)));
    server.serve(path, slow.answer);
    now += minute;
    const check = sync.check('hand');
    await slow.begun;
    ended.abort();
    expect(await check).toEqual(before);
    slow.let();
    server.forget();
    expect(await sync.check('hand')).toEqual(before);
    expect(asked()).toEqual([]);
  });
});

describe('other sources', () => {
  it('sample: is not stored once the end has come', async () => {
    settings.source = 'sample';
    sample = JSON.stringify(smallHandbook(7));
    const about = vi.spyOn(store, 'about').mockImplementationOnce(async () => {
      ended.abort();
      return null;
    });
    await sync.check('hand');
    expect(about).toHaveBeenCalled();
    expect(await store.current()).toBeNull();
    expect(await store.syncState()).toBeNull();
  });

  it('sample: the bundled handbook, read anew only after an update', async () => {
    settings.source = 'sample';
    sample = JSON.stringify(smallHandbook(7));
    const status = await sync.check('hand');
    expect(status).toMatchObject({ source: 'sample', revision: '7', checkedAt: now });
    expect(status.address).toBeUndefined();
    expect(status.nextCheckAt).toBeUndefined();
    await sync.check('start');
    await sync.check('schedule');
    expect(changes).toBe(1);
    sample = JSON.stringify(smallHandbook(8));
    await sync.check('schedule');
    expect((await sync.status()).revision).toBe('7');
    expect((await sync.check('start')).revision).toBe('8');
    expect(changes).toBe(2);
    expect(asked()).toEqual([]);
  });

  it('sample: cannot be read', async () => {
    settings.source = 'sample';
    const missing = await sync.check('hand');
    expect(missing.error).toMatchObject({ key: 'fetch_sample' });
    worded(missing.error!);
    sample = '{"format": 2}';
    expect((await sync.check('hand')).error).toMatchObject({ key: 'fetch_sample' });
    sample = 'nothing';
    expect((await sync.check('hand')).error).toMatchObject({ key: 'fetch_sample' });
  });

  it('none: nothing is kept, nothing is asked for', async () => {
    await sync.check('hand');
    settings.source = 'none';
    server.forget();
    const status = await sync.check('hand');
    expect(status).toEqual({ source: 'none', problems: [], departments: [], busy: false });
    expect(await store.current()).toBeNull();
    expect(changes).toBe(2);
    await sync.check('start');
    expect(changes).toBe(2);
    expect(asked()).toEqual([]);
  });
});
