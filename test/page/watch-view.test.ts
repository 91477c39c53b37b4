/** When a page is read, and when that is told. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aView } from '@/test/fixtures/views';
import type { View } from '@/utils/messages/view';
import { type ViewWatch, watchView } from '@/utils/page/watch-view';
import './empty-frames';

let end: AbortController;
let title: string;
let reads: number;
let told: string[];
let watch: ViewWatch;
let hidden: boolean;
let navigation: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  document.documentElement.innerHTML = '<head><title>One</title></head><body></body>';
  hidden = false;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  navigation = new EventTarget();
  vi.stubGlobal('navigation', navigation);
  end = new AbortController();
  title = 'One';
  reads = 0;
  told = [];
  const read = (): View => {
    reads++;
    return aView({ title });
  };
  watch = watchView(document, read, (view) => told.push(view.title), end.signal);
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Longer than changes are gathered. */
const settle = () => vi.advanceTimersByTimeAsync(1000);
const change = (text: string) => {
  title = text;
  document.body.append(document.createElement('p'));
};
/** Somebody looks, and has been told what is in view. */
async function look(): Promise<void> {
  watch.read();
  watch.closely(true);
  await settle();
  reads = 0;
}

const ways: Array<[string, () => void]> = [
  ['an element that comes', () => document.body.append(document.createElement('p'))],
  ['a text that changes', () => document.body.append('text')],
  ['the title', () => (document.title = 'Two')],
  ['another title element', () => (document.head.innerHTML = '<title>Two</title>')],
  ['an address without loading', () => navigation.dispatchEvent(new Event('currententrychange'))],
  ['a root that turns dark', () => document.documentElement.setAttribute('data-theme', 'dark')],
  ['a body that turns dark', () => (document.body.className = 'dark')],
  ['a hash', () => window.dispatchEvent(new Event('hashchange'))],
  [
    'a frame that has loaded',
    () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      frame.dispatchEvent(new Event('load'));
    },
  ],
];

describe('while somebody looks', () => {
  beforeEach(look);

  it.each(ways)('tells of another view: %s', async (_, happen) => {
    title = 'Two';
    happen();
    await settle();
    expect(told).toEqual(['Two']);
  });

  it('tells nothing when the view is the same after a change', async () => {
    change('One');
    await settle();
    expect(reads).toBe(1);
    expect(told).toEqual([]);
  });

  it('tells once of changes that come together', async () => {
    for (const text of ['Two', 'Three', 'Four']) {
      change(text);
      await vi.advanceTimersByTimeAsync(20);
    }
    await settle();
    expect(told).toEqual(['Four']);
    expect(reads).toBe(1);
  });

  it('does not wait for the end of changes that never end', async () => {
    for (let i = 0; i < 30; i++) {
      change(`At ${i * 50} ms`);
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(told.length).toBeLessThanOrEqual(5);
  });

  it('reads nothing while the tab is hidden, and tells when it is seen again', async () => {
    hidden = true;
    change('Two');
    await settle();
    expect(reads).toBe(0);
    expect(told).toEqual([]);
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(told).toEqual(['Two']);
  });

  it('tells of what was read for somebody else no second time', async () => {
    title = 'Two';
    watch.read();
    change('Two');
    await settle();
    expect(told).toEqual([]);
  });

  it('an image that has loaded is nothing', async () => {
    const image = document.createElement('img');
    document.body.append(image);
    await settle();
    reads = 0;
    image.dispatchEvent(new Event('load'));
    await settle();
    expect(reads).toBe(0);
  });

  it('ends with its script', async () => {
    end.abort();
    for (const [, happen] of ways) happen();
    await settle();
    expect(reads).toBe(0);
    watch.closely(true);
    await settle();
    expect(reads).toBe(0);
  });
});

describe('while nobody looks', () => {
  it.each(ways)('the page is not read: %s', async (_, happen) => {
    title = 'Two';
    happen();
    await settle();
    expect(reads).toBe(0);
    expect(told).toEqual([]);
  });

  it('the page is not read any more once nobody does', async () => {
    await look();
    watch.closely(false);
    change('Two');
    document.title = 'Two';
    await settle();
    expect(reads).toBe(0);
  });

  it('changes within the page start not even a timer', async () => {
    change('Two');
    await Promise.resolve();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('who follows the page', () => {
  it('is told at once, and of each move, whoever looks', async () => {
    let moves = 0;
    watch.onMoved(() => moves++, end.signal);
    expect(moves).toBe(1);
    navigation.dispatchEvent(new Event('currententrychange'));
    document.title = 'Two';
    await settle();
    expect(moves).toBe(2);
    expect(reads).toBe(0);
  });

  it('is told although another one stumbles, and until it ends', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const own = new AbortController();
    let moves = 0;
    let stumbles = false;
    watch.onMoved(() => {
      if (stumbles) throw new TypeError("can't access dead object");
    }, end.signal);
    watch.onMoved(() => moves++, own.signal);
    stumbles = true;
    document.title = 'Two';
    await settle();
    expect(moves).toBe(2);
    expect(warn).toHaveBeenCalledOnce();
    own.abort();
    document.title = 'Three';
    await settle();
    expect(moves).toBe(2);
  });

  it('is told of no change within the page while nobody looks', async () => {
    let moves = 0;
    watch.onMoved(() => moves++, end.signal);
    change('Two');
    await settle();
    expect(moves).toBe(1);
  });
});
