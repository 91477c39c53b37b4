/** The definition card on a page: opens beside a word, stays while it is wanted, and gives the focus back. */
import type { CardContent, CardLook, FromCard, Opening } from '@/utils/messages/card';
import type { Definition } from '@/utils/messages/protocol';
import { watchDismissal } from './card-dismissal';
import { type CardPage, connectCardFrame } from './card-frame';
import { createCardHost } from './card-host';
import { focusedIn, fromOutermost, outermostWindow, toOutermost } from './frames';
import { cardWidth, type Place, placeBeside } from './place';
import { isDark } from './theme';

export interface CardOptions {
  look: Omit<CardLook, 'dark'>;
  theme: 'auto' | 'light' | 'dark';
  page: CardPage;
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

interface OpenCard extends CardOpening {
  number: number;
  /** Box of the word's line when it opened, CSS px of the outermost window's viewport. */
  at: DOMRect;
  dark: boolean;
  pinned: boolean;
  /** px; 0 until it is drawn */
  height: number;
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
  const frame = connectCardFrame(host.frame, options.page, () => card && openingOf(card), hear);
  let openings = 0;
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
      return card?.pinned ?? false;
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
    const end = new AbortController();
    const dark = theme === 'auto' ? isDark(home.document) : theme === 'dark';
    const at = toOutermost(line);
    openings++;
    card = {
      ...opening,
      number: openings,
      at,
      dark,
      pinned: false,
      kept: opening.focus,
      height: 0,
      place: null,
      before,
      end,
    };
    if (!host.raise()) {
      close();
      return;
    }
    frame.send({ say: 'open', opening: openingOf(card) });
    watchDismissal(
      new Set([home, window]),
      wordMoved,
      { onEscape: close, onTurnAway: dismiss, onLayersChanged },
      end.signal,
    );
  }

  function openingOf({ number, content, dark, pinned }: OpenCard): Opening {
    return { number, content, pinned, look: { ...look, dark }, width: cardWidth(home.innerWidth) };
  }

  function close(): void {
    if (!card) return;
    const { before, end } = card;
    const hadFocus = host.hasFocus;
    card = null;
    end.abort();
    frame.send({ say: 'clear' });
    host.hide();
    if (hadFocus) giveFocus(before);
    onClose();
  }

  /** Closes unless the reader wants it to stay. */
  function dismiss(): void {
    if (!card?.pinned) close();
    else void place();
  }

  function onLayersChanged(): void {
    if (!card?.pinned || !host.raise()) close();
    else if (card.place) host.reveal(card.place, card.dark);
  }

  function hear(message: FromCard): void {
    if (!card) return;
    switch (message.say) {
      case 'drawn':
        if (message.number === card.number) void drawn(card, message.height);
        break;
      case 'pinned':
        card.pinned = message.pinned;
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

  async function drawn(shown: OpenCard, height: number): Promise<void> {
    const isFirst = shown.height === 0;
    shown.height = height;
    await place();
    if (isFirst && shown === card && shown.focus) takeFocus();
  }

  async function place(): Promise<void> {
    if (!card) return;
    const shown = card;
    const window = { width: home.innerWidth, height: home.innerHeight };
    const size = { width: cardWidth(window.width), height: shown.height };
    const place = await placeBeside(shown.at, size, window, shown.place?.side);
    if (shown !== card) return;
    shown.place = place;
    host.reveal(place, shown.dark);
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
