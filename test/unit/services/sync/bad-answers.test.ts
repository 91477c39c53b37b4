import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import * as served from '@/test/fixtures/bad-server';
import { concept, smallHandbook } from '@/test/fixtures/handbooks';
import { inChinese, inEnglish, worded } from '@/test/fixtures/texts';
import { problemText } from '@/utils/handbook/problem-text';
import { createWorld, minute, path } from './world';

const world = createWorld();

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
      if (name === 'a body without end') world.limits = { ...world.limits, time: 100 };
      const before = await world.sync.check('hand');
      const handbook = await world.inUse();
      world.server.serve(path, answer);
      world.now += minute;
      const status = await world.sync.check('hand');
      const { error, nextCheckAt: _, ...rest } = status;
      expect(error).toMatchObject({ key, at: world.now });
      const { nextCheckAt: __, ...same } = before;
      expect(rest).toEqual(same);
      expect(await world.inUse()).toEqual(handbook);
      expect(world.changes).toBe(1);
      const { en, zh } = worded(error!);
      for (const words of [en, zh]) {
        expect(words).toContain(world.server.origin + path);
        expect(words).not.toMatch(/\$\d|undefined/);
      }

      world.server.serve(path, served.json(smallHandbook(3)));
      const after = await world.sync.check('hand');
      expect(after.revision).toBe('3');
      expect(after.error).toBeUndefined();
    },
  );

  const quick = bad.filter(([name]) => name !== '70 MB');
  it.each(quick)('%s: is told where there is no handbook yet', async (name, answer, key) => {
    if (name === 'a body without end') world.limits = { ...world.limits, time: 100 };
    world.server.serve(path, answer);
    const status = await world.sync.check('hand');
    expect(status).toMatchObject({ error: { key }, problems: [], departments: [] });
    expect(status.name).toBeUndefined();
    expect(await world.store.current()).toBeNull();
    expect(world.changes).toBe(0);
  });

  it('1 broken concept among 1,000: 999 load, and the report names its place', async () => {
    const concepts: unknown[] = Array.from({ length: 1000 }, (_, index) => concept(`c${index}`));
    concepts[512] = { id: 'c512', terms: ['c512'] };
    world.server.serve(path, served.json({ format: 1, name: 'Large', concepts }));
    const { counts, problems, error } = await world.sync.check('hand');
    expect(error).toBeUndefined();
    expect(counts?.concepts).toBe(999);
    expect(problems).toEqual([{ path: 'concepts[512].definition', code: 'missing', values: [] }]);
    expect(problemText(problems[0]!, inEnglish)).toContain('concepts[512].definition is missing');
    expect(problemText(problems[0]!, inChinese)).toContain('缺少 concepts[512].definition');
    expect(await world.definitionOf('c511')).toBe('Meaning.');
    expect(await world.definitionOf('c512')).toBeUndefined();
  });

  it('two concepts with one id: the first is used, the second reported', async () => {
    const concepts = [concept('lead', 'A metal.'), concept('lead', 'A buyer.'), concept('other')];
    world.server.serve(path, served.json({ format: 1, name: 'Twice', concepts }));
    const { counts, problems } = await world.sync.check('hand');
    expect(counts?.concepts).toBe(2);
    expect(await world.definitionOf('lead')).toBe('A metal.');
    expect(problems).toEqual([{ path: 'concepts[1]', code: 'duplicate', values: ['lead'] }]);
    expect(problemText(problems[0]!, inEnglish)).toMatch(/concepts\[1\].*“lead”/);
  });

  it('an address that is none is told, not fetched', async () => {
    world.settings.address = 'handbook.example.com';
    expect((await world.sync.check('hand')).error).toMatchObject({ key: 'fetch_address' });
  });

  it('the browser closed in mid-write: the old handbook is whole, and the next check brings the new one', async () => {
    await world.sync.check('hand');
    const before = await world.store.current();
    world.server.serve(path, served.json(smallHandbook(2)));
    const put = IDBObjectStore.prototype.put;
    let closing: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => {
      closing = resolve;
    });
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = put.apply(this, args);
      if (this.name === 'about') {
        this.transaction.abort();
        world.ended.abort();
        closing?.();
      }
      return request;
    });
    const interrupted = world.sync.check('hand');
    await closed;
    await interrupted;
    vi.restoreAllMocks();

    world.startBrowser();
    expect(await world.store.current()).toEqual(before);
    expect(world.changes).toBe(1);
    expect(await world.sync.check('hand')).toMatchObject({ revision: '2' });
    expect(world.changes).toBe(2);
  });

  it('a full disk: is told, the old handbook still answers, and the checks go on less often', async () => {
    await world.sync.check('hand');
    world.server.serve(path, served.json(smallHandbook(2)));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Full.', 'QuotaExceededError');
    });
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    world.chance = 1;
    for (const failures of [1, 2, 3]) {
      const status = await world.sync.check('hand');
      expect(status).toMatchObject({
        revision: '1',
        error: { key: 'fetch_not_stored', at: world.now },
        nextCheckAt: world.now + 2 ** (failures - 1) * minute,
      });
      worded(status.error!);
      world.now += minute;
    }
    expect(log).toHaveBeenCalled();
    expect(await world.definitionOf('delivery.sales')).toBe('Revision 1.');
    world.server.forget();
    await world.sync.check('schedule');
    expect(world.asked()).toEqual([]);
    vi.restoreAllMocks();
    const mended = await world.sync.check('hand');
    expect(mended.revision).toBe('2');
    expect(mended.error).toBeUndefined();
    world.startBrowser();
    expect((await world.sync.status()).error).toBeUndefined();
  });
});
