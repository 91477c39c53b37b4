/** The panel on a page: a narrow tab at the window's edge, and beside it, once opened, a frame with our page. */
import { leastDock, mostDock } from '@/utils/messages/limits';
import type { FromPanel, ToPanel } from '@/utils/messages/panel';
import type { DockState } from '@/utils/messages/protocol';
import type { Covered } from './beside';
import { connectOwnFrame, type FramePage, type OwnFrame } from './own-frame';

export interface DockTexts {
  /** Of the tab, which is to be seen while the panel is closed. */
  open: string;
  /** Of the border by which it is made wider. */
  resize: string;
}

export interface DockOptions {
  look: DockState;
  texts: DockTexts;
  /** @returns our page, with what lets it in */
  page(): Promise<FramePage>;
  /** The panel is there, and hears. */
  onReady(): void;
  hear(message: FromPanel): void;
  /** The panel has gone. */
  onGone(): void;
  /** The reader opened it, closed it, or changed its width or side. */
  onChange(look: DockState): void;
  signal: AbortSignal;
}

export interface Dock {
  readonly isOpen: boolean;
  /** px at the sides of the window that the open panel lies over */
  readonly covered: Covered;
  setOpen(open: boolean): void;
  /** From the right of the window to the left, or back. */
  changeSide(): void;
  /** Moves the focus into the open panel; to the tab, while it is closed. */
  focus(): void;
  /** Tells the panel, if it is there. */
  tell(message: ToPanel): void;
}

/** px by a press of an arrow key */
const step = 16;

/** @param root where it stands (`own-element`) */
export function createDock(root: ShadowRoot, options: DockOptions): Dock {
  const { texts, page, onReady, hear, onGone, onChange, signal } = options;
  const { ownerDocument: document } = root;
  const look = { ...options.look };
  const bar = document.createElement('div');
  bar.className = 'dock';
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.className = 'dock-tab';
  const edge = document.createElement('div');
  edge.className = 'dock-edge';
  edge.tabIndex = 0;
  tab.ariaLabel = texts.open;
  tab.title = texts.open;
  edge.role = 'separator';
  edge.ariaOrientation = 'vertical';
  edge.ariaLabel = texts.resize;
  edge.ariaValueMin = String(leastDock);
  edge.ariaValueMax = String(mostDock);
  let frame: HTMLIFrameElement | null = null;
  let panel: OwnFrame<ToPanel> | null = null;
  bar.append(tab, edge);
  root.append(bar);

  tab.addEventListener('click', press, { signal });
  edge.addEventListener('pointerdown', drag, { signal });
  edge.addEventListener('keydown', resizeByKey, { signal });
  signal.addEventListener('abort', () => bar.remove());
  draw();

  return {
    get isOpen() {
      return look.open;
    },
    get covered() {
      return { left: 0, right: 0, [look.side]: bar.offsetWidth };
    },
    setOpen: (open) => choose({ open }),
    changeSide: () => choose({ side: look.side === 'right' ? 'left' : 'right' }),
    focus,
    tell: (message) => panel?.send(message),
  };

  /** The tab is not to be seen beside the open panel, so the focus would be lost. */
  function press(): void {
    choose({ open: !look.open });
    focus();
  }

  function focus(): void {
    (frame ?? tab).focus();
  }

  /** Chromium gives the focus to what the frame showed before our page came into it. */
  function refocus(): void {
    if (!frame || root.activeElement !== frame) return;
    frame.blur();
    frame.focus();
  }

  function choose(change: Partial<DockState>): void {
    Object.assign(look, change);
    draw();
    onChange({ ...look });
  }

  function draw(): void {
    bar.dataset.side = look.side;
    bar.classList.toggle('open', look.open);
    bar.style.setProperty('--width', `${look.width}px`);
    edge.ariaValueNow = String(look.width);
    edge.hidden = !look.open;
    if (look.open) load();
    else unload();
  }

  function load(): void {
    if (frame) return;
    frame = document.createElement('iframe');
    frame.title = 'Common Ground';
    panel = connectOwnFrame<ToPanel, FromPanel>(frame, page, {
      onReady() {
        refocus();
        onReady();
      },
      hear,
    });
    bar.append(frame);
  }

  /** Closed, it costs nothing. */
  function unload(): void {
    if (!frame) return;
    frame.remove();
    frame = null;
    panel = null;
    onGone();
  }

  function drag(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    edge.setPointerCapture(event.pointerId);
    // Over a frame the pointer would be lost.
    bar.classList.add('dragged');
    const from = { x: event.clientX, width: look.width };
    const end = new AbortController();
    const until = { signal: AbortSignal.any([end.signal, signal]) };
    edge.addEventListener(
      'pointermove',
      ({ clientX }) => {
        const grown = look.side === 'right' ? from.x - clientX : clientX - from.x;
        look.width = clamp(from.width + grown);
        draw();
      },
      until,
    );
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
      edge.addEventListener(
        type,
        () => {
          end.abort();
          bar.classList.remove('dragged');
          onChange({ ...look });
        },
        until,
      );
    }
  }

  function resizeByKey(event: KeyboardEvent): void {
    const wider = look.side === 'right' ? 'ArrowLeft' : 'ArrowRight';
    const narrower = look.side === 'right' ? 'ArrowRight' : 'ArrowLeft';
    if (event.key !== wider && event.key !== narrower) return;
    event.preventDefault();
    choose({ width: clamp(look.width + (event.key === wider ? step : -step)) });
  }
}

function clamp(width: number): number {
  return Math.round(Math.min(mostDock, Math.max(leastDock, width)));
}
