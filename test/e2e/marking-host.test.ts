/** What marking leaves as it was: the page's elements, its layout, its links and keys, its rules; and how it ends. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { describeMarking, html, settled } from './marking';

const article = `
  <h1>The launch</h1>
  <p>A <a href="#there">delivery</a> to the <button onclick="window.clicks = (window.clicks ?? 0) + 1">customer</button>,
    <b>net</b> revenue and <i>GMV</i>.</p>
  <ul><li>lead<li>SLA</ul>
  <table><tr><td>e-mail<td>服务</table>
  <p><input id="field"> 灰度发布与交付</p>`;
const words = [
  'launch',
  'delivery',
  'customer',
  'net revenue',
  'GMV',
  'lead',
  'SLA',
  'e-mail',
  '服务',
  '灰度发布',
  '交付',
];

/** Everything a page can measure of its own elements. */
const measured = (tab: Page) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('body, body *')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.tagName, x, y, width, height, element.getAttributeNames().join()].join(' ');
    }),
  );

describeMarking('Marking', (marking, engine) => {
  it('changes nothing that a page can observe of its document', async () => {
    await marking().set('all');
    const tab = await marking().open(
      html(
        article,
        `<script>
          window.seen = [];
          document.addEventListener('DOMContentLoaded', () => {
            new MutationObserver((records) => {
              for (const { type, target, attributeName } of records)
                seen.push([type, target.nodeName, attributeName].join(' '));
            }).observe(document, {
              attributes: true, childList: true, characterData: true, subtree: true,
            });
          });
        </script>`,
      ),
    );
    await marking().waitFor(tab, ...words);
    await settled(tab);
    expect(await tab.evaluate('seen')).toEqual([]);
    expect(await tab.evaluate('document.documentElement.children.length')).toBe(2);
    await tab.close();
  });

  it('moves nothing', async () => {
    await marking().set('none');
    const tab = await marking().open(html(article));
    await settled(tab);
    const before = await measured(tab);
    await marking().set('all');
    await marking().waitFor(tab, ...words);
    await settled(tab);
    expect(await measured(tab)).toEqual(before);
    await tab.close();
  });

  it('leaves links, buttons, fields and keys what they are', async () => {
    const tab = await marking().open(
      html(
        article,
        `<script>
          window.keys = [];
          document.addEventListener('keydown', (event) => keys.push(event.key + event.defaultPrevented));
        </script>`,
      ),
    );
    await marking().waitFor(tab, ...words);
    await tab.click('a');
    expect(await tab.evaluate('location.hash')).toBe('#there');
    await tab.click('button');
    expect(await tab.evaluate('clicks')).toBe(1);
    await tab.click('#field');
    await tab.keyboard.type('GMV a?');
    await tab.keyboard.press('Escape');
    await tab.keyboard.press('Tab');
    expect(await tab.$eval('#field', (field) => (field as HTMLInputElement).value)).toBe('GMV a?');
    expect(await tab.evaluate('keys')).toEqual(
      ['G', 'M', 'V', ' ', 'a', '?', 'Escape', 'Tab'].map((key) => `${key}false`),
    );
    await tab.close();
  });

  it.each([
    ['a strict policy', "default-src 'none'; style-src 'none'"],
    ['trusted types', "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"],
    ['a sandbox', 'sandbox allow-scripts'],
  ])('works under %s, and breaks no rule of it', async (_, policy) => {
    const tab = await marking().browser.newPage();
    const broken: string[] = [];
    tab.on('console', (message) => {
      if (/policy|trusted/i.test(message.text())) broken.push(message.text());
    });
    await tab.goto(
      marking().serve({
        body: html('<p>delivery and launch</p>'),
        headers: { 'content-security-policy': policy },
      }),
    );
    await marking().waitFor(tab, 'delivery', 'launch');
    await settled(tab);
    expect(broken).toEqual([]);
    await tab.close();
  });

  const picture = async (tab: Page) => Buffer.from(await (await tab.waitForSelector('#shown'))!.screenshot());

  it.each([
    ['a plain page', '', ''],
    ['a dark page', '<style>:root { color-scheme: dark; background: #111; color: #ddd }</style>', ''],
    ['a dark box of a light page', '<style>p { background: #000; color: #fff }</style>', ''],
    ['links', '<style>p { color: #00e; text-decoration: underline 1px }</style>', ''],
    ['a zoomed page', '<style>html { zoom: 1.5 }</style>', ''],
    ['a page under a strict policy', '', "default-src 'none'; style-src 'none'"],
  ])('is seen on %s', async (_, head, policy) => {
    await marking().set('none');
    const tab = await marking().open({
      body: html('<p id="shown">a delivery and a launch</p>', head),
      headers: policy ? { 'content-security-policy': policy } : {},
    });
    await settled(tab);
    const plain = await picture(tab);
    expect(plain.equals(await picture(tab))).toBe(true);
    await marking().set('all');
    await marking().waitFor(tab, 'delivery', 'launch');
    await settled(tab);
    expect(plain.equals(await picture(tab))).toBe(false);
    await tab.close();
  });

  it('is not printed', async () => {
    // Only Chromium can be told to look as in print.
    if (engine !== 'chromium') return;
    await marking().set('none');
    const tab = await marking().open(html('<p id="shown">a delivery and a launch</p>'));
    await tab.emulateMediaType('print');
    await settled(tab);
    const plain = await picture(tab);
    await marking().set('all');
    await marking().waitFor(tab, 'delivery', 'launch');
    await settled(tab);
    expect(plain.equals(await picture(tab))).toBe(true);
    await tab.emulateMediaType('screen');
    await settled(tab);
    expect(plain.equals(await picture(tab))).toBe(false);
    await tab.close();
  });

  it('reaches into an open modal dialog, and behind it', async () => {
    const tab = await marking().open(
      html(`<p>delivery</p><dialog><p>launch</p></dialog>
        <script>document.querySelector('dialog').showModal()</script>`),
    );
    await marking().waitFor(tab, 'delivery', 'launch');
    await tab.close();
  });

  it('goes on at the right places in a zoomed page', async () => {
    const tab = await marking().open(
      html('<p>the launch of a delivery</p>', '<style>html { zoom: 2 }</style>'),
    );
    await marking().waitFor(tab, 'launch', 'delivery');
    await marking().browser.hover(tab, 'delivery');
    expect(await marking().browser.waitForCard(tab)).toContain('delivery');
    await tab.close();
  });

  it('follows no pointer where the site is turned off', async () => {
    // Only Chromium tells what listens in other worlds than the page's.
    if (engine !== 'chromium') return;
    const tab = await marking().open(html(article));
    await marking().waitFor(tab, ...words);
    const client = await tab.createCDPSession();
    let ours = 0;
    client.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === marking().browser.extensionOrigin) ours = context.id;
    });
    await client.send('Runtime.enable');
    const heard = async () => {
      const { result } = await client.send('Runtime.evaluate', { expression: 'window', contextId: ours });
      const { listeners } = await client.send('DOMDebugger.getEventListeners', {
        objectId: result.objectId!,
      });
      return listeners.map(({ type }) => type);
    };
    expect(await heard()).toContain('pointermove');
    await marking().browser.call('site.rule', { url: marking().origin, rule: 'off' });
    await marking().waitFor(tab);
    expect(await heard()).not.toContain('pointermove');
    expect(await tab.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
    await marking().browser.call('site.rule', { url: marking().origin, rule: 'on' });
    await marking().waitFor(tab, ...words);
    await tab.close();
  });

  it('ends at once where the site is turned off, and begins at once where it is turned on again', async () => {
    const tab = await marking().open(
      html(`${article}<x-card><template shadowrootmode="open">delivery</template></x-card>`),
    );
    await marking().waitFor(tab, ...words, 'delivery');
    const { origin } = marking();
    await marking().browser.call('site.rule', { url: origin, rule: 'off' });
    await marking().waitFor(tab);
    expect(
      await tab.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)),
    ).toBe(0);
    await tab.evaluate(() => document.body.append('another delivery'));
    await settled(tab);
    expect(await marking().browser.marks(tab)).toEqual([]);
    await tab.reload();
    await settled(tab);
    expect(await marking().browser.marks(tab)).toEqual([]);
    await marking().browser.call('site.rule', { url: origin, rule: 'on' });
    await marking().waitFor(tab, ...words, 'delivery');
    await tab.close();
  });
});
