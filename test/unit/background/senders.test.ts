/** Whose words are asked about: as the page says, else as the host around its frames does. */
import { beforeEach, expect, it, vi } from 'vitest';
import { createHandlers } from '@/entrypoints/background/handlers';
import type { Services } from '@/entrypoints/background/services';
import { answer } from '@/utils/messages/serve';

const told = vi.hoisted(() => [] as unknown[]);
const answers = vi.hoisted(() => ({ senders: ['liu@sales.example.com'] as unknown }));
vi.mock('@/utils/platform/browser', () => ({
  browser: {
    tabs: {
      async sendMessage(...message: unknown[]) {
        told.push(message);
        return answers.senders;
      },
    },
  },
}));
let heard: unknown[];
beforeEach(() => {
  told.length = 0;
  heard = [];
});

const handlers = createHandlers({
  define: {
    lookUp: async (_word: string, { speakers }: { speakers: string[] }) => void heard.push(speakers),
  },
} as unknown as Services);
const ask = (speakers: string[]) => {
  const url = 'https://mail.example.com/';
  const around = { text: '', title: '', speakers, others: [] };
  const own = { id: 'ours', origin: 'chrome-extension://ours/' };
  const message = { message: 'page.lookUp', params: { word: 'launch', around } };
  return answer(message, { id: 'ours', url, tab: { id: 7, url } }, own, handlers);
};

it('is told by the outermost frame where nobody stands beside the words', async () => {
  await ask([]);
  expect(told).toEqual([[7, { notice: 'senders' }, { frameId: 0 }]]);
  expect(heard).toEqual([['liu@sales.example.com']]);
});

it('is who stands beside the words, without a question', async () => {
  await ask(['chen@rnd.example.com']);
  expect([told, heard]).toEqual([[], [['chen@rnd.example.com']]]);
});

it('is nobody where our script does not stand', async () => {
  answers.senders = undefined;
  await ask([]);
  expect(heard).toEqual([[]]);
});

it.each([
  ['a text', 'liu@sales.example.com'],
  ['numbers', [7]],
  ['too many', Array(9).fill('liu@sales.example.com')],
  ['too long a text', ['x'.repeat(301)]],
])('is nobody where the answer is %s', async (_, senders) => {
  answers.senders = senders;
  await ask([]);
  expect(heard).toEqual([[]]);
});
