import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as served from '@/test/fixtures/bad-server';
import { concept, smallHandbook } from '@/test/fixtures/handbooks';
import { worded } from '@/test/fixtures/texts';
import { createWorld, path } from './world';

const world = createWorld();

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
    world.server.serve(path, served.json(withParts(sales('A buyer.'))));
    world.server.serve('/parts/sales.json', served.text(sales('A buyer.')));
    world.server.serve('/finance.json', served.text(finance));
  });

  it('are fetched beside the handbook and merged into it', async () => {
    const status = await world.sync.check('hand');
    expect(status).toMatchObject({ counts: { concepts: 4 }, problems: [] });
    expect(status.error).toBeUndefined();
    expect(await world.definitionOf('lead')).toBe('A buyer.');
    expect(world.asked().sort()).toEqual(['/finance.json', path, '/parts/sales.json']);
  });

  it('are fetched again only where they changed', async () => {
    await world.sync.check('hand');
    world.server.forget();
    await world.sync.check('hand');
    expect(world.asked()).toEqual([path]);

    world.server.forget();
    world.server.serve('/parts/sales.json', served.text(sales('A contact.')));
    world.server.serve(path, served.json(withParts(sales('A contact.'))));
    await world.sync.check('hand');
    expect(world.asked()).toEqual([path, '/parts/sales.json']);
    expect(await world.definitionOf('lead')).toBe('A contact.');
    expect(await world.definitionOf('accrual')).toBe('Meaning.');
  });

  it('are forgotten when the handbook no longer names them', async () => {
    await world.sync.check('hand');
    const digest = served.digestOfText(finance);
    expect(await world.store.document(digest)).not.toBeNull();
    world.server.serve(path, served.json(smallHandbook(1)));
    await world.sync.check('hand');
    expect(await world.store.document(digest)).toBeNull();
    expect(await world.definitionOf('accrual')).toBeUndefined();
  });

  it('for an audience are not fetched and not reported', async () => {
    const secret = { url: 'board.json', digest: served.digestOfText('{}'), audience: ['board'] };
    world.server.serve(path, served.json(withParts(sales('A buyer.'), [secret])));
    const status = await world.sync.check('hand');
    expect(status.problems).toEqual([]);
    expect(status.error).toBeUndefined();
    expect(world.asked()).not.toContain('/board.json');
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
      await world.sync.check('hand');
      world.server.serve('/parts/sales.json', answer);
      const fresh = { ...withParts(sales('A contact.')), revision: 2 };
      world.server.serve(path, served.json(fresh));
      const status = await world.sync.check('hand');
      expect(status).toMatchObject({ revision: '2', error: { key } });
      expect(status.error?.names[0]).toBe(`${world.server.origin}/parts/sales.json`);
      worded(status.error!);
      expect(status.problems).toEqual([{ path: 'parts/sales.json', code: 'part-kept', values: [] }]);
      expect(await world.definitionOf('lead')).toBe('A buyer.');
      expect(await world.definitionOf('accrual')).toBe('Meaning.');
      const changesSoFar = world.changes;

      world.server.forget();
      const replace = vi.spyOn(world.store, 'replace');
      expect((await world.sync.check('hand')).error).toMatchObject({ key });
      expect(replace).not.toHaveBeenCalled();
      expect(world.asked().filter((path) => path !== '/parts/sales.json')).toEqual([path]);
      expect(world.changes).toBe(changesSoFar);

      world.server.serve('/parts/sales.json', served.text(sales('A contact.')));
      const mended = await world.sync.check('hand');
      expect(mended.problems).toEqual([]);
      expect(mended.error).toBeUndefined();
      expect(await world.definitionOf('lead')).toBe('A contact.');
      expect(world.changes).toBe(changesSoFar + 1);
    },
  );

  it.each(bad)('%s in place of a part at the first load: the rest is loaded', async (_, answer, key) => {
    world.server.serve('/parts/sales.json', answer);
    const status = await world.sync.check('hand');
    expect(status).toMatchObject({ counts: { concepts: 3 }, error: { key } });
    expect(status.problems).toEqual([{ path: 'parts/sales.json', code: 'part-absent', values: [] }]);
  });

  it('that were missing are fetched although the handbook, without validators, is the same', async () => {
    world.server.serve(path, served.text(JSON.stringify(withParts(sales('A buyer.')))));
    world.server.serve('/parts/sales.json', served.status(404));
    await world.sync.check('hand');
    expect(await world.definitionOf('lead')).toBeUndefined();
    world.server.serve('/parts/sales.json', served.text(sales('A buyer.')));
    expect((await world.sync.check('hand')).problems).toEqual([]);
    expect(await world.definitionOf('lead')).toBe('A buyer.');
  });

  it('of which no entry can be used do not replace the version before', async () => {
    await world.sync.check('hand');
    const broken = JSON.stringify({ concepts: [{ id: 'lead', terms: ['lead'] }] });
    world.server.serve('/parts/sales.json', served.text(broken));
    world.server.serve(path, served.json(withParts(broken)));
    const { error } = await world.sync.check('hand');
    expect(error).toMatchObject({
      key: 'fetch_nothing_usable',
      names: [`${world.server.origin}/parts/sales.json`, 'concepts[0].definition'],
    });
    expect(await world.definitionOf('lead')).toBe('A buyer.');
  });

  it('at no address of the web are reported', async () => {
    const odd = { url: 'file:///etc/passwd', digest: served.digestOfText('') };
    world.server.serve(path, served.json(withParts(sales('A buyer.'), [odd])));
    expect((await world.sync.check('hand')).error).toMatchObject({
      key: 'fetch_part_address',
      names: [odd.url],
    });
  });

  it('are relative to where the handbook was in the end', async () => {
    world.server.serve('/short', served.redirect('/moved/handbook.json'));
    world.server.serve('/moved/handbook.json', served.json(withParts(sales('A buyer.'))));
    world.server.serve('/moved/parts/sales.json', served.text(sales('A buyer.')));
    world.settings.address = `${world.server.origin}/short`;
    const status = await world.sync.check('hand');
    expect(status.error).toBeUndefined();
    expect(world.asked()).toContain('/moved/parts/sales.json');
  });

  it('move along when the same handbook moves', async () => {
    await world.sync.check('hand');
    const moved = withParts(sales('A buyer.'));
    world.server.serve(path, served.redirect('/new/handbook.json'));
    world.server.serve('/new/handbook.json', served.text(JSON.stringify(moved)));
    await world.sync.check('hand');
    expect(await world.store.about()).toMatchObject({
      url: `${world.server.origin}/new/handbook.json`,
      parts: [
        { address: `${world.server.origin}/new/parts/sales.json` },
        { address: `${world.server.origin}/finance.json` },
      ],
    });
  });

  it('on another server are fetched without what is secret', async () => {
    const other = await served.startBadServer();
    other.serve('/elsewhere.json', served.text(finance));
    const elsewhere = { url: `${other.origin}/elsewhere.json`, digest: served.digestOfText(finance) };
    world.server.serve(
      path,
      served.json({ ...smallHandbook(1), parts: [withParts(sales('A buyer.')).parts[0], elsewhere] }),
    );
    world.settings.authorization = 'Bearer abc';
    world.settings.cookies = true;
    const credentials: Array<[string, RequestCredentials | undefined]> = [];
    const original = fetch;
    vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
      credentials.push([new URL(input).origin, init?.credentials]);
      return original(input, init);
    });
    expect((await world.sync.check('hand')).error).toBeUndefined();
    expect(world.server.seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer abc',
      'Bearer abc',
    ]);
    expect(other.seen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    expect(new Map(credentials)).toEqual(
      new Map([
        [world.server.origin, 'include'],
        [other.origin, 'omit'],
      ]),
    );
    await other.close();
  });
});
