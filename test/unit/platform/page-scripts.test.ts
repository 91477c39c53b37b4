import { beforeEach, expect, it, vi } from 'vitest';
import { reachAllTabs } from '@/utils/platform/page-scripts';

interface Tab {
  id: number;
  /** Absent where it may not be known. */
  url?: string;
  /** The script runs there; `other`: only another of ours, which keeps silent. */
  runs: boolean | 'other';
}

const world = vi.hoisted(() => ({ tabs: [] as Tab[], heard: [] as number[], injected: [] as number[] }));
vi.mock('@/utils/platform/browser', () => ({
  browser: {
    tabs: {
      // A browser finds by address only tabs whose address the extension may know.
      query: async ({ url }: { url?: string[] }) => world.tabs.filter((tab) => !url || tab.url !== undefined),
      sendMessage: async (id: number) => {
        const { runs } = world.tabs.find((tab) => tab.id === id) ?? {};
        if (!runs) throw new Error('Receiving end does not exist.');
        if (runs === 'other') return undefined;
        world.heard.push(id);
        return true;
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
  reachAllTabs('overlay', mayRun).then(() => new Promise((resolve) => setTimeout(resolve)));

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
    { id: 5, url: 'https://wiki.example.com/c', runs: 'other' },
  ];
  await reach((url) => url.startsWith('https://wiki.example.com/'));
  expect(world.injected).toEqual([1, 5]);
});
