/** The sample handbook and somebody who reads it, new for every test. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { inUse } from '@/test/fixtures/in-use';
import { aView } from '@/test/fixtures/views';
import { readHandbook } from '@/utils/handbook/read';
import type { HandbookSource } from '@/utils/handbook/schema';
import type { Context } from '@/utils/messages/context';
import type { View } from '@/utils/messages/view';
import { type ContextService, createContext } from '@/utils/services/context';
import type { Reader } from '@/utils/services/define';
import type { InUse } from '@/utils/services/in-use';
import { databaseAt } from '@/utils/store/database';
import { createWorkspaceStore } from '@/utils/store/workspace-store';
import { simplifier } from '@/utils/terms/han-scripts';

const file = fileURLToPath(new URL('../../../../public/sample-handbook.json', import.meta.url));
const sample = inUse(readHandbook(JSON.parse(readFileSync(file, 'utf8'))).handbook!);

interface World {
  used: InUse | null;
  reader: Reader;
  /** A Tuesday; eleven o'clock in Shanghai. */
  now: number;
  service: ContextService;
  /** Puts another handbook into use. */
  take(handbook: Partial<HandbookSource>): void;
  contextOf(view?: Partial<View>): Promise<Context>;
}

/** To be called once in a test file. @returns a world that is made anew before each test */
export function createWorld(): World {
  const world = {
    take(handbook) {
      const read = readHandbook({ format: 1, name: 'Own', ...handbook });
      expect(read.problems).toEqual([]);
      world.used = inUse(read.handbook!);
    },
    contextOf: async (view = {}) => (await world.service.context(aView(view)))!,
  } as World;

  beforeEach(() => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    world.used = sample;
    world.reader = {
      languages: ['en'],
      today: '2026-11-24',
      department: 'sales',
      speaksAt: () => undefined,
    };
    world.now = Date.parse('2026-11-24T11:00:00+08:00');
    world.service = createContext({
      inUse: async () => world.used,
      reader: async () => world.reader,
      store: createWorkspaceStore(databaseAt()),
      simplified: simplifier(),
      readings: async () => () => [],
      now: () => world.now,
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  return world;
}

export const lamp = {
  url: 'https://trello.com/b/Ab12/desk-lamp-3-launch',
  id: 'Ab12',
  title: 'Desk Lamp 3',
};
export const mail = (more: Partial<View> = {}): Partial<View> => ({
  host: 'roundcube',
  kind: 'thread',
  url: 'https://mail.example.com/?_task=mail&_uid=7',
  id: '7',
  title: 'Lunch',
  ...more,
});
export const texts = (list: ReadonlyArray<{ text: string }>) => list.map(({ text }) => text);
