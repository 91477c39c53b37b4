import { beforeEach, expect, it, vi } from 'vitest';
import { createHandlers } from '@/entrypoints/background/handlers';
import type { Services } from '@/entrypoints/background/services';
import { aView } from '@/test/fixtures/views';
import { answer } from '@/utils/messages/serve';

// The polyfill refuses to load outside an extension.
vi.mock('@/utils/platform/browser', () => ({ browser: {} }));

const own = { id: 'ours', origin: 'chrome-extension://ours/' };
const url = 'https://trello.com/b/1';
const tabOf = (incognito: boolean) => ({ id: 7, url, incognito });
const docked = (incognito: boolean) => ({
  id: 'ours',
  url: `${own.origin}panel.html`,
  tab: tabOf(incognito),
});
/** A side panel has no tab. */
const side = { id: 'ours', url: `${own.origin}panel.html` };
const page = (incognito: boolean) => ({ id: 'ours', url, tab: tabOf(incognito) });

let written: string[];
beforeEach(() => {
  written = [];
});
const handlers = createHandlers({
  context: {
    context: async () => 'context',
    choose: async () => void written.push('choose'),
    tick: async () => void written.push('tick'),
  },
  workspace: { left: async () => void written.push('left') },
  trello: async () => null,
} as unknown as Services);

const view = aView();
const choose = { message: 'context.choose', params: { view, project: 'p' } };
const tick = { message: 'context.tick', params: { view, handoff: 'a>b#0', entry: 0, done: true } };
const dock = { message: 'workspace.dock', params: { open: true, width: 300, side: 'left' } };
const inPrivate = ({ message, params }: typeof choose | typeof tick, isPrivate: boolean) => ({
  message,
  params: { ...params, private: isPrivate },
});

it.each([
  ['a project chosen', choose, docked(false), 'choose'],
  ['a tick', tick, docked(false), 'tick'],
  ['a tick in a side panel', tick, side, 'tick'],
  ['a tick in a side panel that says where it stands', inPrivate(tick, false), side, 'tick'],
  ['how the panel was left', dock, page(false), 'left'],
])('keeps %s', async (_, said, sender, name) => {
  expect(await answer(said, sender, own, handlers)).toMatchObject({ ok: true });
  expect(written).toEqual([name]);
});

it.each([
  ['a project chosen', choose, docked(true), 'context'],
  ['a tick', tick, docked(true), 'context'],
  ['a project chosen in a side panel', inPrivate(choose, true), side, 'context'],
  ['a tick in a side panel', inPrivate(tick, true), side, 'context'],
  ['how the panel was left', dock, page(true), undefined],
])('answers a private window as any other and does not keep %s', async (_, said, sender, told) => {
  expect(await answer(said, sender, own, handlers)).toEqual({ ok: true, answer: told });
  expect(written).toEqual([]);
});
