/** A server, and a browser with the extension: its clock, its chance, its settings, its disk. New for every test. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import * as served from '@/test/fixtures/bad-server';
import { smallHandbook } from '@/test/fixtures/handbooks';
import type { Handbook } from '@/utils/handbook/schema';
import { defaultLimits, type Limits } from '@/utils/services/fetch-document';
import { createSync, type Sync, type SyncSettings } from '@/utils/services/sync';
import { databaseAt } from '@/utils/store/database';
import type { HandbookStore } from '@/utils/store/handbook-store';
import { createHandbookStore } from '@/utils/store/idb-handbook-store';

export const minute = 60_000;
/** Where the server has the handbook. */
export const path = '/handbook.json';

interface World {
  server: served.BadServer;
  now: number;
  /** What the next random number is. */
  chance: number;
  limits: Limits;
  settings: { -readonly [K in keyof SyncSettings]: SyncSettings[K] };
  /** Text of the bundled handbook; null: its file is missing. */
  sample: string | null;
  /** How often another handbook has come into use. */
  changes: number;
  /** Ends the browser. */
  ended: AbortController;
  store: HandbookStore;
  sync: Sync;
  /** Anew, with the disk as it is. */
  startBrowser(): void;
  inUse(): Promise<Handbook | undefined>;
  definitionOf(concept: string): Promise<Handbook['concepts'][number]['definition'] | undefined>;
  /** @returns paths that the server was asked for */
  asked(): string[];
}

/** To be called once in a test file. @returns a world that is made anew before each test, and ended after it */
export function createWorld(): World {
  const world = {
    startBrowser,
    inUse: async () => (await world.store.current())?.handbook,
    definitionOf: async (id) =>
      (await world.inUse())?.concepts.find((concept) => concept.id === id)?.definition,
    asked: () => world.server.seen.map(({ path }) => path),
  } as World;

  function startBrowser() {
    world.ended = new AbortController();
    world.store = createHandbookStore(databaseAt());
    world.sync = createSync({
      store: world.store,
      net: {
        fetch: (input, init) => fetch(input, init),
        now: () => world.now,
        get limits() {
          return world.limits;
        },
      },
      random: () => world.chance,
      settings: async () => world.settings,
      sample: async () => {
        if (world.sample === null) throw new Error('The file is missing.');
        return new TextEncoder().encode(world.sample);
      },
      languages: async () => ['zh-CN', 'en'],
      onChange: () => {
        world.changes += 1;
      },
      signal: world.ended.signal,
    });
  }

  beforeAll(async () => {
    world.server = await served.startBadServer();
  });
  afterAll(() => world.server.close());

  beforeEach(() => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    world.now = Date.UTC(2026, 0, 5, 9);
    world.chance = 0.5;
    world.limits = defaultLimits;
    world.settings = {
      source: 'address',
      address: world.server.origin + path,
      authorization: '',
      cookies: false,
      refreshEvery: 60,
    };
    world.sample = null;
    world.changes = 0;
    startBrowser();
    world.server.serve(path, served.json(smallHandbook(1)));
    world.server.forget();
  });
  afterEach(() => {
    world.ended.abort();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  return world;
}
