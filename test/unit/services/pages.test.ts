import { beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryArea } from '@/test/fixtures/memory-area';
import { createPages, type Pages } from '@/utils/services/pages';
import { createSettingsStore, type SettingsStore } from '@/utils/store/settings-store';

// The polyfill refuses to load outside an extension.
vi.mock('@/utils/platform/browser', () => ({ browser: {} }));

const wiki = 'https://wiki.example.com';
const board = 'https://board.example.com';
const now = 1_000_000;
const hour = 60 * 60_000;

let granted: string[];
let handbook: string | null;
let settings: SettingsStore;
let pages: Pages;
const onChange = vi.fn(async () => {});
beforeEach(() => {
  granted = ['*://*/*'];
  handbook = 'v1';
  onChange.mockClear();
  settings = createSettingsStore(memoryArea());
  pages = createPages({
    settings,
    vocabulary: async () => handbook,
    granted: async () => granted,
    wording: async () => ({
      language: 'en',
      catalogue: { card_close: 'Close', reason_only: 'Only', stored_none: 'Nothing' },
    }),
    asked: async (tab) => tab === 7,
    now: () => now,
    onChange,
  });
});

describe('the rule of a site', () => {
  it('is set for all of its pages, and scripts follow', async () => {
    expect(await pages.setRule(`${wiki}/a?b`, { rule: 'off' })).toMatchObject({ origin: wiki, rule: 'off' });
    expect((await pages.state(`${wiki}/other`)).rule).toBe('off');
    expect(onChange).toHaveBeenCalledOnce();
    expect(await pages.reach()).toEqual({
      matches: ['*://*/*'],
      excluded: ['https://wiki.example.com/*'],
      until: undefined,
    });
  });

  it('pauses for an hour', async () => {
    await pages.setRule(wiki, { rule: 'paused' });
    expect((await settings.get()).sites).toEqual([{ origin: wiki, rule: 'paused', until: now + hour }]);
    expect((await pages.reach()).until).toBe(now + hour);
  });

  it('is none where no extension may run', async () => {
    expect((await pages.setRule('chrome://settings', { rule: 'off' })).rule).toBe('impossible');
    expect((await settings.get()).sites).toEqual([]);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('is removed', async () => {
    granted = ['https://wiki.example.com/*'];
    await pages.setRule(wiki, { rule: 'on' });
    onChange.mockClear();
    expect(await pages.removeSite(`${wiki}/a`)).toMatchObject({ origin: wiki, rule: 'not-added' });
    expect((await settings.get()).sites).toEqual([]);
    expect((await pages.reach()).matches).toEqual([]);
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('is forgotten with the panel that was left open there', async () => {
    await settings.set({ dock: { width: 300, side: 'left', openAt: [wiki, board] } });
    await pages.removeSite(`${wiki}/a`);
    expect((await settings.get()).dock).toEqual({ width: 300, side: 'left', openAt: [board] });
  });

  it('is lost to no other that is set or removed at the same moment', async () => {
    await pages.setRule('https://old.example.com', { rule: 'on' });
    await Promise.all([
      pages.setRule(wiki, { rule: 'off' }),
      pages.removeSite('https://old.example.com'),
      pages.setRule(board, { department: 'sales' }),
      pages.setRule(board, { rule: 'off' }),
    ]);
    expect((await settings.get()).sites).toEqual([
      { origin: wiki, rule: 'off' },
      { origin: board, rule: 'off', department: 'sales' },
    ]);
  });
});

it('are on where they are added and allowed, and nowhere else', async () => {
  granted = ['https://wiki.example.com/*', 'https://handbook.example.com/*', 'https://board.example.com/*'];
  await pages.setRule(wiki, { rule: 'on' });
  await pages.setRule(board, { rule: 'paused' });
  const isOn = await pages.whereOn();
  expect(isOn(`${wiki}/a`)).toBe(true);
  for (const url of [`${board}/a`, 'https://handbook.example.com/h.json', 'https://other.example.com/']) {
    expect(isOn(url), url).toBe(false);
  }
  granted = ['*://*/*'];
  const isOnNow = await pages.whereOn();
  expect(isOnNow('https://other.example.com/')).toBe(true);
  expect(isOnNow('https://www.mybank.example/')).toBe(false);
});

describe('a page', () => {
  it('is told how to begin, and no text but that of the card', async () => {
    expect(await pages.start(wiki)).toEqual({
      on: true,
      vocabulary: 'v1',
      settings: { density: 'screenful', theme: 'auto', hints: true },
      messages: { card_close: 'Close', reason_only: 'Only' },
      language: 'en',
      asked: false,
    });
  });

  it('marks nothing where the site is not on', async () => {
    await pages.setRule(wiki, { rule: 'off' });
    expect(await pages.start(wiki)).toMatchObject({ on: true, settings: { density: 'none' } });
  });

  it('is told whether a panel has asked for the words of its tab', async () => {
    expect(await pages.start(wiki, 7)).toMatchObject({ asked: true });
    expect(await pages.start(wiki, 8)).toMatchObject({ asked: false });
  });

  it('does nothing without a handbook', async () => {
    handbook = null;
    expect(await pages.start(wiki)).toEqual({ on: false });
  });
});

it('scripts run on the sites that were added, where access is given to some alone', async () => {
  granted = ['https://wiki.example.com/*', 'https://handbook.example.com/*'];
  await pages.setRule(wiki, { rule: 'on' });
  expect(await pages.reach()).toEqual({
    matches: ['https://wiki.example.com/*'],
    excluded: [],
    until: undefined,
  });
});
