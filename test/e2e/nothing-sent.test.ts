/** Reading a board and mail, words resting under the pointer, writing, searching: nobody is asked for anything but the handbook. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { type Engine, engines, type TestBrowser } from './browsers';
import { hoverCard } from './card-pages';
import { type Network, startNetwork } from './network';
import { keepPanelOpen, panelFrame, waitForPanel } from './panel';
import { openReproduced } from './reproduced';
import { gmail, type Reproduction, trello } from './reproductions';

const handbook = 'http://handbook.example/handbook.json';
/** What browsers ask for by themselves: their makers, and a connection to where a tab is led. */
const byItself = /^CONNECT (?:trello\.com|[\w.-]+\.(?:google|googleapis|gstatic|mozilla)\.(?:com|org)):443$/;
const goal = expect.stringContaining('8,000 units in stock');

describe.each<Engine>(['chromium', 'firefox'])('What leaves %s', (engine) => {
  describe.skipIf(!engines.includes(engine))('which is on this machine', () => {
    let network: Network;
    let browser: TestBrowser;
    beforeAll(async () => {
      const sample = JSON.parse(readFileSync(`${root}public/sample-handbook.json`, 'utf8'));
      network = await startNetwork({ [handbook]: sample });
      browser = await network.open(engine);
      await browser.call('settings.set', {
        source: 'address',
        address: handbook,
        department: 'rnd',
        language: 'en',
        contentLanguage: 'en',
        welcomed: true,
        density: 'all',
      });
      await browser.call('handbook.refresh', {});
      await keepPanelOpen(browser, 'https://trello.com', 'https://mail.google.com');
    });
    afterAll(async () => {
      await browser?.close();
      await network?.close();
    });

    it('is the question for the handbook, and what the pages ask for themselves', async () => {
      expect(network.asked).toContain(`GET ${handbook}`);
      network.asked.length = 0;
      /** Asked of the hosts themselves, by whoever. */
      const ofHosts: string[] = [];
      const told =
        (host: Reproduction): Reproduction =>
        (url) => {
          ofHosts.push(url.href);
          return host(url);
        };
      const board = await browser.newPage();
      await openReproduced(board, 'https://trello.com/c/Yanshou1/3-card', told(trello()));
      await board.bringToFront();
      await waitForPanel(board, { title: '首批交付前的验收', goal });
      await board.click('[data-testid="card-back-new-comment-input-skeleton"]');
      await board.type('.ProseMirror', '交付之后才能上线。');
      await says(board, 'In what you write');
      await (await panelFrame(board))!.type('.search input', 'delivery');
      await says(board, 'The carrier reports');

      const mail = await browser.newPage();
      await openReproduced(
        mail,
        'https://mail.google.com/mail/u/0/#inbox/FMfcgzQbfxLampDelivery',
        told(gmail()),
      );
      await mail.bringToFront();
      await waitForPanel(mail, { title: '[Desk Lamp 3] Delivery of the first order', goal });
      await hoverCard(browser, mail);

      await browser.call('handbook.refresh', {});
      expect(network.asked.filter((one) => one !== `GET ${handbook}` && !byItself.test(one))).toEqual([]);
      expect([...new Set(ofHosts)].filter((url) => !url.endsWith('/favicon.ico'))).toEqual([
        'https://trello.com/c/Yanshou1/3-card',
        'https://mail.google.com/mail/u/0/#inbox/FMfcgzQbfxLampDelivery',
      ]);

      // Whatever had been sent would have been seen: from where our background runs, and from our panel.
      const send = (from: string) =>
        `(async () => { await fetch("https://${from}.example/", { mode: "no-cors" }).catch(() => {}) })()`;
      await browser.inExtension(`await ${send('extension')}`);
      await (await panelFrame(board))!.evaluate(send('panel'));
      const seen = [...network.asked, ...ofHosts].join(' ');
      expect(seen).toContain('extension.example');
      expect(seen).toContain('panel.example');
    });
  });
});

const says = (tab: Page, text: string) =>
  expect
    .poll(async () => (await panelFrame(tab))?.evaluate(() => document.body.innerText), { timeout: 20_000 })
    .toContain(text);
