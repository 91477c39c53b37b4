import { describe, expect, it } from 'vitest';
import * as served from '@/test/fixtures/bad-server';
import { smallHandbook } from '@/test/fixtures/handbooks';
import { createWorld, minute, path } from './world';

const world = createWorld();

describe('when to look', () => {
  it('is left to the schedule, spread by a tenth to either side', async () => {
    world.chance = 0;
    expect((await world.sync.check('hand')).nextCheckAt).toBe(world.now + 54 * minute);
    world.chance = 1;
    expect((await world.sync.check('hand')).nextCheckAt).toBe(world.now + 66 * minute);
  });

  it('comes sooner once the interval is shortened, and the status says so', async () => {
    await world.sync.check('hand');
    world.settings.refreshEvery = 15;
    expect((await world.sync.status()).nextCheckAt).toBe(world.now + 16.5 * minute);
    world.now += 16 * minute;
    await world.sync.check('schedule');
    expect(world.asked()).toHaveLength(1);
    world.now += minute;
    await world.sync.check('schedule');
    expect(world.asked()).toHaveLength(2);
  });

  it('schedule: only when it is time', async () => {
    await world.sync.check('schedule');
    expect(world.asked()).toHaveLength(1);
    world.now += 59 * minute;
    await world.sync.check('schedule');
    expect(world.asked()).toHaveLength(1);
    world.now += minute;
    await world.sync.check('schedule');
    expect(world.asked()).toHaveLength(2);
  });

  it('start: at once, unless the last check failed a short while ago', async () => {
    await world.sync.check('start');
    await world.sync.check('start');
    expect(world.asked()).toHaveLength(2);
    world.server.serve(path, served.status(500));
    await world.sync.check('start');
    await world.sync.check('start');
    expect(world.asked()).toHaveLength(3);
    await world.sync.check('hand');
    expect(world.asked()).toHaveLength(4);
  });

  it('failure: less and less often, at last as often as usual, and afresh after a good check', async () => {
    world.server.serve(path, served.status(500));
    world.chance = 1;
    const waits: number[] = [];
    for (let failure = 0; failure < 9; failure++) {
      const { nextCheckAt } = await world.sync.check('hand');
      waits.push((nextCheckAt! - world.now) / minute);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    world.chance = 0;
    expect((await world.sync.check('hand')).nextCheckAt).toBe(world.now + 30 * minute);
    world.server.serve(path, served.json(smallHandbook(1)));
    await world.sync.check('hand');
    world.server.serve(path, served.status(500));
    expect((await world.sync.check('hand')).nextCheckAt).toBe(world.now + 0.5 * minute);
  });

  it('Retry-After: not before, not all at the same moment, and a day at most', async () => {
    world.server.serve(path, served.status(429, { 'Retry-After': '600' }));
    world.chance = 0;
    expect((await world.sync.check('hand')).nextCheckAt).toBe(world.now + 10 * minute);
    world.chance = 1;
    expect((await world.sync.check('hand')).nextCheckAt).toBe(world.now + 11 * minute);
    world.server.forget();
    world.now += 10 * minute;
    await world.sync.check('schedule');
    await world.sync.check('start');
    expect(world.asked()).toEqual([]);
    world.server.serve(path, served.status(503, { 'Retry-After': '99999999' }));
    world.chance = 0;
    expect((await world.sync.check('hand')).nextCheckAt).toBe(world.now + 24 * 60 * minute);
  });

  it('a shortened interval counts at once', async () => {
    world.settings.refreshEvery = 10_080;
    await world.sync.check('hand');
    world.settings.refreshEvery = 5;
    world.now += 6 * minute;
    await world.sync.check('schedule');
    expect(world.asked()).toHaveLength(2);
  });

  it('a clock set back does not stop the checks', async () => {
    await world.sync.check('hand');
    world.now -= 30 * 24 * 60 * minute;
    await world.sync.check('schedule');
    expect(world.asked()).toHaveLength(2);
  });

  it('another address is not held back by the failures of the last', async () => {
    world.server.serve(path, served.status(500));
    await world.sync.check('hand');
    world.server.serve('/second.json', served.json(smallHandbook(2)));
    world.settings.address = `${world.server.origin}/second.json`;
    expect((await world.sync.status()).error).toBeUndefined();
    expect(await world.sync.check('schedule')).toMatchObject({ revision: '2' });
  });
});
