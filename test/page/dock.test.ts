/** The panel's place on a page: opened, closed, made wider, put on the other side. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromPanel, ToPanel } from '@/utils/messages/panel';
import type { DockState } from '@/utils/messages/protocol';
import { createDock, type Dock } from '@/utils/page/dock';
import { connectOwnFrame } from '@/utils/page/own-frame';
import './empty-frames';

vi.mock('@/utils/page/own-frame');

let end: AbortController;
let root: ShadowRoot;
let kept: DockState[];
let told: ToPanel[];
let gone: number;
let ready: () => void;
let hear: (message: FromPanel) => void;
let heard: FromPanel[];
let becameReady: number;

beforeEach(() => {
  end = new AbortController();
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  root = host.attachShadow({ mode: 'open' });
  kept = [];
  told = [];
  heard = [];
  gone = 0;
  becameReady = 0;
  vi.mocked(connectOwnFrame).mockImplementation((_frame, _page, frame) => {
    ready = frame.onReady;
    hear = frame.hear as typeof hear;
    return { send: (message) => told.push(message as ToPanel) };
  });
});
afterEach(() => {
  end.abort();
  vi.clearAllMocks();
});

const dock = (look: Partial<DockState> = {}): Dock =>
  createDock(root, {
    look: { open: false, width: 360, side: 'right', ...look },
    texts: { open: 'Open it', resize: 'Its width' },
    page: async () => ({ url: '', origin: '', greeting: '' }),
    onReady: () => becameReady++,
    hear: (message) => heard.push(message),
    onGone: () => gone++,
    onChange: (look) => kept.push(look),
    signal: end.signal,
  });
const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!;
const frames = () => root.querySelectorAll('iframe').length;
const tab = () => find<HTMLButtonElement>('.dock-tab');
const edge = () => find('.dock-edge');
const width = () => find('.dock').style.getPropertyValue('--width');
const press = (key: string) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  edge().dispatchEvent(event);
  return event;
};
const point = (type: string, clientX: number) =>
  edge().dispatchEvent(
    new PointerEvent(`pointer${type}`, { clientX, pointerId: 1, bubbles: true, cancelable: true }),
  );

describe('the panel on a page', () => {
  it('has no frame until it is opened, and none once it is closed', () => {
    const made = dock();
    expect(frames()).toBe(0);
    expect(connectOwnFrame).not.toHaveBeenCalled();
    tab().click();
    expect(made.isOpen).toBe(true);
    expect(frames()).toBe(1);
    tab().click();
    expect(made.isOpen).toBe(false);
    expect(frames()).toBe(0);
    expect(gone).toBe(1);
    expect(kept.map(({ open }) => open)).toEqual([true, false]);
  });

  it('opens by itself where it was left open, which is nothing to keep', () => {
    expect(dock({ open: true }).isOpen).toBe(true);
    expect(frames()).toBe(1);
    expect(kept).toEqual([]);
  });

  it('has one frame, however often it is opened', () => {
    const made = dock();
    made.setOpen(true);
    made.setOpen(true);
    expect(frames()).toBe(1);
    made.setOpen(false);
    made.setOpen(false);
    expect(gone).toBe(1);
  });

  it('says by its tab what a press does', () => {
    dock();
    expect(tab()).toMatchObject({ ariaLabel: 'Open it', title: 'Open it' });
  });

  it('tells and hears only while it is open', () => {
    const made = dock();
    made.tell({ say: 'ask' });
    expect(told).toEqual([]);
    made.setOpen(true);
    ready();
    expect(becameReady).toBe(1);
    hear({ say: 'close' });
    expect(heard).toEqual([{ say: 'close' }]);
    made.tell({ say: 'ask' });
    made.setOpen(false);
    made.tell({ say: 'ask' });
    expect(told).toEqual([{ say: 'ask' }]);
  });

  it('goes with its script', () => {
    dock({ open: true });
    end.abort();
    expect(root.querySelector('.dock')).toBeNull();
  });
});

describe('the width of the panel', () => {
  it.each<[DockState['side'], string, string]>([
    ['right', 'ArrowLeft', 'ArrowRight'],
    ['left', 'ArrowRight', 'ArrowLeft'],
  ])('on the %s changes by the arrow keys, away from its edge and back', (side, wider, narrower) => {
    dock({ open: true, side });
    expect(press(wider).defaultPrevented).toBe(true);
    press(wider);
    expect(width()).toBe('392px');
    expect(edge().ariaValueNow).toBe('392');
    press(narrower);
    expect(kept.map(({ width }) => width)).toEqual([376, 392, 376]);
  });

  it('leaves all other keys to the page', () => {
    dock({ open: true });
    for (const key of ['ArrowUp', 'ArrowDown', 'Enter', 'Escape', 'a'])
      expect(press(key).defaultPrevented, key).toBe(false);
    expect(kept).toEqual([]);
  });

  it.each([
    ['wider', 630, 'ArrowLeft', 640],
    ['narrower', 290, 'ArrowRight', 280],
  ])('grows no %s than its limit by keys', (_, from, key, to) => {
    dock({ open: true, width: from });
    press(key);
    press(key);
    expect(kept.at(-1)?.width).toBe(to);
    expect([edge().ariaValueMin, edge().ariaValueMax]).toEqual(['280', '640']);
  });

  it.each<[DockState['side'], number, number]>([
    ['right', -40, 400],
    ['right', 40, 320],
    ['left', 40, 400],
    ['right', -900, 640],
    ['left', -900, 280],
  ])('on the %s, dragged by %i px, is %i px', (side, by, to) => {
    dock({ open: true, side });
    point('down', 800);
    expect(find('.dock').classList.contains('dragged')).toBe(true);
    point('move', 800 + Math.sign(by));
    point('move', 800 + by);
    expect(width()).toBe(`${to}px`);
    expect(kept).toEqual([]);
    point('up', 800 + by);
    expect(kept).toEqual([{ open: true, width: to, side }]);
    expect(find('.dock').classList.contains('dragged')).toBe(false);
  });

  it.each(['up', 'cancel'])('stays when the pointer is let go (%s)', (type) => {
    dock({ open: true });
    point('down', 800);
    point('move', 700);
    point(type, 700);
    point('move', 300);
    point('up', 300);
    expect(kept).toEqual([{ open: true, width: 460, side: 'right' }]);
    expect(width()).toBe('460px');
  });

  it('is not to be had while it is closed', () => {
    dock();
    expect(edge().hidden).toBe(true);
  });
});

it('opened by its tab, has the focus', () => {
  dock();
  tab().focus();
  tab().click();
  expect(root.activeElement).toBe(find('iframe'));
});

it('goes to the other side and back, and keeps its frame', () => {
  const made = dock({ open: true });
  const frame = find('iframe');
  made.changeSide();
  expect(find('.dock').dataset.side).toBe('left');
  made.changeSide();
  expect(find('.dock').dataset.side).toBe('right');
  expect(find('iframe')).toBe(frame);
  expect(kept.map(({ side }) => side)).toEqual(['left', 'right']);
});

it('hands the focus to its frame, and to its tab once it is closed', () => {
  const made = dock({ open: true });
  made.focus();
  expect(root.activeElement).toBe(find('iframe'));
  made.setOpen(false);
  made.focus();
  expect(root.activeElement).toBe(tab());
});
