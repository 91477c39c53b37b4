import { describe, expect, it, vi } from 'vitest';
import * as served from '@/test/fixtures/bad-server';
import { concept, smallHandbook } from '@/test/fixtures/handbooks';
import { readFormat } from '@/utils/handbook/read';
import { createWorld, minute, path } from './world';

const world = createWorld();

describe('what an older release has read', () => {
  /** The same documents, read its way. */
  async function readByOlder() {
    const { about, handbook } = (await world.store.current())!;
    const older = { ...about, id: 'older', readFormat: readFormat - 1 };
    await world.store.replace(older, { ...handbook, concepts: [] }, new Map());
    world.startBrowser();
    world.server.forget();
    world.changes = 0;
    world.now += minute;
  }

  const answers: Array<[string, served.Answer | null]> = [
    ['not modified', null],
    ['the same, without validators', served.text(JSON.stringify(smallHandbook(1)))],
    ['nothing, for want of a network', served.dropped()],
    ['a failure', served.status(500)],
  ];
  it.each(answers)('is read again from what is kept, where the server answers: %s', async (_, answer) => {
    const { loadedAt } = await world.sync.check('hand');
    const before = await world.store.current();
    await readByOlder();
    expect(await world.inUse()).toBeUndefined();
    if (answer) world.server.serve(path, answer);
    const status = await world.sync.check('start');
    expect(await world.inUse()).toEqual(before?.handbook);
    expect((await world.store.about())?.id).toBe(before?.about.id);
    expect(status.loadedAt).toBe(loadedAt);
    expect(world.changes).toBe(1);
    expect(world.asked()[0]).toBe(path);
  });

  it('is read again although the last check failed a short while ago', async () => {
    await world.sync.check('hand');
    world.server.serve(path, served.status(500));
    await world.sync.check('hand');
    await readByOlder();
    world.now -= minute;
    await world.sync.check('start');
    expect(await world.definitionOf('delivery.rd')).toBe('Build 1.');
  });

  it('is read again with its parts, and stays incomplete if it was', async () => {
    const part = JSON.stringify({ concepts: [concept('lead', 'A buyer.')] });
    const parts = [
      { url: 'part.json', digest: served.digestOfText(part) },
      { url: 'missing.json', digest: served.digestOfText('{}') },
    ];
    world.server.serve('/part.json', served.text(part));
    world.server.serve(path, served.json({ ...smallHandbook(1), parts }));
    await world.sync.check('hand');
    const before = await world.store.current();
    await readByOlder();
    world.server.serve(path, served.dropped());
    await world.sync.check('start');
    expect(await world.store.current()).toEqual(before);
    expect(world.asked()).not.toContain('/missing.json');
  });

  it('is read again where it is the sample', async () => {
    world.settings.source = 'sample';
    world.sample = JSON.stringify(smallHandbook(7));
    await world.sync.check('hand');
    const before = await world.store.current();
    await readByOlder();
    await world.sync.check('schedule');
    expect(await world.store.current()).toEqual(before);
    expect(world.changes).toBe(1);
  });

  it('is fetched anew where it can no longer be read', async () => {
    await world.sync.check('hand');
    const before = await world.store.current();
    await readByOlder();
    vi.spyOn(world.store, 'document').mockResolvedValue(null);
    const status = await world.sync.check('start');
    expect(status.error).toBeUndefined();
    expect(world.server.seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined]);
    expect((await world.store.current())?.handbook).toEqual(before?.handbook);
  });
});
