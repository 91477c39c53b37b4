import { beforeEach, expect, it, vi } from 'vitest';
import { reachAllTabs } from '@/utils/platform/overlay-script';

interface Tab {
  id: number;
  /** Absent where it may not be known. */
  url?: string;
  /** Our script runs there. */
  runs: boolean;
}

const world = vi.hoisted(() => ({ tabs: [] as Tab[], heard: [] as number[], injected: [] as number[] }));
vi.mock('@/utils/platform/browser', () => ({
  browser: {
    tabs: {
      // A browser finds by address only tabs whose address the extension may know.
      query: async ({ url }: { url?: string[] }) => world.tabs.filter((tab) => !url || tab.url !== undefined),
      sendMessage: async (id: number) => {
        if (!world.tabs.find((tab) => tab.id === id)?.runs) throw new Error('Receiving end does not exist.');
        world.heard.push(id);
      },
    },
    scripting: {
      insertCSS: async () => {},
      executeScript: async ({ target }: { target: { tabId: number } }) => {
        world.injected.push(target.tabId);
      },
    },
  },
}));
beforeEach(() => {
  world.heard = [];
  world.injected = [];
});

const reach = (mayRun: (url: string) => boolean) =>
  reachAllTabs({ notice: 'changed' }, mayRun).then(() => new Promise((resolve) => setTimeout(resolve)));

it('tells every tab where the script runs, also where access was taken back', async () => {
  world.tabs = [
    { id: 1, url: 'https://wiki.example.com/', runs: true },
    { id: 2, runs: true },
    { id: 3, runs: false },
  ];
  await reach(() => true);
  expect(world.heard).toEqual([1, 2]);
});

it('gives the script to the tabs that are to have it and have it not', async () => {
  world.tabs = [
    { id: 1, url: 'https://wiki.example.com/', runs: false },
    { id: 2, url: 'https://off.example.com/', runs: false },
    { id: 3, url: 'https://wiki.example.com/b', runs: true },
    { id: 4, runs: false },
  ];
  await reach((url) => url.startsWith('https://wiki.example.com/'));
  expect(world.injected).toEqual([1]);
});
