import { describe, expect, it, vi } from 'vitest';
import * as served from '@/test/fixtures/bad-server';
import { smallHandbook } from '@/test/fixtures/handbooks';
import type { HandbookStatus } from '@/utils/messages/protocol';
import { createWorld, minute, path } from './world';

const world = createWorld();

describe('a handbook at an address', () => {
  it('is loaded, and its state told in the language of the reader', async () => {
    const status = await world.sync.check('hand');
    expect(status).toEqual({
      source: 'address',
      address: world.server.origin + path,
      name: '小手册',
      revision: '1',
      counts: { concepts: 2, contested: 1, departments: 2, projects: 0 },
      loadedAt: world.now,
      checkedAt: world.now,
      nextCheckAt: world.now + 60 * minute,
      problems: [],
      departments: [
        { id: 'sales', name: '销售部' },
        { id: 'rd', name: '研发部' },
      ],
      busy: false,
    } satisfies HandbookStatus);
    expect(await world.definitionOf('delivery.sales')).toBe('Revision 1.');
    expect(world.changes).toBe(1);
    expect(await world.sync.status()).toEqual(status);
  });

  it('is asked for by its ETag, and stays where it has not changed', async () => {
    const { loadedAt } = await world.sync.check('hand');
    world.now += 60 * minute;
    const status = await world.sync.check('hand');
    expect(world.server.seen[1]?.headers['if-none-match']).toMatch(/^".+"$/);
    expect(status).toMatchObject({ loadedAt, checkedAt: world.now });
    expect(world.changes).toBe(1);
  });

  it('is replaced where it has changed', async () => {
    await world.sync.check('hand');
    world.server.serve(path, served.json(smallHandbook(2)));
    world.now += minute;
    expect(await world.sync.check('hand')).toMatchObject({ revision: '2', loadedAt: world.now });
    expect(await world.definitionOf('delivery.sales')).toBe('Revision 2.');
    expect(world.changes).toBe(2);
  });

  it('is not stored again where the same bytes come without validators, or with new ones', async () => {
    const body = JSON.stringify(smallHandbook(1));
    world.server.serve(path, served.text(body));
    await world.sync.check('hand');
    const replace = vi.spyOn(world.store, 'replace');
    await world.sync.check('hand');
    world.server.serve(path, served.text(body, { ETag: '"new"' }));
    await world.sync.check('hand');
    await world.sync.check('hand');
    expect(replace).not.toHaveBeenCalled();
    expect(world.changes).toBe(1);
    expect(world.server.seen.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      undefined,
      undefined,
      '"new"',
    ]);
  });

  it('is not read again where nothing has changed', async () => {
    await world.sync.check('hand');
    const document = vi.spyOn(world.store, 'document');
    await world.sync.check('hand');
    expect(document).not.toHaveBeenCalled();
  });

  it('is another one only if its content is', async () => {
    await world.sync.check('hand');
    world.server.serve('/mirror.json', served.json(smallHandbook(1)));
    world.settings.address = `${world.server.origin}/mirror.json`;
    expect((await world.sync.check('hand')).error).toBeUndefined();
    expect((await world.store.about())?.address).toBe(world.settings.address);
    expect(world.changes).toBe(1);
  });

  it('gets the Authorization value', async () => {
    world.settings.authorization = 'Bearer abc';
    await world.sync.check('hand');
    expect(world.server.seen[0]?.headers.authorization).toBe('Bearer abc');
    expect(JSON.stringify(await world.sync.status())).not.toContain('abc');
  });

  it('is there after a restart of the browser, without being fetched', async () => {
    await world.sync.check('hand');
    world.startBrowser();
    world.server.forget();
    expect((await world.sync.status()).name).toBe('小手册');
    expect(await world.definitionOf('delivery.rd')).toBe('Build 1.');
    expect(world.asked()).toEqual([]);
  });

  it('stays in use while another address is tried in vain, and its validators are not sent there', async () => {
    await world.sync.check('hand');
    world.settings.address = `${world.server.origin}/elsewhere.json`;
    const status = await world.sync.check('hand');
    expect(status).toMatchObject({
      address: world.settings.address,
      revision: '1',
      error: { key: 'fetch_not_found' },
    });
    expect(world.server.seen[1]?.headers).not.toHaveProperty('if-none-match');
    expect(await world.definitionOf('delivery.rd')).toBe('Build 1.');
  });
});
