/** How the script of boards and mail begins, what is kept of its panel, and who is let in. */
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryArea } from '@/test/fixtures/memory-area';
import { createWorkspace } from '@/utils/services/workspace';
import type { SettingsPatch, SiteRule } from '@/utils/store/settings';
import { createSettingsStore } from '@/utils/store/settings-store';

const start = 1_000_000;
let now = start;
beforeEach(() => {
  now = start;
});
const tracker = 'https://tracker.example.com';
const trackerOnly = ['https://tracker.example.com/*'];
const every = ['*://*/*'];
const hosted = ['https://trello.com/*', 'https://*.atlassian.net/*'];
const rule = (rule: SiteRule['rule'], more: Partial<SiteRule> = {}): SiteRule => ({
  origin: tracker,
  rule,
  ...more,
});

async function service(
  patch: SettingsPatch = {},
  { granted = trackerOnly, handbook = true }: { granted?: string[]; handbook?: boolean } = {},
) {
  const settings = createSettingsStore(memoryArea());
  await settings.set(patch);
  let secrets = 0;
  const workspace = createWorkspace({
    settings,
    corrections: async () =>
      handbook ? [{ host: 'trello', anchors: { title: [{ css: 'h2', since: '2026-11' }] } }] : null,
    granted: async () => granted,
    hosted,
    wording: async () => ({
      language: 'en',
      catalogue: { dock_open: 'Open', dock_ask: 'Ask', panel_goal: 'Goal', card_pin: 'Keep' },
    }),
    now: () => now,
    secret: () => `secret ${++secrets}`,
  });
  return { workspace, settings };
}

describe('the script on a page', () => {
  it('does not begin without a handbook', async () => {
    const { workspace } = await service({ sites: [rule('on')] }, { handbook: false });
    expect(await workspace.start(`${tracker}/b/1`)).toEqual({ on: false });
  });

  it.each<[string, boolean, SiteRule[], string[]]>([
    ['the site is on', true, [rule('on')], trackerOnly],
    ['every site is', true, [], every],
    ['it is off', false, [rule('off')], every],
    ['it is paused', false, [rule('paused', { until: now + 1 })], every],
    ['a pause is over', true, [rule('paused', { until: now })], trackerOnly],
    ['it was never added', false, [], trackerOnly],
    ['the permission is gone', false, [rule('on')], []],
  ])('begins by itself or only when it is opened: %s', async (_, byItself, sites, granted) => {
    const { workspace } = await service({ sites }, { granted });
    expect(await workspace.start(`${tracker}/b/1`)).toMatchObject({ on: true, byItself });
  });

  it('is told what the site was said to be, how it looks, and only what it says itself', async () => {
    const { workspace } = await service({ sites: [rule('on', { host: 'kanboard' })], theme: 'dark' });
    expect(await workspace.start(`${tracker}/b/1`)).toEqual({
      on: true,
      byItself: true,
      declared: 'kanboard',
      corrections: [{ host: 'trello', anchors: { title: [{ css: 'h2', since: '2026-11' }] } }],
      dock: { width: 360, side: 'right', open: false },
      theme: 'dark',
      messages: { dock_open: 'Open', dock_ask: 'Ask' },
      language: 'en',
    });
  });

  it('is told nothing where nobody said what the site is', async () => {
    const { workspace } = await service({ sites: [rule('on')] });
    expect(await workspace.start(tracker)).not.toHaveProperty('declared');
  });
});

describe('the panel', () => {
  const dockAt = async (workspace: Awaited<ReturnType<typeof service>>['workspace'], url: string) => {
    const said = await workspace.start(url);
    return said.on && said.dock;
  };

  it('is open where it was left open, and there only; width and side hold everywhere', async () => {
    const { workspace } = await service({}, { granted: every });
    await workspace.left(`${tracker}/b/1`, { open: true, width: 420, side: 'left' });
    expect(await dockAt(workspace, `${tracker}/b/2?x#y`)).toEqual({ open: true, width: 420, side: 'left' });
    expect(await dockAt(workspace, 'https://mail.example.com/')).toEqual({
      open: false,
      width: 420,
      side: 'left',
    });
    await workspace.left('https://mail.example.com/', { open: true, width: 300, side: 'right' });
    await workspace.left(`${tracker}/other`, { open: false, width: 300, side: 'right' });
    expect(await dockAt(workspace, tracker)).toMatchObject({ open: false });
    expect(await dockAt(workspace, 'https://mail.example.com/7')).toMatchObject({ open: true });
  });

  it('left open twice is closed by one close', async () => {
    const { workspace, settings } = await service({}, { granted: every });
    await workspace.left(tracker, { open: true, width: 300, side: 'right' });
    await workspace.left(tracker, { open: true, width: 300, side: 'right' });
    expect((await settings.get()).dock.openAt).toEqual([tracker]);
    await workspace.left(tracker, { open: false, width: 300, side: 'right' });
    expect((await settings.get()).dock.openAt).toEqual([]);
  });

  it.each<[string, SiteRule[], string[]]>([
    ['it is off', [rule('off')], every],
    ['it is paused', [rule('paused', { until: start + 1 })], every],
    ['it was never added', [], trackerOnly],
    ['the permission is gone', [rule('on')], []],
  ])('is not kept as open where the site is not on: %s', async (_, sites, granted) => {
    const dock = { width: 300, side: 'left' as const, openAt: [tracker] };
    const { workspace, settings } = await service({ sites, dock }, { granted });
    await workspace.left(`${tracker}/b`, { open: true, width: 420, side: 'right' });
    expect((await settings.get()).dock).toEqual({ width: 420, side: 'right', openAt: [] });
  });

  it('of a page without an address is not kept', async () => {
    const { workspace, settings } = await service();
    await workspace.left('', { open: true, width: 300, side: 'left' });
    expect((await settings.get()).dock).toEqual({ width: 360, side: 'right', openAt: [] });
  });
});

describe('where it runs by itself', () => {
  it('reaches known hosts and those that were named, within rules and permissions', async () => {
    const declared = rule('on', { host: 'board' });
    const { workspace } = await service({ sites: [declared] }, { granted: every });
    expect((await workspace.reach()).matches.toSorted()).toEqual([...hosted, ...trackerOnly].toSorted());
    const isOn = await workspace.whereOn();
    for (const url of ['https://trello.com/b/1', 'https://shop.atlassian.net/x', `${tracker}/b`])
      expect(isOn(url), url).toBe(true);
    for (const url of ['https://wiki.example.com/', 'https://nottrello.com/', 'chrome://extensions/'])
      expect(isOn(url), url).toBe(false);
  });

  it('reaches no known host that was not added', async () => {
    const { workspace } = await service({ sites: [rule('on')] });
    expect(await workspace.reach()).toEqual({ matches: [], excluded: [] });
    expect((await workspace.whereOn())('https://trello.com/b/1')).toBe(false);
    expect((await workspace.whereOn())(`${tracker}/b/1`)).toBe(false);
  });

  it('not where the site was turned off', async () => {
    const { workspace } = await service(
      { sites: [{ origin: 'https://trello.com', rule: 'off' }] },
      { granted: every },
    );
    expect((await workspace.reach()).excluded).toEqual(['https://trello.com/*']);
    expect((await workspace.whereOn())('https://trello.com/b/1')).toBe(false);
  });
});

describe('a pass', () => {
  it('lets one frame in, once, in its own tab', async () => {
    const { workspace } = await service();
    const [one, two] = [workspace.pass(1), workspace.pass(1)];
    expect(one).not.toBe(two);
    expect(workspace.enter(one, 1)).toBe(true);
    expect(workspace.enter(one, 1)).toBe(false);
    expect(workspace.enter(two, 1)).toBe(true);
  });

  it('shown in another tab is void from then on', async () => {
    const { workspace } = await service();
    const pass = workspace.pass(1);
    expect(workspace.enter(pass, 2)).toBe(false);
    expect(workspace.enter(pass, 1)).toBe(false);
  });

  it('lets in for half a minute', async () => {
    const { workspace } = await service();
    const [one, two] = [workspace.pass(1), workspace.pass(1)];
    now += 29_999;
    expect(workspace.enter(one, 1)).toBe(true);
    now += 1;
    workspace.pass(1);
    expect(workspace.enter(two, 1)).toBe(false);
    const three = workspace.pass(1);
    now += 30_000;
    expect(workspace.enter(three, 1)).toBe(false);
  });

  it.each(['', 'secret 2', 'undefined'])('that was never given (%j) lets nobody in', async (guess) => {
    const { workspace } = await service();
    workspace.pass(1);
    expect(workspace.enter(guess, 1)).toBe(false);
  });
});
