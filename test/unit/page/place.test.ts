import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardWidth, placeBeside } from '@/utils/page/place';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const lineAt = ({ x, y, width, height }: Box) =>
  ({ x, y, width, height, left: x, top: y, right: x + width, bottom: y + height }) as DOMRect;
const window = { width: 1280, height: 800 };
const card = { width: 384, height: 240 };
const place = (line: Box, size = card, side?: 'above' | 'below') =>
  placeBeside(lineAt(line), size, window, side);

describe('the place of a card', () => {
  it('is below the line where there is room', async () => {
    expect(await place({ x: 100, y: 100, width: 60, height: 20 })).toEqual({
      left: 100,
      top: 126,
      width: 384,
      height: 240,
      side: 'below',
    });
  });
  it('is above it where there is none below', async () => {
    expect(await place({ x: 8, y: 762, width: 40, height: 19 })).toMatchObject({ top: 516, side: 'above' });
  });
  it('is moved in from the edge', async () => {
    expect(await place({ x: 1250, y: 100, width: 30, height: 20 })).toMatchObject({ left: 888, top: 126 });
  });
  it('is where there is more room when the card fits nowhere, and no higher than that', async () => {
    const low = { width: 500, height: 300 };
    const line = lineAt({ x: 8, y: 180, width: 40, height: 20 });
    expect(await placeBeside(line, card, low)).toEqual({
      left: 8,
      top: 8,
      width: 384,
      height: 166,
      side: 'above',
    });
  });
  it('stays on its side when the card grows', async () => {
    const line = { x: 8, y: 560, width: 40, height: 20 };
    expect(await place(line, { width: 384, height: 180 })).toMatchObject({ side: 'below' });
    expect(await place(line, { width: 384, height: 400 }, 'below')).toMatchObject({
      side: 'below',
      height: 206,
    });
    expect(await place(line, { width: 384, height: 400 })).toMatchObject({ side: 'above', height: 400 });
  });

  it('never covers the line, and is inside any window that has room for the least of a card', async () => {
    const dimension = fc.record({
      width: fc.integer({ min: 320, max: 2000 }),
      height: fc.integer({ min: 300, max: 1500 }),
    });
    await fc.assert(
      fc.asyncProperty(
        dimension,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 20, max: 900 }),
        async (window, across, down, height) => {
          const line = {
            x: across * (window.width - 30),
            y: down * (window.height - 20),
            width: 30,
            height: 20,
          };
          const size = { width: cardWidth(window.width), height };
          const { left, top, side, ...drawn } = await placeBeside(lineAt(line), size, window);
          const bottom = top + drawn.height;
          expect(side === 'below' ? top >= line.y + line.height : bottom <= line.y).toBe(true);
          expect(Math.min(left, top)).toBeGreaterThanOrEqual(7);
          expect(left + drawn.width).toBeLessThanOrEqual(window.width - 7);
          expect(bottom).toBeLessThanOrEqual(window.height - 7);
          expect(drawn.height).toBeLessThanOrEqual(Math.max(96, height));
        },
      ),
    );
  });
});
