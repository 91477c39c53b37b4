/** What stays of the extension on open pages when it is disabled and enabled again. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { describeMarking, html } from './marking';

/** How many words are marked to the eye. Firefox ends a script at once, and takes only its style back. */
const drawn = (tab: Page) =>
  tab.evaluate(() => {
    const names = ['common-ground-term', 'common-ground-contested'];
    const isUnderlined = (name: string) =>
      getComputedStyle(document.body, `::highlight(${name})`).textDecorationLine === 'underline';
    return names.filter(isUnderlined).reduce((sum, name) => sum + (CSS.highlights.get(name)?.size ?? 0), 0);
  });

describeMarking('The extension', (marking) => {
  it('leaves pages that are open when it is disabled, and comes back when it is enabled', async () => {
    const { browser } = marking();
    const tab = await marking().open(html('<p>Our GMV and the delivery.</p>'));
    await marking().texts(tab);
    expect(await drawn(tab)).toBe(2);
    await browser.setEnabled(false);
    await browser.hover(tab, 'GMV');
    await expect.poll(() => drawn(tab)).toBe(0);
    expect(await tab.$('[data-common-ground]')).toBeNull();
    // What Firefox left in the registry would look like marks of the script to come.
    await tab.evaluate('CSS.highlights.clear()');
    await browser.setEnabled(true);
    await expect.poll(() => drawn(tab), { timeout: 10_000 }).toBe(2);
    await browser.hover(tab, 'delivery');
    expect(await browser.waitForCard(tab)).toMatch(/^delivery/);
  });
});
