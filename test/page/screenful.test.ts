import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Occurrence } from '@/utils/page/occurrence';
import { createScreenful, type Density } from '@/utils/page/screenful';

/** Boxes of elements, px; what has none is not laid out. A screen is 1000 by 800 px. */
let boxes: Map<Element, { top: number; left?: number; height?: number }>;
let seen: (element: Element) => boolean;
let watched: Map<Element, (entries: IntersectionObserverEntry[]) => void>;
let sized: Map<Element, (entries: ResizeObserverEntry[]) => void>;
let painted: Occurrence[];
let end: AbortController;

class Intersections {
  readonly #tell: (entries: IntersectionObserverEntry[]) => void;
  constructor(tell: (entries: IntersectionObserverEntry[]) => void) {
    this.#tell = tell;
  }
  observe = (element: Element) => void watched.set(element, this.#tell);
  unobserve = (element: Element) => void watched.delete(element);
  disconnect = () => watched.clear();
}
class Sizes {
  readonly #tell: (entries: ResizeObserverEntry[]) => void;
  constructor(tell: (entries: ResizeObserverEntry[]) => void) {
    this.#tell = tell;
  }
  observe = (element: Element) => void sized.set(element, this.#tell);
  unobserve = (element: Element) => void sized.delete(element);
  disconnect = () => sized.clear();
}

const boxOf = (element: Element) => {
  const box = boxes.get(element);
  return box ? new DOMRect(box.left ?? 0, box.top, 500, box.height ?? 20) : new DOMRect();
};
/** What the browser does after a frame: tells of every element it has not told of since it was observed. */
function frame(): void {
  const told = new Map<(entries: IntersectionObserverEntry[]) => void, IntersectionObserverEntry[]>();
  for (const [target, tell] of watched) {
    const boundingClientRect = boxOf(target);
    const { top, bottom, right, height } = boundingClientRect;
    const isIntersecting = height > 0 && top < 800 && bottom > 0 && right > 0;
    const entry = { target, boundingClientRect, isIntersecting } as unknown as IntersectionObserverEntry;
    told.set(tell, [...(told.get(tell) ?? []), entry]);
  }
  for (const [tell, entries] of told) tell(entries);
}
/** A block loses its box. */
function hide(block: Element): void {
  boxes.delete(block);
  sized.get(block)?.([{ target: block, contentRect: new DOMRect() } as unknown as ResizeObserverEntry]);
}

beforeEach(() => {
  document.body.innerHTML = '';
  boxes = new Map();
  watched = new Map();
  sized = new Map();
  painted = [];
  end = new AbortController();
  seen = (element) => boxes.has(element);
  vi.stubGlobal('IntersectionObserver', Intersections);
  vi.stubGlobal('ResizeObserver', Sizes);
  // As fast as can be, unless a test says otherwise.
  vi.spyOn(performance, 'now').mockReturnValue(0);
  vi.stubGlobal('innerWidth', 1000);
  vi.stubGlobal('innerHeight', 800);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return boxOf(this);
  });
  Element.prototype.checkVisibility = function (this: Element) {
    return seen(this);
  };
});
afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const paint = {
  add: (occurrence: Occurrence) => void painted.push(occurrence),
  remove(occurrence: Occurrence) {
    painted = painted.filter((other) => other !== occurrence);
  },
};
const start = (density: Density) => createScreenful(density, paint, end.signal);

/** A paragraph with a term in it, at a place of the page. */
function word(
  top: number | null,
  { term = 1, left = 0, in: parent = document.body as Element } = {},
): Occurrence {
  const block = parent.appendChild(document.createElement('p'));
  block.textContent = 'delivery';
  if (top !== null) boxes.set(block, { top, left });
  const text = block.firstChild!;
  const range = { startContainer: text, startOffset: 0, endContainer: text, endOffset: 8 };
  return { term, contested: false, range: range as unknown as StaticRange, block };
}
const tops = () => painted.map(({ block }) => boxes.get(block)!.top);

describe('a term', () => {
  it('is marked once a screenful', () => {
    const screenful = start('screenful');
    screenful.add([0, 300, 600, 799, 800, 1200, 1600].map((top) => word(top)));
    frame();
    expect(tops()).toEqual([0, 800, 1600]);
  });

  it('is marked as soon as there is time, where many come at once', () => {
    const idle: Array<() => void> = [];
    vi.stubGlobal('requestIdleCallback', (then: () => void) => idle.push(then));
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now++);
    const screenful = start('screenful');
    screenful.add(Array.from({ length: 40 }, (_, i) => word(i * 800)));
    frame();
    expect(tops().length).toBeGreaterThan(0);
    expect(tops().length).toBeLessThan(40);
    return vi.waitFor(() => {
      idle.shift()?.();
      expect(tops()).toHaveLength(40);
    });
  });

  it('is marked wherever it stands, if all are wanted', () => {
    const screenful = start('all');
    screenful.add([0, 300, 600].map((top) => word(top)));
    frame();
    expect(tops()).toEqual([0, 300, 600]);
  });

  it('is marked nowhere, if none is wanted', () => {
    start('none').add([word(0)]);
    expect(watched.size).toBe(0);
  });

  it('does not stand for another', () => {
    const screenful = start('screenful');
    screenful.add([word(0), word(10, { term: 2 })]);
    frame();
    expect(tops()).toEqual([0, 10]);
  });

  it('is marked again a screen to the side', () => {
    const screenful = start('screenful');
    screenful.add([word(0), word(0, { left: 900 }), word(0, { left: 1000 })]);
    frame();
    expect(painted.map(({ block }) => boxes.get(block)!.left)).toEqual([0, 1000]);
  });

  it('is decided on where it stands now, whatever was there before', () => {
    const screenful = start('screenful');
    const first = word(0);
    screenful.add([first]);
    frame();
    boxes.get(first.block)!.top = 3000;
    screenful.add([word(100)]);
    frame();
    expect(tops()).toEqual([3000, 100]);
  });
});

describe('what is not seen', () => {
  it('waits until it is laid out', () => {
    const screenful = start('screenful');
    const hidden = word(null);
    screenful.add([hidden, word(100)]);
    frame();
    expect(tops()).toEqual([100]);
    boxes.set(hidden.block, { top: 2000 });
    frame();
    expect(tops()).toEqual([100, 2000]);
  });

  it('waits off the page until it comes into view', () => {
    const screenful = start('screenful');
    const off = word(10, { left: -5000 });
    screenful.add([off, word(100)]);
    frame();
    expect(tops()).toEqual([100]);
    boxes.get(off.block)!.left = 0;
    boxes.get(off.block)!.top = 5000;
    frame();
    expect(tops()).toEqual([100, 5000]);
  });

  it('waits while it is invisible, and is looked at when something happens', async () => {
    vi.useFakeTimers();
    const screenful = start('screenful');
    const invisible = word(0);
    seen = (element) => element !== invisible.block;
    screenful.add([invisible, word(100)]);
    frame();
    expect(tops()).toEqual([100]);
    seen = () => true;
    boxes.get(invisible.block)!.top = 2000;
    document.dispatchEvent(new Event('transitionend'));
    vi.advanceTimersByTime(1000);
    frame();
    expect(tops()).toEqual([100, 2000]);
    vi.useRealTimers();
  });

  it('gives its mark to the next when it is hidden, and takes none when it comes back', () => {
    const screenful = start('screenful');
    const [first, second] = [word(0), word(100)];
    screenful.add([first, second]);
    frame();
    expect(painted).toEqual([first]);
    hide(first.block);
    frame();
    expect(painted).toEqual([second]);
    boxes.set(first.block, { top: 0 });
    frame();
    expect(painted).toEqual([second]);
  });

  it('leaves its place to one that comes, if it was hidden unnoticed', () => {
    const screenful = start('screenful');
    const [first, second] = [word(0), word(100)];
    screenful.add([first]);
    frame();
    seen = (element) => element !== first.block;
    screenful.add([second]);
    frame();
    expect(painted).toEqual([second]);
  });
});

describe('what goes', () => {
  it('gives its mark to the next in the screenful', () => {
    const screenful = start('screenful');
    const [first, second, third] = [word(0), word(100), word(200)];
    screenful.add([first, second, third]);
    frame();
    first.block.remove();
    screenful.remove(first);
    screenful.settle();
    frame();
    expect(painted).toEqual([second]);
  });

  it('gives nothing to what stands elsewhere', () => {
    const screenful = start('screenful');
    const [first, second, far, last] = [word(0), word(100), word(1000), word(1100)];
    screenful.add([first, second, far, last]);
    frame();
    expect(painted).toEqual([first, far]);
    screenful.remove(far);
    screenful.settle();
    frame();
    expect(painted).toEqual([first, last]);
  });

  it('and comes again in its block stays marked, with no frame between', () => {
    const screenful = start('screenful');
    const first = word(0);
    screenful.add([first, word(100)]);
    frame();
    screenful.remove(first);
    const again = { ...first, range: { ...first.range, startOffset: 1 } as StaticRange };
    screenful.add([again]);
    expect(painted).toEqual([again]);
    screenful.settle();
    frame();
    expect(painted).toEqual([again]);
  });

  it('is forgotten while it waits', () => {
    const screenful = start('screenful');
    const first = word(0);
    screenful.add([first]);
    screenful.remove(first);
    expect(watched.size).toBe(0);
    frame();
    expect(painted).toEqual([]);
  });
});

it('watches nothing once all is decided but the marked blocks, and nothing in the end', () => {
  const screenful = start('screenful');
  screenful.add([word(0), word(100), word(900)]);
  frame();
  expect(watched.size).toBe(0);
  expect(sized.size).toBe(2);
  end.abort();
  expect(sized.size).toBe(0);
});
