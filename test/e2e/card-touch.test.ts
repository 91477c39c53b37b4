/** The card by finger: a long press opens it, a tap never does. */
import { expect, it } from 'vitest';
import { describeCards, html, linesOf, middleOf, waitLongerThanDelays } from './card-pages';

const text = html(
  '<p><a href="#went">The delivery is late.</a></p><p style="margin-top:300px">Elsewhere</p>',
);

describeCards('the card by finger', { '/': text }, (suite) => {
  const open = async () => {
    await suite.open();
    return middleOf((await linesOf(suite.page, 'delivery'))[0]!);
  };

  it('opens at a long press, stays when the finger goes, and closes at a tap elsewhere', async () => {
    const [x, y] = await open();
    const finger = await suite.page.touchscreen.touchStart(x, y);
    await suite.seen();
    await finger.end();
    await waitLongerThanDelays();
    expect(await suite.browser.cardText(suite.page)).toMatch(/^delivery/);
    await suite.page.touchscreen.tap(x, y + 350);
    await suite.browser.waitForNoCard(suite.page);
  });

  it('does not open at a tap, which goes to the link', async () => {
    const [x, y] = await open();
    await suite.page.touchscreen.tap(x, y);
    await waitLongerThanDelays();
    expect(await suite.browser.cardText(suite.page)).toBeNull();
    expect(await suite.page.evaluate('location.hash')).toBe('#went');
  });

  it('does not open for a finger that scrolls', async () => {
    const [x, y] = await open();
    const finger = await suite.page.touchscreen.touchStart(x, y);
    await finger.move(x, y + 40);
    await waitLongerThanDelays();
    await finger.end();
    expect(await suite.browser.cardText(suite.page)).toBeNull();
  });
});
