/** What the card's frame is told, and when it is seen. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardContent, FromCard, ToCard } from '@/utils/messages/card';
import { createCard, type PageCard } from '@/utils/page/card';
import { createCardHost } from '@/utils/page/card-host';
import { connectOwnFrame } from '@/utils/page/own-frame';

vi.mock('@/utils/page/own-frame');
vi.mock('@/utils/page/card-host');

const delivery: CardContent = { missing: 'delivery', near: [] };
const launch: CardContent = { missing: 'launch', near: [] };
let said: ToCard[];
let hear: (message: FromCard) => void;
let host: { isUppermost: boolean; raised: boolean; shown: boolean; lets: boolean };
let end: AbortController;
let closed: number;
let card: PageCard;

beforeEach(() => {
  said = [];
  closed = 0;
  host = { isUppermost: false, raised: false, shown: false, lets: true };
  vi.mocked(createCardHost).mockReturnValue({
    frame: document.createElement('iframe'),
    load() {},
    raise() {
      host = { ...host, raised: host.lets, isUppermost: host.lets, shown: false };
      return host.lets;
    },
    get isUppermost() {
      return host.isUppermost;
    },
    reveal() {
      host.shown = true;
    },
    hide() {
      host = { ...host, raised: false, shown: false };
    },
    remove() {},
    hasFocus: false,
    box: () => (host.shown ? new DOMRect(0, 0, 384, 100) : null),
  });
  vi.mocked(connectOwnFrame).mockImplementation((_frame, _page, frame) => {
    hear = frame.hear as typeof hear;
    return { send: (message) => said.push(message as ToCard) };
  });
  end = new AbortController();
  card = createCard({
    look: { hints: true, language: 'en', messages: {} },
    theme: 'light',
    page: { url: '', origin: '', greeting: '' },
    lookUpConcept: async () => null,
    onPointer() {},
    onClose: () => closed++,
    signal: end.signal,
  });
});
afterEach(() => {
  end.abort();
  vi.resetAllMocks();
});

const open = (content: CardContent, line: DOMRect | null = new DOMRect(100, 100, 60, 20)) =>
  card.open({ content, line: () => line, focus: false });
const lastNumber = () => said.findLast((message) => message.say === 'open')!.opening.number;
/** The frame has drawn what it was last told. */
async function drawn() {
  hear({ say: 'drawn', number: lastNumber(), height: 100 });
  await settle();
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a card', () => {
  it('is seen once its frame has drawn it', async () => {
    open(delivery);
    await settle();
    expect(host).toMatchObject({ raised: true, shown: false });
    await drawn();
    expect(host.shown).toBe(true);
  });

  it('is not seen before it has a height: without one it would seem to have room anywhere', async () => {
    open(delivery);
    hear({ say: 'drawn', number: lastNumber(), height: 0 });
    await settle();
    expect(host.shown).toBe(false);
    await drawn();
    expect(host.shown).toBe(true);
  });

  it('is not seen for what was drawn before it', async () => {
    open(delivery);
    const late = lastNumber();
    open(launch);
    hear({ say: 'drawn', number: late, height: 100 });
    await settle();
    expect(host.shown).toBe(false);
  });

  it('does not open at a word that is gone', () => {
    open(delivery, null);
    expect(card.isOpen).toBe(false);
    expect(said).toEqual([]);
  });

  it('closes where the page keeps it from being raised', () => {
    host.lets = false;
    open(delivery);
    expect(card.isOpen).toBe(false);
  });

  it('that is pinned stays pinned, and the next is not', () => {
    open(delivery);
    hear({ say: 'pinned', pinned: true });
    expect(card.isPinned).toBe(true);
    open(launch);
    expect(card.isPinned).toBe(false);
    expect(said.at(-1)).toMatchObject({ say: 'open', opening: { pinned: false } });
  });
});

describe('drawn beforehand', () => {
  beforeEach(async () => {
    card.draw(delivery);
    await drawn();
  });

  it('it is neither seen nor open', () => {
    expect(host.shown).toBe(false);
    expect(card.isOpen).toBe(false);
  });

  it('it is seen as soon as it opens, and not drawn again', async () => {
    open(delivery);
    await settle();
    expect(host.shown).toBe(true);
    expect(said).toHaveLength(1);
  });

  it('it is drawn anew where something has come above it', async () => {
    host.isUppermost = false;
    open(delivery);
    await settle();
    expect(host.shown).toBe(false);
    await drawn();
    expect(host.shown).toBe(true);
    expect(said).toHaveLength(2);
  });

  it('it gives way to what is opened instead', async () => {
    open(launch);
    await settle();
    expect(host.shown).toBe(false);
    await drawn();
    expect(said.at(-1)).toMatchObject({ opening: { content: launch } });
    expect(host.shown).toBe(true);
  });

  it('it goes when the pointer goes, which closes nothing', () => {
    card.leave();
    expect(host.raised).toBe(false);
    expect(said.at(-1)).toEqual({ say: 'clear' });
    expect(closed).toBe(0);
  });

  it('nothing takes the place of an open card', () => {
    open(delivery);
    card.draw(launch);
    expect(said).toHaveLength(1);
  });
});
