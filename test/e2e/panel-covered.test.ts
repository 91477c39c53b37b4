/** A page that would have presses come to the panel unseen, or moves the panel under the pointer. */
import { expect, it } from 'vitest';
import { describePanel, goals, html, isOursAt, windowOf } from './panel-suite';

const page = html(`<main><h1>Launch plan [Desk Lamp 3]</h1><p>The delivery waits.</p></main>
  <div id="faded" style="opacity: 0; transform: translate(-400px, 200px)"></div>
  <script>
    ours = () => document.querySelector('html [data-no-focus-lock]');
    pressed = 0;
    addEventListener('pointerdown', () => pressed++, true);
  </script>`);

describePanel('A page that covers or moves the panel', { board: { '*': page } }, (suite) => {
  const open = async () => {
    await suite.open(`${suite.board.url}/plan`);
    await suite.pressTab();
    await suite.says(goals.lamp);
    return { box: await suite.box(), width: (await windowOf(suite.page)).width };
  };

  it('cannot fade it, move it, or let presses through it, by rules or by a style of its own', async () => {
    const { box } = await open();
    await suite.page.evaluate(() => {
      const all = `opacity: 0 !important; transform: translate(-400px, 200px) scale(.2) !important; translate: -400px !important;
        filter: opacity(0) !important; clip-path: circle(1px) !important; mask: linear-gradient(#0000, #0000) !important;
        inset: 200px auto auto 20px !important; margin: 90px !important; zoom: .3 !important; visibility: hidden !important;
        pointer-events: none !important; z-index: -1 !important; animation: away 1s infinite !important; display: none !important`;
      const style = document.createElement('style');
      style.textContent = `@keyframes away { from, to { opacity: 0; transform: translate(-400px) } }
        [data-no-focus-lock], html > div:last-child { ${all} }`;
      document.head.append(style);
      document.querySelector<HTMLElement>('html > [data-no-focus-lock]')!.style.cssText = all;
    });
    expect(await suite.box()).toEqual(box);
    expect(await isOursAt(suite.page, box.x + 100, box.y + 300)).toBe(true);
    const shown = await suite.page.evaluate(() => {
      const ours = document.querySelector('html > [data-no-focus-lock]')!;
      const { opacity, filter, clipPath, maskImage, visibility, pointerEvents } = getComputedStyle(ours);
      return [opacity, filter, clipPath, maskImage, visibility, pointerEvents];
    });
    expect(shown).toEqual(['1', 'none', 'none', 'none', 'visible', 'auto']);
  });

  it('has it back in its place when it is put into something faded and moved', async () => {
    await open();
    await suite.page.evaluate('faded.append(ours())');
    const parent = () => suite.page.evaluate('ours()?.parentNode.localName');
    await expect.poll(parent).toBe('html');
    await suite.says(goals.lamp);
    // Again and again it is not had at all.
    await suite.page.evaluate(async () => {
      const { faded, ours } = window as unknown as { faded: Element; ours(): Element | null };
      for (let i = 0; i < 8; i++) {
        const element = ours();
        if (element) faded.append(element);
        await new Promise((resolve) => setTimeout(resolve));
      }
    });
    await expect.poll(() => suite.page.evaluate('ours()')).toBeNull();
    await suite.isClosed();
  });

  it('that covers it gets the presses itself, also from the top layer: none comes to the panel', async () => {
    const { box } = await open();
    const [x, y] = [box.x + box.width / 2, box.y + 20];
    await suite.page.evaluate(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; opacity: 0; border: 0';
      document.body.append(cover);
      cover.showPopover();
    });
    expect(await isOursAt(suite.page, x, y)).toBe(false);
    const frame = (await suite.frame())!;
    await frame.evaluate('presses = 0; addEventListener("pointerdown", () => presses++, true)');
    const before = await suite.page.evaluate('pressed');
    await suite.page.mouse.click(x, y);
    await expect.poll(() => suite.page.evaluate('pressed')).toBe(Number(before) + 1);
    expect(await frame.evaluate('presses')).toBe(0);
  });
});
