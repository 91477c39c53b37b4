/** A page that plays every trick to read what a card says, and gets only which of its own words are marked. */
import { expect, it } from 'vitest';
import { seenCard } from './card-pages';
import { handbook, openHostile, probe, secrets, seenBy, textOf, written } from './hostile';
import { showUnprotected } from './hostile-probes';
import { describeMarking, html } from './marking';

/** The part of the extension API that is used in the card's frame. */
interface Extension {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/** Probes that both browsers know. */
const everywhere = [
  'animations',
  'events',
  'fonts',
  'frames',
  'globals',
  'highlights',
  'history',
  'mutations',
  'observers',
  'patched functions',
  'patched prototypes',
  'performance',
  'points',
  'refusals',
  'selection',
  'storage',
  'style sheets',
  'styles',
  'tree',
  'window.find',
];

describeMarking(
  'A hostile page',
  (marking, engine) => {
    it('learns which of its words are marked, and nothing of what the card says', async () => {
      const tab = await openHostile(marking());
      const { browser } = marking();
      const before = await tab.evaluate('history.length');
      /** Tries everything while the card says something, and the card is there still. */
      const attack = async (says: string) => {
        await seenCard(browser, tab, (text) => text.includes(says));
        await probe(tab);
        expect(await textOf(browser, tab)).toContain(says);
      };
      await browser.hover(tab, 'delivery');
      await attack('jetty');
      await browser.clickInCard(tab, '.unfold');
      await attack('marmalade');
      await browser.clickInCard(tab, '[aria-label="Keep open"]');
      await browser.clickInCard(tab, '[aria-label="Copy as text"]');
      await attack('Harbourmaster');
      await tab.keyboard.press('Tab');
      await browser.command(tab, 'define-selection');
      await expect
        .poll(() => browser.inCard(tab, () => document.hasFocus() && document.activeElement?.className))
        .toBe('card');
      await tab.keyboard.press('ArrowRight');
      await attack('kettle');
      await tab.keyboard.press('ArrowLeft');
      await browser.waitForCard(tab, (text) => text.includes('jetty'));
      await browser.clickInCard(tab, '.link');
      await attack('mohair');
      await tab.keyboard.press('Escape');
      await browser.waitForNoCard(tab);
      await tab.evaluate('getSelection().selectAllChildren(unmarked)');
      await browser.command(tab, 'define-selection');
      await attack('consignation');
      await tab.keyboard.press('Escape');
      await browser.waitForNoCard(tab);
      await probe(tab);

      const seen = await seenBy(tab);
      const told = secrets.filter((secret) => seen.some((text) => text.includes(secret)));
      expect(told, seen.filter((text) => told.some((secret) => text.includes(secret))).join('\n')).toEqual(
        [],
      );
      // Nor where the extension lies, which in Firefox names this copy of it.
      expect(seen.filter((text) => /(?:chrome|moz)-extension:/.test(text))).toEqual([]);
      expect(seen.filter((text) => text.startsWith('highlights:')).toSorted()).toEqual([
        'highlights: common-ground-contested',
        'highlights: common-ground-current',
        'highlights: common-ground-term',
        'highlights: delivery',
        'highlights: launch',
      ]);
      expect(await tab.evaluate('history.length')).toBe(before);
      await tab.close();
    });

    it('would find what is not protected, by each of its probes', async () => {
      const tab = await openHostile(marking());
      await tab.evaluate(showUnprotected, written);
      await probe(tab);
      const seen = await seenBy(tab);
      const telling = seen.filter((text) => secrets.some((secret) => text.includes(secret)));
      const known = engine === 'chromium' ? [...everywhere, 'reports'] : everywhere;
      expect([...new Set(telling.map((text) => text.split(':', 1)[0]))].sort()).toEqual(known.sort());
      await tab.close();
    });

    it('would be answered nothing even in the name of the card', async () => {
      const { browser } = marking();
      const tab = await marking().open(html('<p>The delivery</p>'));
      await marking().waitFor(tab, 'delivery');
      await browser.hover(tab, 'delivery');
      await seenCard(browser, tab);
      const ask = (message: string) =>
        browser.inCard(
          tab,
          (_, message) => {
            const api = globalThis as unknown as Record<'browser' | 'chrome', Extension | undefined>;
            return (api.browser ?? api.chrome)?.runtime.sendMessage({ message, params: {} });
          },
          message,
        );
      for (const message of ['page.start', 'settings.get'])
        expect(await ask(message), message).toEqual({ ok: false, error: 'not for the card' });
      await tab.close();
    });

    it('cannot ask by an address whether a card says a word', async () => {
      const { browser } = marking();
      const tab = await marking().open(
        html('<p>The delivery</p><div style="height: 5000px"></div><p>Underneath</p>'),
      );
      const ask = async (word: string) => {
        await tab.evaluate((word) => {
          location.hash = `:~:text=${encodeURIComponent(word)}`;
        }, word);
        return tab.evaluate('scrollY');
      };
      await marking().waitFor(tab, 'delivery');
      await browser.hover(tab, 'delivery');
      await seenCard(browser, tab);
      for (const word of ['Crates', 'jetty', 'Lamplighters']) expect(await ask(word)).toBe(0);
      expect(await textOf(browser, tab)).toContain('jetty');
      await expect.poll(() => ask('Underneath')).toBeGreaterThan(1000);
      await tab.close();
    });
  },
  handbook,
);
