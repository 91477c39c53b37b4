/** What a hostile page can do to our element, and what it learns from the frame in it, where it gets hold of that. */
import { expect, it } from 'vitest';
import { hoverCard, middleOf, waitLongerThanDelays } from './card-pages';
import { handbook } from './hostile';
import { describeMarking, html } from './marking';

const sentence = '<p>The delivery waits, and the launch with it.</p>';

/** In Firefox an event tells a page of the card's frame, as its original target. */
const catchFrame = `<script>
  told = [];
  frame = null;
  for (const type of ['mouseover', 'mousemove', 'mouseout'])
    addEventListener(type, ({ originalTarget }) => {
      if (originalTarget.title === 'Common Ground') frame = originalTarget;
    }, true);
</script>`;

/** What the page does to our element, until it is `calm`. */
const tricks: Array<[name: string, trick: string]> = [
  ['is taken out', 'take()'],
  [
    'is taken out whenever it comes',
    'take(); new MutationObserver(() => calm || take()).observe(document, { childList: true, subtree: true })',
  ],
  ['is taken out while it is shown', "addEventListener('beforetoggle', () => calm || take(), true)"],
  [
    'is kept from being shown',
    "ours().hidePopover(); addEventListener('beforetoggle', (event) => calm || event.preventDefault(), true)",
  ],
  [
    'is hidden again',
    "ours().hidePopover(); addEventListener('toggle', () => calm || ours()?.hidePopover(), true)",
  ],
  ['is no popover', "ours().removeAttribute('popover')"],
  ['is moved into a frame', 'other.contentDocument.body.append(ours())'],
  ['is moved into a shadow tree', "inner.attachShadow({ mode: 'open' }).append(ours())"],
];

describeMarking(
  'A hostile page',
  (marking, engine) => {
    const open = async (head: string, body = '') => {
      const tab = await marking().open(html(sentence + body, head));
      await tab.bringToFront();
      await marking().waitFor(tab, 'delivery', 'launch');
      return tab;
    };

    it.each(tricks)('gets nowhere when our element %s', async (_, trick) => {
      const { browser } = marking();
      const tab = await open(
        `<script>
          calm = false;
          taken = 0;
          const ours = () => document.querySelector('[data-common-ground]');
          const take = () => ours() && (taken++, ours().remove());
        </script>`,
        '<div id="inner"></div><iframe id="other" width="100" height="50"></iframe>',
      );
      const errors: unknown[] = [];
      tab.on('pageerror', (error) => errors.push(error));
      await hoverCard(browser, tab, 'delivery', (text) => text.includes('jetty'));
      await tab.evaluate(trick);
      for (const word of ['launch', 'delivery']) {
        await browser.hover(tab, word);
        await waitLongerThanDelays();
      }
      await tab.mouse.move(600, 500);
      expect(await tab.evaluate('taken')).toBeLessThan(12);
      await tab.evaluate('calm = true');
      await hoverCard(browser, tab, 'delivery', (text) => text.includes('jetty'));
      expect(errors).toEqual([]);
      await tab.close();
    });

    it('cannot hide or change the card by rules of style', async () => {
      const { browser } = marking();
      const tab = await open(
        `<style>
          [data-common-ground], * { display: none; opacity: 0 !important; visibility: hidden !important; width: 9px !important;
            transform: scale(0) !important; pointer-events: none !important; content: "x" }
          html, body, p { display: block; opacity: 1 !important; visibility: visible !important; width: auto !important;
            transform: none !important; pointer-events: auto !important }
        </style>`,
      );
      const { box } = await hoverCard(browser, tab, 'delivery', (text) => text.includes('jetty'));
      expect(box.width).toBeGreaterThan(200);
      await tab.close();
    });

    const strict = "default-src 'unsafe-inline'; frame-src 'none'";
    const isolated = {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    };
    it.each<[is: 'is' | 'is not', where: string, body: string, headers: Record<string, string>]>([
      ['is not', 'on a strict page', sentence, { 'content-security-policy': strict }],
      ['is not', 'on an isolated page', sentence, isolated],
      [
        'is not',
        'in a sandbox',
        sentence,
        { 'content-security-policy': 'sandbox allow-scripts allow-same-origin' },
      ],
      // What runs in the inner frame may not give an address to a frame around it but by `src`.
      ['is', 'around a sandbox', `<iframe sandbox="allow-same-origin" srcdoc="${sentence}"></iframe>`, {}],
    ])('%s told where the card lies, by its frame %s', async (is, _, body, headers) => {
      if (engine !== 'firefox') return;
      const { browser } = marking();
      const tab = await browser.newPage(marking().serve({ body: html(body, catchFrame), headers }));
      await tab.bringToFront();
      const place = tab.frames().at(-1)!;
      await marking().waitFor(place, 'delivery', 'launch');
      const { box } = await hoverCard(browser, place, 'delivery', (text) => text.includes('jetty'));
      await tab.mouse.move(...middleOf(box), { steps: 5 });
      await expect.poll(() => tab.evaluate('frame !== null')).toBe(true);
      const address = `${browser.extensionOrigin}/card.html`;
      expect(await tab.evaluate('frame.src')).toBe(is === 'is' ? address : '');
      const entries = await tab.evaluate(() => performance.getEntries().map(({ name }) => name));
      expect(entries.includes(address)).toBe(false);
      await tab.close();
    });

    it('leads the frame astray, where it gets hold of it, and is told nothing there', async () => {
      if (engine !== 'firefox') return;
      const { browser } = marking();
      const astray = marking().serve(
        html('<script>onmessage = ({ data }) => top.told.push(data); top.told.push("here")</script>'),
      );
      const tab = await open(catchFrame);
      const { box } = await hoverCard(browser, tab, 'delivery', (text) => text.includes('jetty'));
      await tab.mouse.move(...middleOf(box), { steps: 5 });
      await expect.poll(() => tab.evaluate('frame !== null')).toBe(true);
      await tab.mouse.move(900, 700);
      await browser.waitForNoCard(tab);
      await tab.evaluate((url) => {
        (window as unknown as { frame: HTMLIFrameElement }).frame.src = url;
      }, astray);
      await expect.poll(() => tab.evaluate('told')).toEqual(['here']);
      for (const word of ['launch', 'delivery']) {
        await browser.hover(tab, word);
        await waitLongerThanDelays();
      }
      expect(await tab.evaluate('told')).toEqual(['here']);
      await tab.evaluate('frame.contentWindow.postMessage("from the page", "*")');
      await expect.poll(() => tab.evaluate('told')).toEqual(['here', 'from the page']);
      await tab.close();
    });
  },
  handbook,
);
