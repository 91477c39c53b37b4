/** What a hostile page gets of the panel, and what it can make it do: nothing. */
import type { Frame, Page } from 'puppeteer-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { View } from '@/utils/messages/view';
import { handbook, openHostile, probe, secrets, seenBy } from './hostile';
import { describeMarking, html } from './marking';
import { panelFrame } from './panel';
import { isOurs, textOf } from './panel-suite';

const forged: View = {
  host: 'trello',
  kind: 'card',
  url: 'https://trello.com/c/Ab12',
  title: 'Forged',
  labels: [],
  people: [],
  missing: ['title'],
  doubtful: [],
  dark: false,
};
const scripts = '<img src="x" onerror="hacked = 1"><script>hacked = 2</script>';
const escaped = scripts.replaceAll('<', '&lt;');

describeMarking(
  'A hostile page and the panel',
  (marking) => {
    beforeAll(async () => {
      await marking().browser.call('site.rule', { url: marking().origin, rule: 'on', declared: 'board' });
    });
    afterEach(async () => {
      await marking().browser.call('settings.set', { dock: null });
    });
    const toggle = (tab: Page) => marking().browser.command(tab, 'toggle-panel');
    const says = (tab: Page, wanted: string) =>
      expect.poll(() => panelText(tab), { timeout: 20_000 }).toContain(wanted);
    const open = async (body: string, head = '') => {
      const tab = await marking().open(html(body, head));
      await tab.bringToFront();
      await expect.poll(() => isOurs(tab), { timeout: 20_000 }).toBe(true);
      await toggle(tab);
      return tab;
    };
    /** All that could have been started: a setting, a tab. */
    const state = async () => [
      await marking().browser.call('settings.get', {}),
      (await marking().browser.browser.pages()).length,
    ];

    it('reads nothing of what the panel says', async () => {
      const tab = await openHostile(marking());
      await toggle(tab);
      await says(tab, 'Words here');
      await says(tab, 'Lamplighters');
      await probe(tab);
      const frame = (await panelFrame(tab))!;
      await expect.poll(() => frame.evaluate(() => document.hasFocus())).toBe(true);
      await frame.evaluate(() => document.querySelector<HTMLElement>('.search input')!.focus());
      await tab.keyboard.type('delivery');
      await says(tab, 'jetty');
      await probe(tab);
      await tab.keyboard.press('Enter');
      await says(tab, 'marmalade');
      await probe(tab);
      expect(await textOf(frame)).toContain('jetty');
      const seen = await seenBy(tab);
      const told = secrets.filter((secret) => seen.some((text) => text.includes(secret)));
      expect(told, seen.filter((text) => told.some((secret) => text.includes(secret))).join('\n')).toEqual(
        [],
      );
      expect(seen.filter((text) => /(?:chrome|moz)-extension:|panel\.html/.test(text))).toEqual([]);
      await tab.close();
    });

    it('is not let in by a frame of its own: without a pass, with a guess, with one that was used', async () => {
      const tab = await open('<main><h1>Board</h1><p>The delivery</p></main>');
      await says(tab, 'Words here');
      const before = await state();
      const panel = (await panelFrame(tab))!;
      const used = await panel.evaluate(() => location.hash.slice(1));
      // A page does not know the address, and is told here as if it had guessed.
      const address = await marking().browser.inExtension<string>(
        'return (globalThis.browser ?? chrome).runtime.getURL("panel.html")',
      );
      for (const pass of ['', crypto.randomUUID(), used]) {
        await tab.evaluate(embed, address, pass, forged);
        const own = await ownFrame(tab, panel, pass);
        await expect
          .poll(() => own.evaluate(() => document.readyState), { timeout: 20_000 })
          .toBe('complete');
        // What it hears in vain, or shows of itself, would be drawn by now.
        await own.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
        expect(await own.evaluate(() => document.querySelector('#root')!.childElementCount)).toBe(0);
        expect(await tab.evaluate('heard')).toEqual([]);
        await tab.evaluate(() => document.querySelector('iframe')!.remove());
      }
      expect(await textOf(panel)).toContain('Words here');
      expect(await state()).toEqual(before);
      await tab.close();
    });

    it('cannot tell our panel anything, whatever it says to all its frames', async () => {
      const tab = await open('<main><h1>Board</h1><p>The delivery</p></main>');
      await says(tab, 'Words here');
      const before = await state();
      await tab.evaluate((view) => {
        const greetings = ['common-ground', '', undefined, null, { say: 'view', view }, 'panel'];
        for (const target of [window, ...Array.from({ length: window.length }, (_, i) => window[i]!)])
          for (const greeting of greetings) {
            const { port1, port2 } = new MessageChannel();
            target.postMessage(greeting, '*', [port2]);
            for (const message of [{ say: 'view', view }, { say: 'given-up' }, { say: 'ask' }])
              port1.postMessage(message);
          }
        document.title = 'Honest';
        document.querySelector('h1')!.textContent = 'Honest';
      }, forged);
      await says(tab, 'Honest');
      expect(await textOf((await panelFrame(tab))!)).not.toMatch(/Forged|keeps taking|has changed/);
      expect(await state()).toEqual(before);
      await tab.close();
    });

    it('has its titles shown as text, with whatever scripts are in them', async () => {
      const tab = await open(
        `<main><h1>${escaped}</h1><p>The delivery</p></main>`,
        `<script>document.title = ${JSON.stringify(scripts).replaceAll('<', '\\u003c')}</script>`,
      );
      await says(tab, scripts);
      const frame = (await panelFrame(tab))!;
      expect(await frame.evaluate(() => document.querySelectorAll('h1 *, img, body script').length)).toBe(0);
      expect(await frame.evaluate('typeof hacked')).toBe('undefined');
      await tab.close();
    });

    it('is not Trello because it looks so, and a board of our making stays one', async () => {
      const looks = `<div id="trello-root"><main><h1 data-testid="board-name-display">Board</h1>
        <div data-testid="card-back-title-input">Card</div></main></div>`;
      const tab = await marking().browser.newPage(
        marking().serve(html(looks, '<base href="https://trello.com/">'), '/c/Ab12/1-card'),
      );
      await tab.bringToFront();
      await expect.poll(() => isOurs(tab), { timeout: 20_000 }).toBe(true);
      await toggle(tab);
      await says(tab, 'Board');
      const frame = (await panelFrame(tab))!;
      expect(await textOf(frame)).not.toContain('has changed');
      await tab.close();
      // Where nobody said that it is a board, nothing of ours comes by itself.
      await marking().browser.call('site.rule', { url: marking().origin, declared: null });
      try {
        const other = await marking().open(html(`${looks}<p>The delivery</p>`));
        await marking().waitFor(other, 'delivery');
        expect(await isOurs(other)).toBe(false);
        await toggle(other);
        await expect.poll(() => panelFrame(other)).not.toBeNull();
        await says(other, 'Page');
        await other.close();
      } finally {
        await marking().browser.call('site.rule', { url: marking().origin, declared: 'board' });
      }
    });

    it('whose classes were renamed is said to have changed; the report holds none of its text', async () => {
      await marking().browser.call('site.rule', { url: marking().origin, declared: 'kanboard' });
      try {
        const tab = await marking().browser.newPage(
          marking().serve(
            html(
              '<div class="x1"><span class="x2" title="Confidential plan">Top secret salaries</span><p>The delivery</p></div>',
            ),
            '/task/5',
          ),
        );
        await tab.bringToFront();
        await expect.poll(() => isOurs(tab), { timeout: 20_000 }).toBe(true);
        await toggle(tab);
        await says(tab, 'This site has changed.');
        const frame = (await panelFrame(tab))!;
        await frame.evaluate(() => {
          navigator.clipboard.writeText = async (text) => {
            (window as unknown as { copied: string }).copied = text;
          };
          [...document.querySelectorAll('button')]
            .find((one) => one.textContent === 'Copy a report')!
            .click();
        });
        await says(tab, 'copied');
        const report = String(await frame.evaluate('copied'));
        expect(report).toContain('kanboard');
        expect(report).not.toMatch(/secret|salaries|Confidential|plan|delivery|127\.0\.0\.1/);
        await tab.close();
      } finally {
        await marking().browser.call('site.rule', { url: marking().origin, declared: 'board' });
      }
    });

    it('reads no file of ours, or at most the empty panel', async () => {
      const tab = await open('<main><h1>Board</h1></main>');
      const origin = marking().browser.extensionOrigin;
      const readable = await tab.evaluate(
        (urls) =>
          Promise.all(
            urls.map((url) =>
              fetch(url).then(
                (answer) => answer.text(),
                () => null,
              ),
            ),
          ),
        ['/panel.html', '/workspace.js', '/sample-handbook.json', '/options.html'].map(
          (path) => origin + path,
        ),
      );
      expect(readable.slice(1)).toEqual([null, null, null]);
      expect(readable[0] ?? '').not.toMatch(/Lamplighters|delivery/);
      await tab.close();
    });
  },
  handbook,
);

/** What our panel says; null: it is not there. */
async function panelText(tab: Page): Promise<string | null> {
  const frame = await panelFrame(tab);
  return frame && textOf(frame);
}

/** The page's own frame of our panel. */
async function ownFrame(tab: Page, panel: Frame, pass: string): Promise<Frame> {
  let found: Frame | undefined;
  await expect
    .poll(
      async () => {
        for (const frame of tab.frames()) {
          if (frame === panel || frame === tab.mainFrame()) continue;
          const hash = await frame
            .evaluate(() => (location.pathname === '/panel.html' ? location.hash.slice(1) : null))
            .catch(() => null);
          if (hash === pass) found = frame;
        }
        return found !== undefined;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  return found!;
}

/** Runs in the page, complete in itself: loads our panel in a frame, greets it as our script does, and hears what it says. */
async function embed(address: string, pass: string, view: unknown): Promise<void> {
  const heard: unknown[] = [];
  const hear = ({ data }: MessageEvent) => heard.push(data);
  const frame = document.createElement('iframe');
  frame.src = `${address}#${pass}`;
  await new Promise((resolve) => {
    frame.onload = resolve;
    document.body.append(frame);
  });
  addEventListener('message', hear);
  for (const greeting of [pass, { say: 'view', view }]) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = hear;
    frame.contentWindow?.postMessage(greeting, '*', [port2]);
    for (const message of [{ say: 'view', view }, { say: 'ask' }]) port1.postMessage(message);
  }
  Object.assign(window, { heard });
}
