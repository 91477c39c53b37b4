/** The definition card on a page: one element of ours, in a closed shadow root, there only while the card is open. */
import { render } from 'preact';
import { Card, type CardContent } from '@/components/card/Card';
import cardStyle from '@/components/card/card.css?inline';
import tokenStyle from '@/components/tokens.css?inline';
import type { Definition } from '@/utils/messages/protocol';
import type { Translate } from '@/utils/platform/translate';
import { definitionText } from './definition-text';
import { frameOffset, outermostWindow } from './frames';
import { placeBeside } from './place';
import { hostTag } from './readable';
import { isDark } from './theme';

export interface CardLook {
  theme: 'auto' | 'light' | 'dark';
  hints: boolean;
  /** BCP 47 tag of the interface. */
  language: string;
  t: Translate;
}

export interface CardOpening {
  content: CardContent;
  /** Box of the word's line, CSS px of this frame's viewport. */
  line: DOMRect;
  /** Opened by keyboard: the card takes the focus and gives it back. */
  focus: boolean;
}

export interface PageCard {
  open(opening: CardOpening): Promise<void>;
  /** Closes, unless pinned and only left by the pointer. */
  leave(): void;
  close(): void;
  /** Moves the focus into the open card. */
  focus(): void;
  readonly isOpen: boolean;
  /** Box in CSS px of this frame's viewport, or null while closed. */
  box(): DOMRect | null;
}

/**
 * @param lookUpConcept asks for a concept named on the card
 * @param onClose told when the card is gone
 */
export function createCard(
  look: CardLook,
  lookUpConcept: (concept: string) => Promise<Definition | null>,
  onClose: () => void,
  signal: AbortSignal,
): PageCard {
  const home = outermostWindow();
  const host = home.document.createElement(hostTag);
  const root = host.attachShadow({ mode: 'closed' });
  const style = home.document.createElement('style');
  const body = home.document.createElement('div');
  style.textContent = tokenStyle + cardStyle;
  root.append(style, body);
  host.setAttribute('popover', 'manual');
  // Trello and others trap the focus in their dialogs; react-focus-lock lets marked elements be.
  host.setAttribute('data-no-focus-lock', 'true');
  host.style.cssText =
    'all: initial; position: fixed; inset: auto; margin: 0; padding: 0; border: 0; background: none; overflow: visible; z-index: 2147483647;';

  /** What was shown before, for the way back. */
  let trail: CardContent[] = [];
  let content: CardContent | null = null;
  let line: DOMRect | null = null;
  let state = { pinned: false, open: false, copied: false };
  let before: Element | null = null;
  let session: AbortController | null = null;
  signal.addEventListener('abort', close);

  return {
    open,
    leave() {
      if (!state.pinned) close();
    },
    close,
    focus: focusCard,
    get isOpen() {
      return content !== null;
    },
    box() {
      if (!content) return null;
      const { x, y, width, height } = body.getBoundingClientRect();
      const { left, top } = frameOffset();
      return new DOMRect(x - left, y - top, width, height);
    },
  };

  async function open(opening: CardOpening): Promise<void> {
    content = opening.content;
    const { left, top } = frameOffset();
    line = new DOMRect(opening.line.x + left, opening.line.y + top, opening.line.width, opening.line.height);
    trail = [];
    state = { pinned: false, open: false, copied: false };
    mount();
    draw();
    await place();
    if (opening.focus) focusCard();
  }

  function mount(): void {
    const dark = look.theme === 'auto' ? isDark(home.document) : look.theme === 'dark';
    body.style.colorScheme = dark ? 'dark' : 'light';
    // A popover outside an open modal dialog is inert (HTML, "blocked by the modal dialog").
    const modals = home.document.querySelectorAll('dialog:modal');
    const parent =
      modals[modals.length - 1] ?? home.document.fullscreenElement ?? home.document.documentElement;
    if (host.parentElement !== parent) parent.append(host);
    if (!host.matches(':popover-open')) host.showPopover();
    if (session) return;
    session = new AbortController();
    const quiet = { capture: true, signal: session.signal };
    for (const window of new Set([home, globalThis.window])) {
      window.addEventListener('keydown', onKey, quiet);
      window.addEventListener('scroll', onScroll, { ...quiet, passive: true });
      window.addEventListener('pointerdown', onPress, { ...quiet, passive: true });
    }
    for (const type of ['keydown', 'keyup', 'keypress', 'pointerdown', 'mousedown', 'click'] as const) {
      body.addEventListener(type, keepToOurselves, { signal: session.signal });
    }
  }

  function close(): void {
    if (!content) return;
    content = null;
    session?.abort();
    session = null;
    const hadFocus = home.document.activeElement === host;
    render(null, body);
    host.remove();
    if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
    before = null;
    onClose();
  }

  function draw(): void {
    if (!content) return;
    const shown = content;
    const update = (change: Partial<typeof state>) => {
      state = { ...state, ...change };
      draw();
      void place();
    };
    render(
      <Card
        content={shown}
        canGoBack={trail.length > 0}
        {...state}
        hints={look.hints}
        language={look.language}
        t={look.t}
        onShow={show}
        onConcept={(concept) => void openConcept(concept)}
        onBack={back}
        onPin={() => update({ pinned: !state.pinned })}
        onOpen={() => update({ open: !state.open })}
        onCopy={() => void copy().then((copied) => update({ copied }))}
        onClose={close}
      />,
      body,
    );
  }

  async function place(): Promise<void> {
    if (!line || state.pinned) return;
    await placeBeside(host, line, (height) => body.style.setProperty('--room', `${height}px`));
  }

  function show(index: number): void {
    if (!content || 'missing' in content) return;
    content = { definition: content.definition, shown: index };
    state.copied = false;
    draw();
    void place();
  }

  async function openConcept(concept: string): Promise<void> {
    const definition = await lookUpConcept(concept);
    if (!content || !definition) return;
    trail.push(content);
    go({ definition, shown: 0 });
  }

  function back(): void {
    const last = trail.pop();
    if (last) go(last);
  }

  function go(next: CardContent): void {
    content = next;
    state = { ...state, copied: false };
    draw();
    void place();
    focusCard();
  }

  async function copy(): Promise<boolean> {
    if (!content || 'missing' in content) return false;
    const { definition, shown } = content;
    return navigator.clipboard.writeText(definitionText(definition.meanings[shown]!, look.t)).then(
      () => true,
      () => false, // the page's permissions policy forbids it
    );
  }

  function focusCard(): void {
    const card = root.querySelector<HTMLElement>('.card');
    if (!card) return;
    before ??= home.document.activeElement;
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
  }

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    if (event.key === 'Escape') {
      // While the card is open, Esc is meant for it (WCAG 1.4.13), not for the dialog it lies on.
      event.preventDefault();
      event.stopImmediatePropagation();
      close();
    } else if (event.target === host) {
      onCardKey(event);
    } else if (!state.pinned && !isModifier(event)) {
      close();
    }
  }

  function onCardKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (step && content && 'definition' in content) {
      const { meanings } = content.definition;
      show((content.shown + step + meanings.length) % meanings.length);
      event.preventDefault();
    } else if (event.key === 'Backspace') {
      back();
      event.preventDefault();
    }
  }

  function onScroll(event: Event): void {
    if (event.target !== host && !state.pinned) close();
  }

  function onPress(event: PointerEvent): void {
    if (event.target !== host && !state.pinned) close();
  }
}

/** Keys and clicks in the card are not the page's: its shortcuts would take them. */
function keepToOurselves(event: Event): void {
  event.stopPropagation();
}

function isModifier({ key }: KeyboardEvent): boolean {
  return key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'Meta';
}
