/** A page tells of its words, and the panels that look at its tab, and no others, hear of it. */
import { beforeEach, expect, it, vi } from 'vitest';
import { createHandlers } from '@/entrypoints/background/handlers';
import type { Services } from '@/entrypoints/background/services';
import { memory } from '@/test/fixtures/session';
import { answer } from '@/utils/messages/serve';
import { wasAsked } from '@/utils/platform/asked-tabs';

const told = vi.hoisted(() => [] as unknown[]);
vi.mock('@/utils/platform/browser', async () => ({
  browser: {
    storage: { session: (await import('@/test/fixtures/session')).session },
    tabs: { sendMessage: async (...message: unknown[]) => void told.push(message) },
    scripting: { executeScript: async () => [] },
  },
}));
beforeEach(() => {
  memory.clear();
  told.length = 0;
});

const own = { id: 'ours', origin: 'chrome-extension://ours/' };
const url = 'https://mail.example.com/';
const handlers = createHandlers({ context: { words: () => [] } } as unknown as Services);

it('goes to the outermost frame of the same tab', async () => {
  const frame = { id: 'ours', url, tab: { id: 7, url } };
  await answer({ message: 'page.marked', params: { tab: 8 } }, frame, own, handlers);
  expect(told).toEqual([[7, { notice: 'marked' }, { frameId: 0 }]]);
});

it('is known to be wished for in a tab whose words were asked for', async () => {
  const panel = { id: 'ours', url: `${own.origin}panel.html` };
  await answer({ message: 'context.words', params: { tab: 7 } }, panel, own, handlers);
  expect([await wasAsked(7), await wasAsked(8)]).toEqual([true, false]);
});
