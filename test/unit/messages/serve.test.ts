import { describe, expect, it, vi } from 'vitest';
import { answer, type Handlers } from '@/utils/messages/serve';

// The polyfill refuses to load outside an extension.
vi.mock('@/utils/platform/browser', () => ({ browser: {} }));

const own = { id: 'ours', origin: 'chrome-extension://ours/' };
const page = {
  id: 'ours',
  url: 'https://wiki.example.com/a',
  tab: { id: 7, url: 'https://wiki.example.com/a' },
};
const options = { id: 'ours', url: 'chrome-extension://ours/options.html' };
const around = { text: 'a delivery', title: 'Notes', speakers: [], others: [] };

const handlers = (some: Partial<Handlers>) => some as Handlers;
const quiet = () => vi.spyOn(console, 'error').mockImplementation(() => {});

describe('who may ask', () => {
  it('is nobody from another extension', async () => {
    const reply = await answer(
      { message: 'page.start', params: {} },
      { ...page, id: 'theirs' },
      own,
      handlers({}),
    );
    expect(reply).toEqual({ ok: false, error: 'another extension' });
  });

  it.each(['settings.get', 'settings.set', 'handbook.status', 'search', 'site.rule', 'stored.delete'])(
    'is no page, for %s',
    async (message) => {
      const handle = vi.fn();
      const reply = await answer({ message, params: {} }, page, own, handlers({ [message]: handle }));
      expect(reply).toEqual({ ok: false, error: 'not for pages' });
      expect(handle).not.toHaveBeenCalled();
    },
  );

  it('is no page whose address only looks like ours', async () => {
    const sender = { id: 'ours', url: 'https://evil.example/chrome-extension://ours/options.html' };
    const reply = await answer({ message: 'settings.get', params: {} }, sender, own, handlers({}));
    expect(reply).toEqual({ ok: false, error: 'not for pages' });
  });

  it.each([
    'chrome-extension://ours/card.html',
    // The address made anew at each start, by which a page embeds it.
    'chrome-extension://0b0c5c7e-8d1c-4f0e-9a53-5f5a7a1f2e11/card.html',
    'chrome-extension://0b0c5c7e-8d1c-4f0e-9a53-5f5a7a1f2e11/card.html?a#b',
  ])('is not the card, which stands in foreign pages: %s', async (url) => {
    const sender = { ...page, url };
    const reply = await answer({ message: 'settings.get', params: {} }, sender, own, handlers({}));
    expect(reply).toEqual({ ok: false, error: 'not for the card' });
  });

  it('is a page of the web that is called like the card, for what a page may ask', async () => {
    const sender = { ...page, url: 'https://wiki.example.com/card.html' };
    const reply = await answer(
      { message: 'page.start', params: {} },
      sender,
      own,
      handlers({ 'page.start': () => ({ on: false }) }),
    );
    expect(reply).toEqual({ ok: true, answer: { on: false } });
  });

  it('is a page of ours', async () => {
    const reply = await answer(
      { message: 'site.state', params: { url: 'https://a.example/' } },
      options,
      own,
      handlers({ 'site.state': ({ url }) => ({ host: url }) as never }),
    );
    expect(reply).toEqual({ ok: true, answer: { host: 'https://a.example/' } });
  });
});

describe('what is asked', () => {
  it.each(['toString', '__proto__', 'page.nothing'])('is not %s', async (message) => {
    expect(await answer({ message, params: {} }, options, own, handlers({}))).toEqual({
      ok: false,
      error: 'unknown message',
    });
  });

  it.each<[string, unknown]>([
    ['keys that are no integers', { vocabulary: 'v', keys: [0.5] }],
    ['too many keys', { vocabulary: 'v', keys: new Array(200_001).fill(1) }],
    ['no vocabulary', { keys: [] }],
    ['nothing', null],
  ])('has the right shape: %s', async (_, params) => {
    const handle = vi.fn();
    const reply = await answer(
      { message: 'page.terms', params },
      page,
      own,
      handlers({ 'page.terms': handle }),
    );
    expect(reply).toMatchObject({ ok: false });
    expect(handle).not.toHaveBeenCalled();
  });

  it('holds no more text of a page than is needed', async () => {
    const params = { word: 'delivery', around: { ...around, text: 'x'.repeat(601) } };
    expect(await answer({ message: 'page.lookUp', params }, page, own, handlers({}))).toMatchObject({
      ok: false,
    });
  });
});

it('takes the address from the browser, never from the page', async () => {
  const params = { word: 'delivery', around, url: 'https://sales.example.com/' };
  const handle = vi.fn(() => ({ found: null, word: 'delivery', near: [] }));
  await answer({ message: 'page.lookUp', params }, page, own, handlers({ 'page.lookUp': handle }));
  expect(handle).toHaveBeenCalledWith({ word: 'delivery', around }, { url: page.url, tab: page.tab.id });
});

it('takes a frame without an address for its page', async () => {
  const handle = vi.fn(() => ({ on: false as const }));
  const sender = { ...page, url: 'about:srcdoc' };
  await answer({ message: 'page.start', params: {} }, sender, own, handlers({ 'page.start': handle }));
  expect(handle).toHaveBeenCalledWith({}, { url: page.tab.url, tab: page.tab.id });
});

it('tells a page nothing of why a handler failed', async () => {
  const log = quiet();
  const reply = await answer(
    { message: 'page.start', params: {} },
    page,
    own,
    handlers({
      'page.start': () => {
        throw new Error('https://handbook.example.com/secret');
      },
    }),
  );
  expect(reply).toEqual({ ok: false, error: 'failed' });
  expect(log).toHaveBeenCalled();
});
