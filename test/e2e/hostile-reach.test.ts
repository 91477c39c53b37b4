/** What a hostile page can reach of the extension: files, messages, events, the card's own page. */
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Opening } from '@/utils/messages/card';
import { root } from '../../scripts/root.mjs';
import { hoverCard, waitLongerThanDelays } from './card-pages';
import { handbook, textOf } from './hostile';
import { describeMarking, html } from './marking';

const builds = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

/** A card of the page's own making. */
const forged: Opening = {
  number: 7,
  content: {
    definition: {
      word: 'delivery',
      meanings: [
        {
          concept: 'crates',
          term: { text: 'delivery', language: 'en' },
          otherTerms: [],
          definition: { text: 'Forged', language: 'en' },
          links: [{ title: { text: 'Away', language: 'en' }, url: 'https://example.com/' }],
          related: [{ concept: 'grogram', term: { text: 'More', language: 'en' } }],
          status: 'approved',
        },
      ],
      reason: { key: 'reason_only', names: [] },
      certain: true,
    },
  },
  look: { dark: false, hints: false, language: 'en', messages: {} },
  width: 300,
  pinned: false,
};

describeMarking(
  'A hostile page',
  (marking, engine) => {
    const open = async (head = '') => {
      const words = '<p>The delivery waits, and the launch with it.</p>';
      const tab = await marking().open(html(words, head));
      await tab.bringToFront();
      await marking().waitFor(tab, 'delivery', 'launch');
      return tab;
    };
    /** Where the card's page lies. A page does not know it, and is told here as if it had guessed. */
    const cardAddress = () =>
      marking().browser.inExtension<string>(
        'return (globalThis.browser ?? chrome).runtime.getURL("card.html")',
      );

    it('reads no file of the extension, or at most the empty pages of card and panel', async () => {
      const tab = await open();
      const build = builds[engine];
      const files = readdirSync(`${root}.output/test/${build}`, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => `${parentPath}/${name}`.split(build)[1]!);
      expect(files).toContain('/sample-handbook.json');
      const { extensionOrigin } = marking().browser;
      const loaded = await tab.evaluate(
        load,
        files.map((file) => extensionOrigin + file),
      );
      // Chromium gives them an address that changes with each start; in Firefox one would have to know the id.
      const readable = ['card', 'panel'].flatMap((page) =>
        ['fetch', 'style'].map((way) => `${way} ${extensionOrigin}/${page}.html`),
      );
      expect(loaded.sort()).toEqual(engine === 'chromium' ? [] : readable.sort());
      // The same ways lead to what a page may read.
      const own = [
        marking().serve({ body: '/**/', type: 'text/javascript' }, '/own.js'),
        marking().serve({ body: '/**/', type: 'text/css' }, '/own.css'),
        marking().serve(
          { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' },
          '/own.svg',
        ),
      ];
      const ways = (await tab.evaluate(load, own)).map((way) => way.split(' ', 1)[0]);
      expect([...new Set(ways)].sort()).toEqual(['fetch', 'image', 'module', 'script', 'style']);
      await tab.close();
    });

    it('has no way to send the extension a message', async () => {
      const tab = await open();
      const ways = await tab.evaluate(() =>
        ['chrome', 'browser'].map((name) => {
          const api = (window as unknown as Record<string, { runtime?: Record<string, unknown> }>)[name];
          return [typeof api?.runtime?.sendMessage, typeof api?.runtime?.connect, typeof api?.runtime?.id];
        }),
      );
      expect(ways.flat()).toEqual(Array(6).fill('undefined'));
      await tab.close();
    });

    it("gets nothing from the card's page in a frame of its own, and can only show what it sends", async () => {
      const { browser } = marking();
      const tab = await open();
      await tab.evaluate(embedCard, await cardAddress());
      const say = (...messages: unknown[]) =>
        tab.evaluate((messages) => {
          for (const message of messages)
            (window as unknown as { port: MessagePort }).port.postMessage(message);
        }, messages);
      const heard = () => tab.evaluate('heard') as Promise<Array<{ say: string; number?: number }>>;
      const broken = (change: (opening: typeof forged) => void) => {
        const opening = structuredClone({ ...forged, number: 99 });
        change(opening);
        return { say: 'open', opening };
      };
      const meaning = ({ content }: typeof forged) =>
        ('definition' in content ? content.definition : null)!.meanings[0]!;
      await say(
        null,
        'open',
        { say: 'open' },
        { say: 'open', opening: null },
        { say: 'concept', concept: 'crates' },
        { say: 'concept', question: 1, definition: {} },
        broken((opening) => Object.assign(opening, { width: 'wide' })),
        broken((opening) => Object.assign(opening.look, { language: 'no language' })),
        broken((opening) =>
          Object.assign(opening.content, { definition: { word: 'delivery', meanings: [] } }),
        ),
        broken((opening) => Object.assign(meaning(opening), { reviewed: { date: 'soon', overdue: true } })),
        ...[
          'javascript:alert(1)',
          ' javascript:alert(1)',
          'data:text/html,x',
          'blob:x',
          '/a',
          'file:///a',
        ].map((url) =>
          broken((opening) => {
            meaning(opening).links[0]!.url = url;
          }),
        ),
        { say: 'open', opening: forged },
      );
      await expect.poll(heard).toContainEqual({ say: 'drawn', number: 7, height: expect.any(Number) });
      expect(await browser.inCard(tab, (root) => root.innerText)).toContain('Forged');
      await browser.clickInCard(tab, '.unfold');
      await browser.clickInCard(tab, '.link');
      await expect
        .poll(heard)
        .toContainEqual(expect.objectContaining({ say: 'concept', concept: 'grogram' }));
      const all = await heard();
      expect(all.filter(({ number }) => number === 99)).toEqual([]);
      expect([...new Set(all.map((message) => message.say))].sort()).toEqual([
        'concept',
        'drawn',
        'pinned',
        'pointer',
      ]);
      // Its own scripts, should the page ever make them, get nothing either.
      const frame = await browser.cardFrame(tab);
      const asked = await frame!.evaluate(`Promise.all(
        [
          { message: 'page.concept', params: { concept: 'crates' } },
          { message: 'search', params: { query: 'delivery' } },
          { message: 'settings.get', params: {} },
        ].map((message) => (globalThis.browser ?? chrome).runtime.sendMessage(message)),
      )`);
      expect(asked).toEqual(Array(3).fill({ ok: false, error: 'not for the card' }));
      await tab.close();
    });

    it('opens nothing and ends nothing by events that its scripts make', async () => {
      const { browser } = marking();
      const tab = await open();
      await tab.evaluate(fakeEvents, `${browser.extensionId}:overlay:wxt:content-script-started`);
      await waitLongerThanDelays();
      expect(await browser.cardFrame(tab)).toBeNull();
      await hoverCard(browser, tab, 'delivery', (text) => text.includes('jetty'));
      await tab.evaluate(() => {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      });
      await waitLongerThanDelays();
      expect(await textOf(browser, tab)).toContain('jetty');
      await tab.close();
    });

    it('hears no event and no message of ours', async () => {
      const { browser } = marking();
      const names = ['content-script-started', 'locationchange'].map(
        (name) => `${browser.extensionId}:overlay:wxt:${name}`,
      );
      const tab = await open(
        `<script>
          heard = [];
          for (const name of ${JSON.stringify([...names, 'message'])})
            addEventListener(name, ({ type }) => heard.push(type), true);
        </script>`,
      );
      await hoverCard(browser, tab, 'delivery', (text) => text.includes('jetty'));
      expect(await tab.evaluate('heard')).toEqual([]);
      await tab.evaluate((name) => document.dispatchEvent(new CustomEvent(name!)), names[0]);
      expect(await tab.evaluate('heard')).toEqual([names[0]]);
      await tab.close();
    });
  },
  handbook,
);

/**
 * Runs in the page, complete in itself.
 * @returns which addresses it could load, and by what
 */
async function load(urls: string[]): Promise<string[]> {
  const element = <T extends 'img' | 'script' | 'link'>(tag: T, facts: object) =>
    new Promise<boolean>((resolve) => {
      const made = document.createElement(tag);
      made.onload = () => resolve(true);
      made.onerror = () => resolve(false);
      document.body.append(Object.assign(made, facts));
    });
  const loaded: string[] = [];
  for (const url of urls) {
    const ways: Record<string, Promise<boolean>> = {
      fetch: fetch(url).then(
        ({ ok }) => ok,
        () => false,
      ),
      image: element('img', { src: url }),
      module: element('script', { type: 'module', src: url }),
      script: element('script', { src: url }),
      style: element('link', { rel: 'stylesheet', href: url }),
    };
    for (const [way, done] of Object.entries(ways)) if (await done) loaded.push(`${way} ${url}`);
  }
  return loaded;
}

/** Runs in the page, complete in itself: loads the card's page, greets it as our script does, and hears what it says. */
async function embedCard(url: string): Promise<void> {
  const heard: unknown[] = [];
  const hear = ({ data }: MessageEvent) => heard.push(data);
  const frame = document.createElement('iframe');
  Object.assign(frame, { src: url, width: 400, height: 300 });
  await new Promise((resolve) => {
    frame.onload = resolve;
    document.body.append(frame);
  });
  addEventListener('message', hear);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = hear;
  const { contentWindow } = frame;
  for (const message of ['common-ground', { say: 'concept', concept: 'crates' }, { say: 'focus' }])
    contentWindow?.postMessage(message, '*');
  contentWindow?.postMessage('common-ground', '*', [port2]);
  Object.assign(window, { heard, port: port1 });
}

/** Runs in the page, complete in itself: everything that a hand or the extension would do at a marked word. */
function fakeEvents(started: string): void {
  const paragraph = document.querySelector('p')!;
  const text = paragraph.firstChild as Text;
  const word = document.createRange();
  word.setStart(text, text.data.indexOf('delivery'));
  word.setEnd(text, text.data.indexOf('delivery') + 8);
  const { left, top, height } = word.getBoundingClientRect();
  const at = { clientX: left + 10, clientY: top + height / 2, bubbles: true, composed: true, view: window };
  // The pointer comes and rests, then a finger does.
  for (const pointerType of ['mouse', 'pen', 'touch'])
    for (const type of pointerType === 'touch' ? ['over', 'down'] : ['over', 'enter', 'move'])
      for (const target of [paragraph, document, window])
        target.dispatchEvent(new PointerEvent(`pointer${type}`, { ...at, pointerType }));
  for (const type of ['mouseover', 'mousemove', 'contextmenu', 'dblclick'])
    paragraph.dispatchEvent(new MouseEvent(type, at));
  paragraph.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'D', altKey: true, shiftKey: true, bubbles: true }),
  );
  getSelection()?.addRange(word);
  document.dispatchEvent(new Event('selectionchange'));
  const detail = { contentScriptName: 'overlay', messageId: 'x' };
  for (const target of [document, window]) target.dispatchEvent(new CustomEvent(started, { detail }));
  window.postMessage({ type: started, ...detail }, '*');
  window.postMessage({ notice: 'command', command: 'next-term', where: 'here' }, '*');
}
