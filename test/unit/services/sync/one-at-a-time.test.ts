import { describe, expect, it } from 'vitest';
import * as served from '@/test/fixtures/bad-server';
import { smallHandbook } from '@/test/fixtures/handbooks';
import { createWorld, minute, path } from './world';

const world = createWorld();

describe('one check at a time', () => {
  it('is shared by all who ask meanwhile', async () => {
    const checks = [world.sync.check('hand'), world.sync.check('hand'), world.sync.check('start')];
    const statuses = await Promise.all(checks);
    expect(world.asked()).toEqual([path]);
    for (const status of statuses) expect(status).toMatchObject({ revision: '1', busy: false });
    expect(world.changes).toBe(1);
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
    world.server.serve(path, slow.answer);
    const check = world.sync.check('hand');
    await slow.begun;
    expect((await world.sync.status()).busy).toBe(true);
    slow.let();
    expect((await check).busy).toBe(false);
  });

  it('ends for another address, and cannot overwrite it', async () => {
    const slow = held(served.json(smallHandbook(1)));
    world.server.serve(path, slow.answer);
    world.server.serve('/second.json', served.json(smallHandbook(2)));
    const first = world.sync.check('hand');
    await slow.begun;
    world.settings = { ...world.settings, address: `${world.server.origin}/second.json` };
    const second = await world.sync.check('hand');
    slow.let();
    await first;
    expect(second).toMatchObject({ revision: '2' });
    expect(await world.sync.status()).toMatchObject({ revision: '2' });
    expect(world.changes).toBe(1);
  });

  it('begun under older settings does not undo one under newer', async () => {
    const address = world.settings.address;
    world.settings = { ...world.settings, source: 'none', address: '' };
    const atStart = world.sync.check('start');
    world.settings = { ...world.settings, source: 'address', address };
    const [, byHand] = await Promise.all([atStart, world.sync.check('hand')]);
    expect(byHand).toMatchObject({ revision: '1' });
    expect(await world.sync.status()).toMatchObject({ revision: '1' });
  });

  it('ends with the signal and leaves no trace', async () => {
    await world.sync.check('hand');
    const before = await world.sync.status();
    const slow = held(served.json(smallHandbook(2)));
    world.server.serve(path, slow.answer);
    world.now += minute;
    const check = world.sync.check('hand');
    await slow.begun;
    world.ended.abort();
    expect(await check).toEqual(before);
    slow.let();
    world.server.forget();
    expect(await world.sync.check('hand')).toEqual(before);
    expect(world.asked()).toEqual([]);
  });
});
