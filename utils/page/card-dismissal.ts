/** What the reader does to close an open card: Esc, typing, a press elsewhere, scrolling its word away. */

export interface DismissalEvents {
  /** Esc was pressed; the page does not get it. */
  onEscape(): void;
  /** The reader turned to the page. */
  onTurnAway(): void;
  /** A dialog or the full screen came or went: something else may lie above the card now. */
  onLayersChanged(): void;
}

/**
 * Of all keys only Esc is taken from the page.
 * @param windows whose keys and presses count
 * @param wordMoved whether the word is no longer where it was when the card opened
 * @param signal ends with the card
 */
export function watchDismissal(
  windows: Iterable<Window>,
  wordMoved: () => boolean,
  { onEscape, onTurnAway, onLayersChanged }: DismissalEvents,
  signal: AbortSignal,
): void {
  const capture = { capture: true, signal };
  const quiet = { ...capture, passive: true };
  for (const window of windows) {
    window.addEventListener('keydown', onKey, capture);
    window.addEventListener('pointerdown', ({ isTrusted }) => isTrusted && onTurnAway(), quiet);
    window.addEventListener('scroll', () => wordMoved() && onTurnAway(), quiet);
    window.addEventListener('resize', onTurnAway, quiet);
    window.addEventListener('fullscreenchange', onLayersChanged, quiet);
    for (const type of ['toggle', 'close']) window.addEventListener(type, onDialog, quiet);
  }

  function onKey(event: Event): void {
    const { key, isTrusted } = event as KeyboardEvent;
    if (!isTrusted) return;
    if (key === 'Escape') {
      // While the card is open, Esc is meant for it (WCAG 1.4.13), not for the dialog it lies on.
      event.preventDefault();
      event.stopImmediatePropagation();
      onEscape();
    } else if (!modifiers.has(key)) {
      onTurnAway();
    }
  }

  function onDialog({ target }: Event): void {
    if ((target as Partial<Element>).localName === 'dialog') onLayersChanged();
  }
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);
