/** Something of ours that follows an element of the page: found, lost, found again, and given up. */
import { autoUpdate, computePosition } from '@floating-ui/dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAskButton } from '@/utils/page/ask-button';
import { type Beside, type Covered, keepBeside } from '@/utils/page/beside';
import { createDraftChip } from '@/utils/page/draft-chip';

vi.mock('@floating-ui/dom');

let end: AbortController;
let ours: HTMLElement;
let beside: Beside;
let wanted: string;
let place: { x: number; y: number; hidden: boolean };
/** What follows an element now: tells that it may have moved, as the browser does. */
let following: Array<() => void>;
let placed: Element[];
/** Of what is asked whether the element is seen. */
let margin: string;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<h1>Card</h1>';
  end = new AbortController();
  following = [];
  placed = [];
  place = { x: 10.4, y: 20.6, hidden: false };
  wanted = 'h1';
  covering = { left: 0, right: 0 };
  vi.mocked(autoUpdate).mockImplementation((_anchor, _ours, update) => {
    following.push(update);
    update();
    return () => {
      following = following.filter((one) => one !== update);
    };
  });
  vi.mocked(computePosition).mockImplementation(async () => ({ ...place }) as never);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: IntersectionObserverCallback, { rootMargin }: IntersectionObserverInit) {
        margin = rootMargin!;
        this.observe = () => tell([{ isIntersecting: !place.hidden }] as never, this as never);
      }
      observe: () => void;
      disconnect() {}
    },
  );
  ours = document.createElement('button');
  document.body.append(ours);
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const keep = () => {
  beside = keepBeside(ours, {
    find: () => document.querySelector(wanted),
    where: 'behind',
    onPlaced: (anchor) => placed.push(anchor),
    covered,
    signal: end.signal,
  });
};
let covering: Covered;
const covered = () => covering;
/** Changes of the page are gathered for a moment, and movements. */
const told = () => vi.advanceTimersByTimeAsync(150);
const draw = async (html = '<h1>Card</h1>') => {
  document.querySelector('h1')?.remove();
  document.body.insertAdjacentHTML('afterbegin', html);
  await told();
};

describe('what follows an element', () => {
  beforeEach(keep);

  it('is not to be seen before it has a place', async () => {
    expect(ours.hidden).toBe(true);
    beside.look();
    await told();
    expect(ours.hidden).toBe(false);
    expect(ours.style.translate).toBe('10px 21px');
    expect(ours.style.visibility).toBe('visible');
  });

  it('touches nothing of the page', async () => {
    const before = document.querySelector('h1')!.outerHTML;
    beside.look();
    await told();
    expect(document.querySelector('h1')!.outerHTML).toBe(before);
  });

  it('moves with it, and is hidden where it is', async () => {
    beside.look();
    await told();
    place = { x: 40, y: 50, hidden: true };
    following[0]!();
    await told();
    expect(ours.style.translate).toBe('40px 50px');
    expect(ours.style.visibility).toBe('hidden');
  });

  it('is hidden where the open panel lies over its element', async () => {
    covering = { left: 0, right: 360 };
    beside.look();
    await told();
    expect(margin).toBe('0px -360px 0px 0px');
  });

  it('is not seen, and nothing is reckoned, while the page scrolls', async () => {
    beside.look();
    await told();
    expect(ours.classList.contains('moving')).toBe(false);
    vi.mocked(computePosition).mockClear();
    for (let frame = 0; frame < 30; frame++) {
      following[0]!();
      await vi.advanceTimersByTimeAsync(16);
      expect(ours.classList.contains('moving')).toBe(true);
    }
    expect(computePosition).not.toHaveBeenCalled();
    await told();
    expect(computePosition).toHaveBeenCalledOnce();
    expect(ours.classList.contains('moving')).toBe(false);
  });

  it('takes its look and its place again at the same element when the page has changed', async () => {
    beside.look();
    await told();
    place = { x: 40, y: 50, hidden: false };
    beside.look();
    await told();
    expect(placed).toHaveLength(2);
    expect(ours.style.translate).toBe('40px 50px');
    expect(following).toHaveLength(1);
  });

  it('waits for an element that is drawn a moment later', async () => {
    document.querySelector('h1')!.remove();
    beside.look();
    await told();
    expect(ours.hidden).toBe(true);
    await draw();
    expect(ours.hidden).toBe(false);
  });

  it('waits no longer than a page takes', async () => {
    document.querySelector('h1')!.remove();
    beside.look();
    await vi.advanceTimersByTimeAsync(5000);
    await draw();
    expect(ours.hidden).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('finds an element again that was drawn anew, and takes its look again', async () => {
    beside.look();
    await draw();
    following[0]!(); // its size has changed to nothing
    await told();
    expect(ours.hidden).toBe(false);
    expect(placed).toHaveLength(2);
    expect(placed[1]).toBe(document.querySelector('h1'));
    expect(following).toHaveLength(1);
  });

  it('goes when the element goes, and comes when it comes', async () => {
    beside.look();
    document.querySelector('h1')!.remove();
    following[0]!();
    await told();
    expect(ours.hidden).toBe(true);
    expect(following).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(5000);
    await draw();
    beside.look();
    expect(ours.hidden).toBe(false);
  });

  it('follows another element when that is the one', async () => {
    beside.look();
    document.body.insertAdjacentHTML('beforeend', '<h2>Dialog</h2>');
    wanted = 'h2';
    beside.look();
    await told();
    expect(placed.map(({ localName }) => localName)).toEqual(['h1', 'h2']);
    expect(following).toHaveLength(1);
  });

  it('gives up where the element is drawn anew again and again, until the page has come to rest', async () => {
    beside.look();
    for (let i = 0; i < 25; i++) {
      await draw();
      following[0]?.();
      await told();
    }
    expect(ours.hidden).toBe(true);
    expect(placed.length).toBeLessThan(25);
    const before = placed.length;
    beside.look();
    await draw();
    expect(placed).toHaveLength(before);
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    beside.look();
    await told();
    expect(ours.hidden).toBe(false);
  });

  it('never gives up where that happens now and then', async () => {
    beside.look();
    for (let i = 0; i < 40; i++) {
      await draw();
      following[0]!();
      await vi.advanceTimersByTimeAsync(2000);
    }
    expect(ours.hidden).toBe(false);
  });

  it('leaves when it is wanted no more, and with its script', async () => {
    beside.look();
    beside.leave();
    expect(ours.hidden).toBe(true);
    expect(following).toHaveLength(0);
    beside.look();
    end.abort();
    expect(ours.hidden).toBe(true);
    expect(following).toHaveLength(0);
    beside.look();
    await told();
    expect(ours.hidden).toBe(true);
  });
});

describe('behind what an element shows', () => {
  const lines = [new DOMRect(10, 20, 300, 20), new DOMRect(10, 50, 100, 20)];
  /** What was reckoned: beside which box, and on which side of it. */
  const reckoned = () =>
    vi.mocked(computePosition).mock.calls.map(([reference, , options]) => {
      const { right, bottom } = reference.getBoundingClientRect() as DOMRect;
      return [options?.placement, right, bottom];
    });
  let room: (box: DOMRect) => number;
  beforeEach(() => {
    room = () => 0;
    vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue(lines as never);
    vi.spyOn(document.body, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 400, 600));
    vi.mocked(computePosition).mockImplementation(
      async (reference) =>
        ({
          ...place,
          middlewareData: {
            room: { top: 0, right: room(reference.getBoundingClientRect() as DOMRect), bottom: 0, left: 0 },
          },
        }) as never,
    );
    vi.spyOn(ours, 'offsetWidth', 'get').mockReturnValue(80);
    keep();
  });
  afterEach(() => vi.restoreAllMocks());

  it('it stands on the first line', async () => {
    beside.look();
    await told();
    expect(reckoned()).toEqual([['right', 310, 40]]);
  });

  it('it stands on the next one where the panel leaves no room on the first', async () => {
    room = ({ right }) => right - 200;
    beside.look();
    await told();
    expect(reckoned()).toEqual([
      ['right', 310, 40],
      ['right', 110, 70],
    ]);
  });

  it('it does not stand over the border of what its element lies in', async () => {
    vi.spyOn(ours, 'offsetWidth', 'get').mockReturnValue(200);
    beside.look();
    await told();
    expect(reckoned()).toEqual([['right', 110, 70]]);
  });

  it('it stands below where no line has room', async () => {
    room = () => 1;
    beside.look();
    await told();
    expect(reckoned().at(-1)).toEqual(['bottom-end', 310, 70]);
    expect(ours.style.visibility).toBe('visible');
  });

  it('it is not to be seen where the open panel leaves no room on any line', async () => {
    room = () => 1;
    covering = { left: 0, right: 360 };
    beside.look();
    await told();
    expect(ours.style.visibility).toBe('hidden');
    covering = { left: 0, right: 0 };
    beside.look();
    await told();
    expect(ours.style.visibility).toBe('visible');
  });
});

describe("the chip at a draft's editor", () => {
  const root = () => {
    const host = document.createElement('div');
    document.body.append(host);
    return host.attachShadow({ mode: 'open' });
  };

  it('counts, goes with the count and comes again', async () => {
    const shadow = root();
    let opened = 0;
    const { show } = createDraftChip(shadow, {
      text: (count) => `${count} words`,
      onOpen: () => opened++,
      covered,
      signal: end.signal,
    });
    const chip = shadow.querySelector('button')!;
    const editor = document.querySelector('h1')!;
    expect(chip.hidden).toBe(true);
    show(editor, 2);
    expect([chip.hidden, chip.textContent]).toEqual([false, '2 words']);
    chip.click();
    expect(opened).toBe(1);
    show(editor, 0);
    expect(chip.hidden).toBe(true);
    show(editor, 3);
    expect([chip.hidden, chip.textContent]).toEqual([false, '3 words']);
    show(null, 3);
    expect(chip.hidden).toBe(true);
  });

  it("does not take the writer's place away when it is pressed", () => {
    const shadow = root();
    createDraftChip(shadow, { text: String, onOpen() {}, covered, signal: end.signal });
    const down = new PointerEvent('pointerdown', { bubbles: true, cancelable: true });
    shadow.querySelector('button')!.dispatchEvent(down);
    expect(down.defaultPrevented).toBe(true);
  });

  it('goes with its editor, and comes to the next one', async () => {
    const shadow = root();
    const { show } = createDraftChip(shadow, { text: String, onOpen() {}, covered, signal: end.signal });
    const chip = shadow.querySelector('button')!;
    show(document.querySelector('h1')!, 1);
    document.querySelector('h1')!.remove();
    following[0]!();
    await told();
    expect(chip.hidden).toBe(true);
    expect(following).toHaveLength(0);
    await draw();
    show(document.querySelector('h1')!, 1);
    expect(chip.hidden).toBe(false);
  });
});

describe('the Ask button', () => {
  it("has the look of the host's own buttons, and asks", async () => {
    document.body.innerHTML = '<div id="actions"><button style="color: rgb(1, 2, 3)">Join</button></div>';
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    let asked = 0;
    const look = createAskButton(root, {
      text: 'Ask',
      find: () => document.querySelector('#actions'),
      onAsk: () => asked++,
      covered,
      signal: end.signal,
    });
    const button = root.querySelector('button')!;
    expect(button.hidden).toBe(true);
    look();
    expect(button).toMatchObject({ hidden: false, textContent: 'Ask', type: 'button' });
    expect(button.style.color).toBe('rgb(1, 2, 3)');
    document.querySelector<HTMLElement>('#actions button')!.style.color = 'rgb(250, 250, 250)';
    look();
    expect(button.style.color).toBe('rgb(250, 250, 250)');
    button.click();
    expect(asked).toBe(1);
    end.abort();
    expect(root.querySelector('button')).toBeNull();
  });
});
