/** Where the card goes: above or below the word's line, never over it, inside the window wherever that is possible. */
import { computePosition, flip, offset, type Platform, shift } from '@floating-ui/core';

/** px between line and card, and between card and the edge of the window */
const gap = 6;
const margin = 8;
/** px that a card gets at least, even if that takes it out of a very low window */
const leastHeight = 96;
const mostHeight = 480;
const width = 384;

export type Side = 'above' | 'below';

export interface Size {
  width: number;
  height: number;
}

export interface Place extends Size {
  left: number;
  top: number;
  side: Side;
}

/** @returns px that the card is wide in a window so wide */
export function cardWidth(windowWidth: number): number {
  return Math.max(0, Math.min(width, windowWidth - 2 * margin));
}

/**
 * @param line box of the word's line, px of the window's viewport
 * @param card size that it would have, px
 * @param window its viewport
 * @param side where the card is already: it stays there, so that what the pointer is on does not jump away
 */
export async function placeBeside(line: DOMRect, card: Size, window: Size, side?: Side): Promise<Place> {
  const rooms: Record<Side, number> = {
    above: line.top - gap - margin,
    below: window.height - line.bottom - gap - margin,
  };
  const wanted = Math.min(card.height, mostHeight);
  // Sizes are given here rather than measured (@floating-ui/dom would): a page's zoom and transforms play no part.
  const size = {
    width: card.width,
    height: Math.min(wanted, Math.max(rooms.above, rooms.below, leastHeight)),
  };
  const platform = {
    getElementRects: () => ({ reference: line, floating: { x: 0, y: 0, ...size } }),
    getDimensions: () => size,
    getClippingRect: () => ({ x: 0, y: 0, ...window }),
  } satisfies Platform;
  const { x, y, placement } = await computePosition(
    { getBoundingClientRect: () => line },
    {} as HTMLElement,
    {
      platform,
      placement: side === 'above' ? 'top-start' : 'bottom-start',
      middleware: [
        offset(gap),
        ...(side ? [] : [flip({ padding: margin, crossAxis: false, fallbackPlacements: ['top-start'] })]),
        shift({ padding: margin }),
      ],
    },
  );
  const chosen: Side = placement.startsWith('top') ? 'above' : 'below';
  const height = Math.min(wanted, Math.max(rooms[chosen], leastHeight));
  return {
    left: Math.round(x),
    top: Math.round(chosen === 'above' ? line.top - gap - height : y),
    width: size.width,
    height,
    side: chosen,
  };
}
