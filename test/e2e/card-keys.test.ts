/** The card by keyboard and command: selected text, from word to word, and which frame of a page is meant. */
import { expect, it } from 'vitest';
import { describeCards, html, leadsWithAnother } from './card-pages';

const pages = {
  '/': html(`
<script>keys = []; document.addEventListener('keydown', ({ key }) => keys.push(key));</script>
<input id="field" value="our gray release on Monday">
<p>The <b id="word">delivery</b> of the order is late; the SLA says two days.</p>
<p id="unknown">The delivry of frobnicators</p>
<div style="height:1500px"></div>
<p>GMV is far below.</p>`),
  '/inside': html('<input id="inner"><p>Revenue is what the ledger says.</p>'),
  '/both': html(
    '<p>The delivery is late.</p><input id="outer"><iframe src="/inside" width="400" height="120"></iframe>',
  ),
  '/outside': html(
    '<p>Nothing to see</p><input id="outer"><iframe src="/none"></iframe><iframe src="/inside"></iframe>',
  ),
  '/none': html('<p>Nothing here</p>'),
  '/scroller': html(
    `<div style="height:120px;overflow:auto"><p>The delivery</p><div style="height:900px"></div><p>of GMV</p></div>`,
  ),
};

describeCards('the card by keyboard', pages, (suite) => {
  const frameAt = (path: string) => suite.page.frames().find((frame) => frame.url().endsWith(path))!;
  const activeId = () => suite.page.evaluate('document.activeElement.id');
  const cardHasFocus = () =>
    suite.browser.inCard(suite.page, () => document.hasFocus() && document.activeElement !== document.body);
  const select = (id: string) =>
    suite.page.evaluate((id) => getSelection()!.selectAllChildren(document.getElementById(id)!), id);

  it('looks up selected text', async () => {
    await suite.open();
    await select('word');
    await suite.browser.command(suite.page, 'define-selection');
    expect((await suite.seen()).text).toMatch(/^delivery/);
    await expect.poll(cardHasFocus).toBe(true);
  });

  it('looks up text selected in a field, and gives the focus back', async () => {
    await suite.open();
    await suite.page.evaluate('field.focus(); field.setSelectionRange(4, 16)');
    await suite.browser.command(suite.page, 'define-selection');
    expect((await suite.seen()).text).toMatch(/^gray release/);
    await expect.poll(cardHasFocus).toBe(true);
    await suite.page.keyboard.press('Escape');
    await suite.browser.waitForNoCard(suite.page);
    await expect.poll(activeId).toBe('field');
    await suite.page.keyboard.press('End');
    await suite.page.keyboard.type('!');
    expect(await suite.page.evaluate('field.value')).toBe('our gray release on Monday!');
  });

  it('says that a word is not in the handbook, and opens what comes near', async () => {
    await suite.open();
    await suite.page.evaluate(
      'getSelection().setBaseAndExtent(unknown.firstChild, 4, unknown.firstChild, 11)',
    );
    await suite.browser.command(suite.page, 'define-selection');
    const { text } = await suite.seen();
    expect(text).toContain('“delivry” is not in the handbook.');
    expect(text).toMatch(/Did you mean\s+delivery/);
    await suite.browser.clickInCard(suite.page, '.near-hit');
    await suite.browser.waitForCard(suite.page, (text) => /^delivery/.test(text) && text.includes('means'));
    await suite.page.keyboard.press('Backspace');
    await suite.browser.waitForCard(suite.page, (text) => text.includes('“delivry”'));
  });

  it('moves the focus into an open card', async () => {
    await suite.open();
    await suite.page.focus('#field');
    await suite.hover();
    expect(await activeId()).toBe('field');
    await suite.browser.command(suite.page, 'define-selection');
    await expect.poll(cardHasFocus).toBe(true);
    await suite.page.keyboard.press('ArrowRight');
    await suite.browser.waitForCard(suite.page, leadsWithAnother);
    await suite.page.keyboard.press('ArrowLeft');
    await suite.browser.waitForCard(suite.page, (text) => !leadsWithAnother(text));
    expect(await suite.page.evaluate('keys')).toEqual([]);
    await suite.page.mouse.move(900, 700);
    await suite.page.keyboard.press('Escape');
    await suite.browser.waitForNoCard(suite.page);
    await expect.poll(activeId).toBe('field');
  });

  it('goes from word to word in their order, and back, and shows each', async () => {
    await suite.open();
    await suite.page.focus('#field');
    const order = (await suite.browser.marks(suite.page)).map(({ text }) => text);
    expect(order.slice(0, 2)).toEqual(['delivery', 'order']);
    expect(order.at(-1)).toBe('GMV');
    for (const word of order) {
      await suite.browser.command(suite.page, 'next-term');
      await suite.seen((text) => text.startsWith(word));
    }
    expect(await suite.page.evaluate('scrollY')).toBeGreaterThan(500);
    await suite.browser.command(suite.page, 'previous-term');
    await suite.seen((text) => text.startsWith(order.at(-2)!));
    await suite.page.keyboard.press('Escape');
    await suite.browser.waitForNoCard(suite.page);
    await expect.poll(activeId).toBe('field');
  });

  it('scrolls the box that a word is in', async () => {
    await suite.open('/scroller');
    const scrollTo = (top: number) =>
      suite.page.evaluate((top) => document.querySelector('div')!.scrollTo(0, top), top);
    await scrollTo(2000);
    await suite.browser.waitForMarks(suite.page, (marks) => marks.some(({ text }) => text === 'GMV'));
    await scrollTo(0);
    await suite.browser.command(suite.page, 'next-term');
    await suite.seen((text) => text.startsWith('delivery'));
    await suite.browser.command(suite.page, 'next-term');
    await suite.seen((text) => text.startsWith('GMV'));
    expect(await suite.page.evaluate("document.querySelector('div').scrollTop")).toBeGreaterThan(100);
  });

  it.each<[string, string | null, string]>([
    ['the page itself when nothing else is in use', null, 'delivery'],
    ['the page itself when its field is in use', '#outer', 'delivery'],
  ])('is meant for %s', async (_, field, word) => {
    await suite.open('/both');
    await suite.browser.waitForMarks(frameAt('/inside'), undefined, 30_000);
    if (field) await suite.page.focus(field);
    await suite.browser.command(suite.page, 'next-term');
    await suite.seen((text) => text.startsWith(word));
    expect(await suite.page.evaluate("document.querySelectorAll('[data-common-ground]').length")).toBe(1);
  });

  it('is meant for the frame that is in use, and stays there', async () => {
    await suite.open('/both');
    const frame = frameAt('/inside');
    await suite.browser.waitForMarks(frame, undefined, 30_000);
    await (await frame.$('#inner'))!.click();
    await suite.browser.command(suite.page, 'next-term');
    await suite.seen((text) => /^revenue/i.test(text));
    await suite.browser.command(suite.page, 'next-term');
    await suite.seen((text) => !/^delivery/.test(text));
    await suite.page.keyboard.press('Escape');
    await suite.browser.waitForNoCard(suite.page);
    await expect.poll(() => frame.evaluate('document.hasFocus() && document.activeElement.id')).toBe('inner');
  });

  it('is meant for the first frame with words where the page has none', async () => {
    suite.page = await suite.browser.newPage(`${suite.url}/outside`);
    await suite.page.bringToFront();
    await expect.poll(() => suite.page.frames().length).toBe(3);
    await suite.browser.waitForMarks(frameAt('/inside'), undefined, 30_000);
    await suite.page.focus('#outer');
    await suite.browser.command(suite.page, 'next-term');
    await suite.seen((text) => /^revenue/i.test(text));
  });
});
