/** The card by pointer: when it opens, how long it stays, what can be done with it. */
import { expect, it } from 'vitest';
import { describeCards, html, leadsWithAnother, linesOf, middleOf, waitLongerThanDelays } from './card-pages';

const text = html(`
<script>
  keys = [];
  for (const type of ['keydown', 'keyup']) document.addEventListener(type, (event) => keys.push(type + ' ' + event.key));
  clicks = 0;
  document.addEventListener('click', () => clicks++);
</script>
<h1>Weekly report</h1>
<p>The delivery of the sample order is late; the SLA says two days.</p>
<p>Nothing is marked in these words, whatever anybody may think of them.</p>
<input id="field">
<p><a id="link" href="#went">our GMV</a></p>
<div style="height: 2000px"></div>`);

describeCards('the card by pointer', { '/': text }, (suite) => {
  it('opens where the pointer rests, without a click and without moving the page', async () => {
    await suite.open();
    const height = await suite.page.evaluate('document.documentElement.scrollHeight');
    const { text } = await suite.hover();
    expect(text).toMatch(/^delivery\s*交付/);
    expect(text).toContain('A build with release notes');
    expect(await suite.page.evaluate('[document.documentElement.scrollHeight, clicks, keys.length]')).toEqual(
      [height, 0, 0],
    );
  });

  it('does not open for a pointer that passes by', async () => {
    await suite.open();
    const [line] = await linesOf(suite.page, 'delivery');
    const [x, y] = middleOf(line!);
    await suite.page.mouse.move(x, y - 60);
    await Promise.all([suite.page.mouse.move(x, y), suite.page.mouse.move(x, y + 80)]);
    await waitLongerThanDelays();
    expect(await suite.browser.cardText(suite.page)).toBeNull();
  });

  it('stays while the pointer rests between word and card, and in the card', async () => {
    await suite.open();
    const { box } = await suite.hover();
    const [line] = await linesOf(suite.page, 'delivery');
    await suite.page.mouse.move(line!.x + 10, (line!.y + line!.height + box.y) / 2);
    await waitLongerThanDelays();
    expect(await suite.browser.cardText(suite.page)).not.toBeNull();
    await suite.page.mouse.move(...middleOf(box), { steps: 10 });
    await waitLongerThanDelays();
    expect(await suite.browser.cardText(suite.page)).not.toBeNull();
  });

  it('closes when the pointer leaves word and card', async () => {
    await suite.open();
    const { box } = await suite.hover();
    await suite.page.mouse.move(...middleOf(box));
    await waitLongerThanDelays();
    await suite.page.mouse.move(box.x + box.width + 200, box.y + box.height + 50);
    await suite.browser.waitForNoCard(suite.page);
  });

  it('shows the next word when the pointer goes on to it', async () => {
    await suite.open();
    await suite.hover();
    await suite.browser.hover(suite.page, 'SLA');
    expect((await suite.seen((text) => text.startsWith('SLA'))).text).toContain('Operations');
  });

  it('closes at Esc, which the page does not get then and gets afterwards', async () => {
    await suite.open();
    await suite.page.focus('#field');
    await suite.hover();
    await suite.page.keyboard.press('Escape');
    await suite.browser.waitForNoCard(suite.page);
    const keys = (await suite.page.evaluate('keys')) as string[];
    expect(keys).not.toContain('keydown Escape');
    await suite.page.keyboard.press('Escape');
    expect(await suite.page.evaluate('keys')).toContain('keydown Escape');
  });

  it('does not come again for a pointer that rests where the card was closed', async () => {
    await suite.open();
    const { point } = await suite.hover();
    await suite.page.keyboard.press('Escape');
    await suite.browser.waitForNoCard(suite.page);
    await suite.page.mouse.move(point.x + 6, point.y);
    await waitLongerThanDelays();
    expect(await suite.browser.cardText(suite.page)).toBeNull();
    await suite.page.mouse.move(point.x, point.y + 200);
    await suite.hover();
  });

  it('closes when one goes on typing, and takes no key', async () => {
    await suite.open();
    await suite.page.focus('#field');
    await suite.hover();
    await suite.page.keyboard.type('ok');
    await suite.browser.waitForNoCard(suite.page);
    expect(await suite.page.evaluate('field.value')).toBe('ok');
  });

  it('closes when its word scrolls away', async () => {
    await suite.open();
    await suite.hover();
    await suite.page.evaluate('scrollBy(0, 30)');
    await suite.browser.waitForNoCard(suite.page);
  });

  it('closes when its word is taken away, as when an application shows its next view', async () => {
    await suite.open();
    await suite.hover();
    await suite.page.evaluate("document.querySelector('p').textContent = 'Another view'");
    await suite.browser.waitForNoCard(suite.page);
  });

  it('closes at a press elsewhere, which the page gets', async () => {
    await suite.open();
    await suite.hover();
    await suite.page.mouse.click(600, 500);
    await suite.browser.waitForNoCard(suite.page);
    expect(await suite.page.evaluate('clicks')).toBe(1);
  });

  it('leaves links as they are', async () => {
    await suite.open();
    await suite.hover('GMV');
    await suite.browser.hover(suite.page, 'GMV').then(({ x, y }) => suite.page.mouse.click(x, y));
    expect(await suite.page.evaluate('location.hash')).toBe('#went');
  });

  it('is pinned: stays when left and when the page scrolls, heeds no other word, and can be closed', async () => {
    await suite.open();
    await suite.hover();
    await suite.pin();
    await suite.page.mouse.move(700, 600);
    await suite.page.evaluate('scrollBy(0, 20)');
    await suite.browser.hover(suite.page, 'SLA');
    await waitLongerThanDelays();
    expect((await suite.seen()).text).toMatch(/^delivery/);
    await suite.browser.clickInCard(suite.page, '[aria-label="Close"]');
    await suite.browser.waitForNoCard(suite.page);
  });

  it('is copied as text', async () => {
    await suite.open();
    await suite.hover();
    await suite.browser.clickInCard(suite.page, '[aria-label="Copy as text"]');
    await expect
      .poll(() =>
        suite.browser.inCard(suite.page, (root) => root.querySelector('[role=status]')?.textContent),
      )
      .toBe('Copied');
    await suite.page.keyboard.press('Escape');
    await suite.page.click('#field');
    await suite.page.keyboard.down('Control');
    await suite.page.keyboard.press('v');
    await suite.page.keyboard.up('Control');
    await expect.poll(() => suite.page.evaluate('field.value')).toMatch(/^delivery \(交付\) · R&D/);
  });

  it('opens a related term inside, and goes back', async () => {
    await suite.open();
    await suite.hover();
    await suite.browser.clickInCard(suite.page, '.unfold');
    await suite.browser.waitForCard(suite.page, (text) => text.includes('See also'));
    const related = await suite.browser.inCard(
      suite.page,
      (root) => root.querySelector('.link u')!.textContent,
    );
    await suite.browser.clickInCard(suite.page, '.link');
    await suite.browser.waitForCard(suite.page, (text) => text.startsWith(related!));
    await suite.browser.clickInCard(suite.page, '[aria-label="Back"]');
    await suite.browser.waitForCard(suite.page, (text) => text.startsWith('delivery'));
  });

  it('shows the other meanings one press away', async () => {
    await suite.open();
    const { text } = await suite.hover();
    expect(leadsWithAnother(text)).toBe(false);
    await suite.browser.clickInCard(suite.page, '.choice:nth-of-type(2)');
    await suite.browser.waitForCard(suite.page, leadsWithAnother);
  });
});
