/** Our element on a page that draws itself anew, or does not want it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOwnElement } from '@/utils/page/own-element';

let end: AbortController;
let givenUp: number;

beforeEach(() => {
  vi.useFakeTimers();
  document.documentElement.innerHTML = '<head></head><body></body>';
  end = new AbortController();
  givenUp = 0;
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

const create = () => createOwnElement(document, '.a { color: red }', () => givenUp++, end.signal);
const ours = () => document.querySelectorAll<HTMLElement>('[data-common-ground]');
/** What observers are told comes after the page's own work. */
const told = () => vi.advanceTimersByTimeAsync(1);
async function takeAway(): Promise<void> {
  for (const element of ours()) element.remove();
  await told();
}

it('stands in the document, closed to its scripts', () => {
  const root = create();
  expect(ours()).toHaveLength(1);
  expect(ours()[0]!.parentElement).toBe(document.documentElement);
  expect(ours()[0]!.shadowRoot).toBeNull();
  expect(root.querySelector('style')!.textContent).toContain('.a { color: red }');
});

describe('taken away by the page', () => {
  it('comes again, the same', async () => {
    create();
    const [element] = ours();
    await takeAway();
    expect([...ours()]).toEqual([element]);
    expect(givenUp).toBe(0);
  });

  it('comes again when the document is emptied', async () => {
    create();
    document.documentElement.innerHTML = '<head></head><body><p>New</p></body>';
    await told();
    expect(ours()).toHaveLength(1);
  });

  it('five times within ten seconds still comes again; the sixth time it stays away, and says so once', async () => {
    create();
    for (let i = 0; i < 5; i++) await takeAway();
    expect(ours()).toHaveLength(1);
    expect(givenUp).toBe(0);
    await takeAway();
    expect(ours()).toHaveLength(0);
    expect(givenUp).toBe(1);
    document.documentElement.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ours()).toHaveLength(0);
    expect(givenUp).toBe(1);
  });

  it('into another element, which could be faded or moved, comes back; the sixth time it stays away', async () => {
    create();
    const [element] = ours();
    for (let i = 0; i < 5; i++) {
      document.body.append(element!);
      await told();
      expect(element!.parentElement).toBe(document.documentElement);
    }
    expect(givenUp).toBe(0);
    document.body.append(element!);
    await told();
    expect(ours()).toHaveLength(0);
    expect(givenUp).toBe(1);
  });

  it('now and then comes again for ever', async () => {
    create();
    for (let i = 0; i < 30; i++) {
      await takeAway();
      await vi.advanceTimersByTimeAsync(2500);
    }
    expect(ours()).toHaveLength(1);
    expect(givenUp).toBe(0);
  });

  it('does not come again once its script has ended', async () => {
    create();
    end.abort();
    await told();
    expect(ours()).toHaveLength(0);
    document.documentElement.append(document.createElement('p'));
    await told();
    expect(ours()).toHaveLength(0);
    expect(givenUp).toBe(0);
  });
});

it('keeps presses and keys on it from the page, and no others', () => {
  const root = create();
  const button = document.createElement('button');
  root.append(button);
  const heard: string[] = [];
  const within: string[] = [];
  const types = ['pointerdown', 'mousedown', 'click', 'keydown', 'focusin'];
  for (const type of types) {
    document.addEventListener(type, () => heard.push(type), { signal: end.signal });
    button.addEventListener(type, () => within.push(type));
    button.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }
  expect(within).toEqual(types);
  expect(heard).toEqual([]);
  document.body.dispatchEvent(new Event('click', { bubbles: true }));
  expect(heard).toEqual(['click']);
});
