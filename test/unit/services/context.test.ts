import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inUse } from '@/test/fixtures/in-use';
import { readHandbook } from '@/utils/handbook/read';
import type { View } from '@/utils/messages/view';
import { type ContextService, createContext } from '@/utils/services/context';
import type { Reader } from '@/utils/services/define';
import type { InUse } from '@/utils/services/in-use';
import { databaseAt } from '@/utils/store/database';
import { createWorkspaceStore } from '@/utils/store/workspace-store';

const file = fileURLToPath(new URL('../../../public/sample-handbook.json', import.meta.url));
const sample = readHandbook(JSON.parse(readFileSync(file, 'utf8'))).handbook!;
const used = inUse(sample);

let current: InUse | null;
let reader: Reader;
let service: ContextService;
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  current = used;
  reader = { languages: ['en'], today: '2026-11-24', department: 'sales', speaksAt: () => undefined };
  service = createContext({
    inUse: async () => current,
    reader: async () => reader,
    store: createWorkspaceStore(databaseAt()),
    simplified: (text) => text,
    readings: async () => () => [],
    now: () => Date.parse('2026-11-24T03:00:00Z'),
  });
});

const view = (more: Partial<View> = {}): View => ({
  host: 'trello',
  kind: 'board',
  url: 'https://trello.com/b/Ab12/desk-lamp-3-launch',
  id: 'Ab12',
  title: 'Desk Lamp 3',
  labels: [],
  people: [],
  missing: [],
  doubtful: [],
  dark: false,
  ...more,
});
const of = async (more: Partial<View> = {}) => (await service.context(view(more)))!;

describe('the goal', () => {
  it('is that of the project whose board it is', async () => {
    const { goal } = await of();
    expect(goal).toMatchObject({
      id: 'desk-lamp-3',
      name: { text: 'Desk Lamp 3: spring launch', language: 'en' },
      owners: [{ id: 'rnd', name: 'R&D' }],
      chosen: false,
    });
  });
});
