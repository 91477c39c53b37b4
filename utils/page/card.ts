/** The definition card on a page: opens beside a word, stays while it is wanted, and gives the focus back. */
import type { CardContent, CardLook, FromCard, Opening, ToCard } from '@/utils/messages/card';
import type { Definition } from '@/utils/messages/protocol';
import { watchDismissal } from './card-dismissal';
import { createCardHost } from './card-host';
import { focusedIn, fromOutermost, outermostWindow, toOutermost } from './frames';
import { connectOwnFrame, type FramePage } from './own-frame';
import { cardWidth, type Place, placeBeside } from './place';
import { isDark } from './theme';

export interface CardOptions {
  look: Omit<CardLook, 'dark'>;
  theme: 'auto' | 'light' | 'dark';
  page: FramePage;
  /** Asks for a concept named on the card. */
  lookUpConcept(concept: string, word: string): Promise<Definition | null>;
  /** The pointer came into the card or left it. */
  onPointer(inside: boolean): void;
  onClose(): void;
  signal: AbortSignal;
}

export interface CardOpening {
  content: CardContent;
  /** @returns the box of the word's line, CSS px of this frame's viewport; null: it is gone */
  line(): DOMRect | null;
  /** Opened by keyboard: the card takes the focus and gives it back. */
  focus: boolean;
}

export interface PageCard {
  /** A card will be wanted soon. */
  prepare(): void;
  /** What will be opened next: drawn unseen, unless a card is open. */
  draw(content: CardContent): void;
  open(opening: CardOpening): void;
  /** The pointer left it: closes unless it is pinned or was given the focus by key. */
  leave(): void;
  /** The page changed: closes if its word is no longer there, unless it is pinned. */
  leaveIfGone(): void;
  close(): void;
  /** Moves the focus into the open card. */
  focus(): void;
  readonly isOpen: boolean;
  readonly isPinned: boolean;
  /** Box in CSS px of this frame's viewport, or null while none is to be seen. */
  box(): DOMRect | null;
}

/** What the frame shows, or is to show. */
interface Drawing {
  number: number;
  content: CardContent;
  dark: boolean;
  pinned: boolean;
  /** px; 0 until it is drawn */
  height: number;
}

interface OpenCard extends CardOpening {
  drawing: Drawing;
  /** Box of the word's line when it opened, CSS px of the outermost window's viewport. */
  at: DOMRect;
  place: Place | null;
  /** The reader took the focus into it by key: it stays when the pointer goes. */
  kept: boolean;
  /** What had the focus before. */
  before: Element | null;
  end: AbortController;
}

/** px that a word may move, by rounding, before it counts as gone */
const slack = 2;

export function createCard(options: CardOptions): PageCard {
  const { look, theme, lookUpConcept, onPointer, onClose, signal } = options;
  const home = outermostWindow();
  const host = createCardHost(home.document);
  const frame = connectOwnFrame<ToCard, FromCard>(host.frame, () => options.page, {
    onReady() {
      if (drawing) frame.send({ say: 'open', opening: openingOf(drawing) });
    },
    hear,
  });
  // A page that is isolated (COEP) takes only frames without credentials.
  host.frame.setAttribute('credentialless', '');
  let drawings = 0;
  let drawing: Drawing | null = null;
  let card: OpenCard | null = null;
  const end = () => {
    close();
    host.remove();
  };
  signal.addEventListener('abort', end);
  // A frame of the page that goes away would leave its card behind in the window around it.
  addEventListener('pagehide', end, { signal });

  return {
    prepare: host.load,
    draw(content) {
      if (!card) draw(content);
    },
    open,
    leave() {
      if (!card?.kept) dismiss();
    },
    leaveIfGone() {
      if (card && !card.line()) dismiss();
    },
    close,
    focus: takeFocus,
    get isOpen() {
      return card !== null;
    },
    get isPinned() {
      return card?.drawing.pinned ?? false;
    },
    box() {
      const box = host.box();
      return box && fromOutermost(box);
    },
  };

  function open(opening: CardOpening): void {
    const line = opening.line();
    if (!line) return;
    const before = card?.before ?? (host.hasFocus ? null : focusedIn(home.document));
    card?.end.abort();
    const isDrawn = !card && drawing?.content === opening.content && host.isUppermost;
    const drawn = isDrawn ? drawing : draw(opening.content);
    if (!drawn) {
      close();
      return;
    }
    const end = new AbortController();
    card = {
      ...opening,
      drawing: drawn,
      at: toOutermost(line),
      kept: opening.focus,
      place: null,
      before,
      end,
    };
    watchDismissal(
      new Set([home, window]),
      wordMoved,
      { onEscape: close, onTurnAway: dismiss, onLayersChanged },
      end.signal,
    );
    if (drawn.height > 0) void appear(card);
  }

  /** @returns null if the page did not let it */
  function draw(content: CardContent): Drawing | null {
    // Asked before anything is changed, as the answer needs the page laid out.
    const dark = theme === 'auto' ? isDark(home.document) : theme === 'dark';
    if (!host.raise()) return null;
    drawing = { number: ++drawings, content, dark, pinned: false, height: 0 };
    frame.send({ say: 'open', opening: openingOf(drawing) });
    return drawing;
  }

  function openingOf({ number, content, dark, pinned }: Drawing): Opening {
    return { number, content, pinned, look: { ...look, dark }, width: cardWidth(home.innerWidth) };
  }

  function close(): void {
    if (!drawing) return;
    drawing = null;
    frame.send({ say: 'clear' });
    const hadFocus = host.hasFocus;
    host.hide();
    if (!card) return;
    const { before, end } = card;
    card = null;
    end.abort();
    if (hadFocus) giveFocus(before);
    onClose();
  }

  /** Closes unless the reader wants it to stay. */
  function dismiss(): void {
    if (!card?.drawing.pinned) close();
    else void place();
  }

  function onLayersChanged(): void {
    if (!card?.drawing.pinned || !host.raise()) close();
    else if (card.place) host.reveal(card.place, card.drawing.dark);
  }

  function hear(message: FromCard): void {
    // Not laid out yet: of no height it would seem to have room on any side, and would stay there.
    if (message.say === 'drawn' && message.height === 0) return;
    if (message.say === 'drawn' && message.number === drawing?.number) drawing.height = message.height;
    if (!card) return;
    switch (message.say) {
      case 'drawn':
        if (message.number === card.drawing.number) void appear(card);
        break;
      case 'pinned':
        card.drawing.pinned = message.pinned;
        break;
      case 'pointer':
        onPointer(message.inside);
        break;
      case 'concept':
        void answer(message);
        break;
      case 'close':
        close();
    }
  }

  async function appear(shown: OpenCard): Promise<void> {
    const isFirst = shown.place === null;
    await place();
    if (isFirst && shown === card && shown.focus) takeFocus();
  }

  async function place(): Promise<void> {
    if (!card) return;
    const shown = card;
    const window = { width: home.innerWidth, height: home.innerHeight };
    const size = { width: cardWidth(window.width), height: shown.drawing.height };
    const place = await placeBeside(shown.at, size, window, shown.place?.side);
    if (shown !== card) return;
    shown.place = place;
    host.reveal(place, shown.drawing.dark);
  }

  async function answer({ question, concept, word }: Extract<FromCard, { say: 'concept' }>): Promise<void> {
    const asker = card;
    const definition = await lookUpConcept(concept, word).catch(() => null);
    if (card === asker) frame.send({ say: 'concept', question, definition });
  }

  function wordMoved(): boolean {
    const line = card?.line();
    if (!card || !line) return true;
    const now = toOutermost(line);
    return Math.abs(now.x - card.at.x) > slack || Math.abs(now.y - card.at.y) > slack;
  }

  function takeFocus(): void {
    if (card) card.kept = true;
    host.frame.focus({ preventScroll: true });
    frame.send({ say: 'focus' });
  }

  function giveFocus(before: Element | null): void {
    host.frame.blur();
    home.focus();
    if (before && 'focus' in before) (before as HTMLElement).focus({ preventScroll: true });
  }
}
