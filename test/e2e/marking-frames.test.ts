/** Frames: each has a registry of its own; those without an address of their own belong to their page. */
import type { Frame, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { describeMarking, html, settled } from './marking';

async function frameIn(tab: Page): Promise<Frame> {
  const element = await tab.waitForSelector('iframe');
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('There is no frame.');
  return frame;
}

const inner = '<p>the <b>net</b> revenue of the launch</p>';

describeMarking('Marks in frames', (marking) => {
  it.each([
    ['srcdoc', `<iframe srcdoc="${inner}"></iframe>`],
    [
      'srcdoc without scripts, as web mail shows a message',
      `<iframe sandbox="allow-same-origin" srcdoc="${inner}"></iframe>`,
    ],
    ['srcdoc, wholly sandboxed', `<iframe sandbox srcdoc="${inner}"></iframe>`],
    [
      'about:blank written by a script',
      `<iframe></iframe><script>
        const { contentDocument } = document.querySelector('iframe');
        contentDocument.write('${inner}');
        contentDocument.close();
      </script>`,
    ],
    [
      'about:blank filled by a script',
      `<iframe></iframe><script>
        addEventListener('load', () => {
          document.querySelector('iframe').contentDocument.body.innerHTML = '${inner}';
        });
      </script>`,
    ],
    [
      'made and written late',
      `<script>
        setTimeout(() => {
          const frame = document.body.appendChild(document.createElement('iframe'));
          setTimeout(() => {
            frame.contentDocument.write('${inner}');
            frame.contentDocument.close();
          }, 500);
        }, 500);
      </script>`,
    ],
    [
      'filled with nodes of the page around it',
      `<iframe></iframe><p id="source">the <b>net</b> revenue of the launch</p><script>
        addEventListener('load', () => {
          const { contentDocument } = document.querySelector('iframe');
          setTimeout(() => contentDocument.body.append(document.querySelector('#source')), 300);
        });
      </script>`,
    ],
  ])('%s', async (_, body) => {
    await marking().set('all');
    const tab = await marking().open(html(body));
    await marking().waitFor(await frameIn(tab), 'net revenue', 'launch');
    await tab.close();
  });

  it('of the same origin', async () => {
    const address = marking().serve(html(inner));
    const tab = await marking().open(html(`<p>delivery</p><iframe src="${address}"></iframe>`));
    await marking().waitFor(await frameIn(tab), 'net revenue', 'launch');
    await marking().waitFor(tab, 'delivery');
    await tab.close();
  });

  it('in frames', async () => {
    const address = marking().serve(html(`<iframe srcdoc="${inner}"></iframe>`));
    const tab = await marking().open(html(`<iframe src="${address}"></iframe>`));
    const outer = await frameIn(tab);
    const element = await outer.waitForSelector('iframe');
    await marking().waitFor((await element!.contentFrame())!, 'net revenue', 'launch');
    await tab.close();
  });

  it('written anew while it is open', async () => {
    const tab = await marking().open(html(`<iframe srcdoc="${inner}"></iframe>`));
    const frame = await frameIn(tab);
    await marking().waitFor(frame, 'net revenue', 'launch');
    await tab.evaluate(() => {
      const { contentDocument } = document.querySelector('iframe')!;
      contentDocument!.open();
      contentDocument!.write('<p>delivery to a customer</p>');
      contentDocument!.close();
    });
    await marking().waitFor(frame, 'delivery', 'customer');
    await tab.evaluate(() => {
      document.querySelector('iframe')!.contentDocument!.body.append('GMV');
    });
    await marking().waitFor(frame, 'delivery', 'customer', 'GMV');
    await tab.close();
  });

  it('as long as its content counts the screenfuls of the window around it', async () => {
    await marking().set('screenful');
    const address = marking().serve(
      html(
        Array.from({ length: 10 }, () => '<p style="height:400px; margin:0">delivery</p>').join(''),
        '<style>body { margin: 0 }</style>',
      ),
    );
    const tab = await marking().open(html(`<iframe src="${address}" style="height:4000px"></iframe>`));
    const frame = await frameIn(tab);
    await marking().texts(frame, (texts) => texts.length >= 4);
    await settled(frame);
    const tops = await frame.evaluate(() =>
      [...CSS.highlights.get('common-ground-contested')!]
        .map(({ startContainer }) => startContainer.parentElement!.getBoundingClientRect().top)
        .sort((a, b) => a - b),
    );
    // On a screen of 800 px: no two closer, none farther than one paragraph more.
    const steps = tops.map((top, i) => (tops[i + 1] ?? 4000) - top);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(800);
    expect(Math.max(...steps)).toBeLessThanOrEqual(1200);
    await tab.close();
  });

  it('that is an editor is left alone', async () => {
    await marking().set('all');
    const tab = await marking().open(
      html(`<iframe srcdoc="<body contenteditable><p>delivery</p></body>"></iframe><p>GMV</p>`),
    );
    const frame = await frameIn(tab);
    await marking().waitFor(tab, 'GMV');
    await settled(frame);
    expect(await marking().browser.marks(frame)).toEqual([]);
    await tab.close();
  });
});
