/** A draft in the reproduced editors of Gmail, Outlook and Trello: counted, changed only at a press, undone by the editor's own undo. */
import { expect, it } from 'vitest';
import { describePanel, isOurs, isOursAt } from './panel-suite';
import { openReproduced } from './reproduced';
import { gmail, outlook, type Reproduction, trello } from './reproductions';

interface Writing {
  url: string;
  reproduction: Reproduction;
  /** Pressed before one can write; none: the address is enough. */
  begin?: string;
  editor: string;
  text: string;
  /** How many words of it are read differently. */
  count: number;
  /** The first of them, what the panel offers in its place, and who reads it differently. */
  word: string;
  instead: string;
  reader: string;
  /** Who reads it differently too, but is not written to. */
  nobody?: string;
  /** How the note at the end begins. */
  note: RegExp;
}

const mail = {
  text: 'The delivery of this order is due on Friday.',
  count: 2,
  word: 'delivery',
  instead: 'build delivery',
  reader: 'Sales reads',
  note: /Friday\.\s+delivery: A build with release notes/,
};
const hosts: Record<string, Writing> = {
  Gmail: {
    url: 'https://mail.google.com/mail/u/0/#inbox?compose=new',
    reproduction: gmail(),
    editor: '.M9 [contenteditable]',
    ...mail,
  },
  'Gmail, replying': {
    url: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQbfxLampDelivery?compose=new',
    reproduction: gmail(),
    editor: '.M9 [contenteditable]',
    ...mail,
  },
  'Gmail, over a mail of other departments': {
    url: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQbfxNextQuarters?compose=new',
    reproduction: gmail(),
    editor: '.M9 [contenteditable]',
    nobody: 'Finance reads',
    ...mail,
  },
  Outlook: {
    url: 'https://outlook.office.com/mail/deeplink/compose',
    reproduction: outlook(),
    editor: '#editorParent_1 [contenteditable]',
    ...mail,
  },
  Trello: {
    url: 'https://trello.com/c/Yanshou1/3-card',
    reproduction: trello(),
    begin: '[data-testid="card-back-new-comment-input-skeleton"]',
    editor: '.ProseMirror',
    text: '交付之后才能上线。',
    count: 2,
    word: '交付',
    instead: '提测交付',
    reader: 'Production reads',
    note: /上线。\s+交付：/,
  },
};

describePanel('Writing on reproduced hosts', {}, (suite) => {
  it.each(Object.keys(hosts))('in %s', async (name) => {
    const { url, reproduction, begin, editor, text, count, word, instead, reader, nobody, note } =
      hosts[name]!;
    const page = await suite.browser.newPage();
    suite.page = page;
    await openReproduced(page, url, reproduction);
    await page.bringToFront();
    await expect.poll(() => isOurs(page), { timeout: 20_000 }).toBe(true);
    if (begin) await page.click(begin);
    await page.click(editor, { offset: { x: 12, y: 16 } });
    const quoted = await page.$$eval('blockquote', (quotes) => quotes.map(({ innerText }) => innerText));
    await page.$eval(editor, (element) => {
      const log: unknown[] = [];
      new MutationObserver((records) => log.push(...records)).observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
        attributes: true,
      });
      Object.assign(window, { changes: log });
    });
    const changes = () => page.evaluate('changes.length') as Promise<number>;
    const read = () =>
      page.$eval(editor, (element) =>
        (element as HTMLElement).innerText.split(/\s*^On .* wrote:/m)[0]!.trimEnd(),
      );
    const corner = () =>
      page.$eval(editor, (element) => {
        const { right, bottom } = element.getBoundingClientRect();
        return { x: right - 8 - 12, y: bottom - 8 - 8 };
      });
    await page.keyboard.type(text);
    const typed = await changes();
    const chip = await corner();
    await expect.poll(() => isOursAt(page, chip.x, chip.y), { timeout: 15_000 }).toBe(true);
    expect([await read(), await changes()]).toEqual([text, typed]);

    await page.mouse.click(chip.x, chip.y);
    await suite.says('In what you write', 'You mean', reader, `Write “${instead}”`);
    if (nobody) expect(await suite.text()).not.toContain(nobody);
    expect(await (await suite.frame())!.$eval('.part-draft .part-count', (part) => part.textContent)).toBe(
      String(count),
    );
    expect([await read(), await changes()]).toEqual([text, typed]);

    await suite.click('.part-draft .actions button', 0);
    await expect.poll(read).toBe(text.replace(word, instead));
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await expect.poll(read).toBe(text);

    await suite.says('Add a note at the end');
    await suite.click('.part-draft li:first-child .actions button:last-child');
    await expect.poll(read).toMatch(note);
    expect(await page.$$eval('blockquote', (quotes) => quotes.map(({ innerText }) => innerText))).toEqual(
      quoted,
    );
  });
});
