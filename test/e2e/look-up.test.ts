/** Looking a word up by the browser's own means: the menu of selected text, and the address bar. */
import { expect, it } from 'vitest';
import { describeMarking, html } from './marking';

describeMarking('A word is looked up', (marking) => {
  it('from the menu of selected text, on a page where nothing is marked', async () => {
    const { browser } = marking();
    const tab = await marking().open(html('<p>Our <b>GMV</b> is high.</p>'));
    await browser.call('site.rule', { url: tab.url(), rule: 'off' });
    await marking().texts(tab, (texts) => texts.length === 0);
    const { x, y, width, height } = (await (await tab.$('b'))!.boundingBox())!;
    await tab.evaluate("getSelection().selectAllChildren(document.querySelector('b'))");
    await browser.chooseMenuItem(tab, { x: x + width / 2, y: y + height / 2 });
    expect(await browser.waitForCard(tab)).toMatch(/^GMV/);
    expect(await browser.marks(tab)).toEqual([]);
    await browser.call('site.rule', { url: tab.url(), rule: 'on' });
    await tab.close();
  });

  it.each([
    ['what is suggested', 1, '/popup.html?concept='],
    ['what was typed', 0, '/popup.html?q=delivery'],
  ])('from the address bar: %s', async (_, nth, address) => {
    const { browser } = marking();
    const tab = await marking().open(html('<p>Elsewhere</p>'));
    await tab.bringToFront();
    const suggested = await browser.typeInAddressBar('delivery', nth);
    expect(suggested).toEqual([
      expect.stringMatching(/^delivery · Sales · /),
      expect.stringMatching(/^delivery · R(?:&|&#38;)D · /),
    ]);
    await expect
      .poll(() => tab.evaluate('location.pathname + location.search'), { timeout: 10_000 })
      .toContain(address);
    await expect
      .poll(() => tab.evaluate('document.body.innerText'), { timeout: 10_000 })
      .toContain('delivery');
    await tab.close();
  });
});
