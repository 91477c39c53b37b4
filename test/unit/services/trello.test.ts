import * as v from 'valibot';
import { beforeEach, expect, it, vi } from 'vitest';
import { aView } from '@/test/fixtures/views';
import { View } from '@/utils/messages/view';
import { createTrello } from '@/utils/services/trello';

const card = {
  name: 'Try the screws',
  due: '2026-12-01T09:00:00.000Z',
  labels: [{ name: 'production' }, { name: '' }],
  list: { name: 'Ready for sale' },
  board: { name: 'Desk Lamp 3' },
  members: [{ fullName: 'Chen Jie' }],
};
const bare = aView({
  host: 'trello',
  kind: 'card',
  id: 'Ab12Cd34',
  url: 'https://trello.com/c/Ab12Cd34/1-try',
  title: 'Try',
  labels: [],
  people: [],
  missing: ['list', 'id'],
});
let time: number;
let answer: () => Response | Promise<Response>;
let asked: string[];
let given: { key: string; token: string } | null;
let fill: ReturnType<typeof createTrello>;

beforeEach(() => {
  time = 0;
  asked = [];
  given = { key: 'k', token: 't&t' };
  answer = () => Response.json(card);
  fill = createTrello({
    fetch: vi.fn(async (url) => {
      asked.push(String(url));
      return answer();
    }) as typeof fetch,
    access: async () => given,
    now: () => time,
  });
});

it('adds what the page does not show, in the shape of a view', async () => {
  const view = await fill(bare);
  expect(view).toMatchObject({
    title: 'Try the screws',
    list: 'Ready for sale',
    board: 'Desk Lamp 3',
    due: '2026-12-01T09:00:00.000Z',
    labels: ['production'],
    people: [{ name: 'Chen Jie' }],
    missing: ['id'],
  });
  expect(v.is(View, view)).toBe(true);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/^https:\/\/api\.trello\.com\/1\/cards\/Ab12Cd34\?.*key=k&token=t%26t$/);
});

it('asks nothing where the page tells, where the user gave no token, and of other hosts', async () => {
  const whole = { ...bare, list: 'Doing', due: '1 Dec', missing: [] };
  expect(await fill(whole)).toBeNull();
  const other = { ...bare, host: 'jira' };
  expect(await fill(other)).toBeNull();
  given = null;
  expect(await fill(bare)).toBeNull();
  expect(asked).toEqual([]);
});

it('asks for the due day of a card of which the page shows all else', async () => {
  const shown = { ...bare, list: 'Doing', missing: [] };
  expect((await fill(shown))?.due).toBe('2026-12-01T09:00:00.000Z');
});

it('asks once for views of a card that come while it asks', async () => {
  await Promise.all([fill(bare), fill({ ...bare, labels: ['new'] })]);
  expect(asked).toHaveLength(1);
});

it('asks once a minute for a card', async () => {
  await fill(bare);
  time = 59_000;
  await fill(bare);
  expect(asked).toHaveLength(1);
  time = 61_000;
  await fill(bare);
  expect(asked).toHaveLength(2);
});

it.each([
  ['a refusal', () => new Response('invalid token', { status: 401 })],
  ['too many questions', () => new Response('', { status: 429 })],
  ['a failure to reach it', () => Promise.reject(new TypeError('offline'))],
])('adds nothing at %s, and rests for a minute', async (_, refused) => {
  answer = refused;
  expect(await fill(bare)).toBeNull();
  answer = () => Response.json(card);
  time = 30_000;
  expect(await fill(bare)).toBeNull();
  expect(asked).toHaveLength(1);
  time = 61_000;
  expect((await fill(bare))?.list).toBe('Ready for sale');
});

it.each([
  ['an answer of another shape', () => Response.json({ name: 7 })],
  ['no JSON', () => new Response('<html>')],
])('adds nothing at %s', async (_, wrong) => {
  answer = wrong;
  expect(await fill(bare)).toBeNull();
});

it('cuts what is too long for a view', async () => {
  answer = () => Response.json({ ...card, name: 'x'.repeat(5000), list: { name: 'y'.repeat(5000) } });
  expect(v.is(View, await fill(bare))).toBe(true);
});
