import { describe, expect, it, vi } from 'vitest';
import { smallHandbook } from '@/test/fixtures/handbooks';
import { worded } from '@/test/fixtures/texts';
import { createWorld } from './world';

const world = createWorld();

describe('other sources', () => {
  it('sample: is not stored once the end has come', async () => {
    world.settings.source = 'sample';
    world.sample = JSON.stringify(smallHandbook(7));
    const about = vi.spyOn(world.store, 'about').mockImplementationOnce(async () => {
      world.ended.abort();
      return null;
    });
    await world.sync.check('hand');
    expect(about).toHaveBeenCalled();
    expect(await world.store.current()).toBeNull();
    expect(await world.store.syncState()).toBeNull();
  });

  it('sample: the bundled handbook, read anew only after an update', async () => {
    world.settings.source = 'sample';
    world.sample = JSON.stringify(smallHandbook(7));
    const status = await world.sync.check('hand');
    expect(status).toMatchObject({ source: 'sample', revision: '7', checkedAt: world.now });
    expect(status.address).toBeUndefined();
    expect(status.nextCheckAt).toBeUndefined();
    await world.sync.check('start');
    await world.sync.check('schedule');
    expect(world.changes).toBe(1);
    world.sample = JSON.stringify(smallHandbook(8));
    await world.sync.check('schedule');
    expect((await world.sync.status()).revision).toBe('7');
    expect((await world.sync.check('start')).revision).toBe('8');
    expect(world.changes).toBe(2);
    expect(world.asked()).toEqual([]);
  });

  it('sample: cannot be read', async () => {
    world.settings.source = 'sample';
    const missing = await world.sync.check('hand');
    expect(missing.error).toMatchObject({ key: 'fetch_sample' });
    worded(missing.error!);
    world.sample = '{"format": 2}';
    expect((await world.sync.check('hand')).error).toMatchObject({ key: 'fetch_sample' });
    world.sample = 'nothing';
    expect((await world.sync.check('hand')).error).toMatchObject({ key: 'fetch_sample' });
  });

  it('none: nothing is kept, nothing is asked for', async () => {
    await world.sync.check('hand');
    world.settings.source = 'none';
    world.server.forget();
    const status = await world.sync.check('hand');
    expect(status).toEqual({ source: 'none', problems: [], departments: [], busy: false });
    expect(await world.store.current()).toBeNull();
    expect(world.changes).toBe(2);
    await world.sync.check('start');
    expect(world.changes).toBe(2);
    expect(world.asked()).toEqual([]);
  });
});
