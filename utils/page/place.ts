/** Puts the card beside a word: above or below its line, never over it, wholly inside the window. */
import { computePosition, flip, offset, shift, size } from '@floating-ui/dom';

/** px between line and card, and between card and the edge of the window */
const gap = 6;
const margin = 8;

/**
 * @param card a fixed element, shown
 * @param line box of the line of text the word is on, CSS px of the card's window
 * @param setRoom told how high the card may be, px
 */
export async function placeBeside(
  card: HTMLElement,
  line: DOMRect,
  setRoom: (height: number) => void,
): Promise<void> {
  const word = { getBoundingClientRect: () => line, contextElement: document.documentElement };
  const { x, y } = await computePosition(word, card, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(gap),
      flip({ padding: margin, fallbackPlacements: ['top-start'] }),
      shift({ padding: margin }),
      size({
        padding: margin,
        apply: ({ availableHeight }) => setRoom(Math.max(120, Math.floor(availableHeight))),
      }),
    ],
  });
  // Inside a zoomed page (CSS zoom on html) lengths of ours are zoomed as well; boxes are not.
  const zoom = (card as HTMLElement & { currentCSSZoom?: number }).currentCSSZoom ?? 1;
  card.style.left = `${Math.round(x / zoom)}px`;
  card.style.top = `${Math.round(y / zoom)}px`;
}
