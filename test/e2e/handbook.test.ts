/** The handbook in a real browser: kept through failures, restarts, and a browser that dies while it writes. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '@/test/fixtures/serve';
import { type Engine, engines, openBrowser, type TestBrowser } from './browsers';

const concepts = (count: number, revision: string) =>
  Array.from({ length: count }, (_, i) => ({
    id: `c${i}`,
    terms: [`term${i}`],
    definition: `${revision} ${'x'.repeat(200)}`,
  }));
const handbook = (count: number, revision: string) =>
  JSON.stringify({ format: 1, name: 'Words', revision, concepts: concepts(count, revision) });

describe.each<Engine>(['chromium', 'firefox'])('%s', (engine) => {
  describe.skipIf(!engines.includes(engine))('the handbook', () => {
    const profile = new URL(`../../.cache/profiles/kept-${engine}`, import.meta.url).pathname;
    let server: Server;
    let browser: TestBrowser;
    let body = handbook(20, 'first');
    let status = 200;
    let hold = false;
    let onSent = () => {};
    beforeAll(async () => {
      await rm(profile, { recursive: true, force: true });
      server = await serve({
        '/handbook.json': (_, response) => {
          if (hold) {
            // Half of it comes, then nothing more.
            response
              .writeHead(200, { 'content-type': 'application/json' })
              .write(body.slice(0, body.length / 2));
            return;
          }
          response.writeHead(status, { 'content-type': 'application/json' }).end(body, onSent);
        },
      });
      browser = await openBrowser(engine, { profile });
      await browser.call('settings.set', { source: 'address', address: `${server.url}/handbook.json` });
    });
    afterAll(async () => {
      await browser?.close();
      await server?.close();
      await rm(profile, { recursive: true, force: true });
    });

    it('is loaded', async () => {
      expect(await browser.call('handbook.status', {})).toMatchObject({
        revision: 'first',
        counts: { concepts: 20 },
      });
    });

    it('stays through a failure, which is told', async () => {
      status = 500;
      const failed = await browser.call('handbook.refresh', {});
      status = 200;
      expect(failed).toMatchObject({ revision: 'first', error: { key: 'fetch_server_error' } });
      expect(await browser.call('search', { query: 'term7' })).toMatchObject([{ concept: 'c7' }]);
    });

    it('stays when the browser is killed while half of a new one has come', async () => {
      hold = true;
      void browser.call('handbook.refresh', {}).catch(() => {});
      await expect.poll(() => server.requests.length).toBeGreaterThan(2);
      await browser.kill();
      hold = false;
      browser = await openBrowser(engine, { profile });
      expect(await browser.call('search', { query: 'term7' })).toMatchObject([{ concept: 'c7' }]);
    });

    it('is the old one or the new one, and whole, whenever the browser is killed while one is written', async () => {
      /** Lets a new revision come; ends when all of it was sent. */
      const send = async (revision: string) => {
        body = handbook(20_000, revision);
        status = 200;
        const sent = new Promise<void>((resolve) => {
          onSent = resolve;
        });
        void browser.call('handbook.refresh', {}).catch(() => {});
        await sent;
      };
      /** @returns the revision that the next browser answers with, while no other can be had */
      const revisionKept = async () => {
        await browser.kill();
        status = 500;
        browser = await openBrowser(engine, { profile });
        const { revision, counts } = await browser.call('handbook.status', {});
        expect(counts?.concepts).toBe(20_000);
        const [last] = await browser.call('search', { query: 'term19999', limit: 1 });
        expect(last?.concept).toBe('c19999');
        expect(last?.definition.text.split(' ', 1)).toEqual([revision]);
        return revision;
      };

      await send('new');
      const begun = performance.now();
      const inUse = async () => (await browser.call('handbook.status', {})).revision;
      await expect.poll(inUse, { interval: 20, timeout: 30_000 }).toBe('new');
      const written = performance.now() - begun;
      let before = await revisionKept();
      expect(before).toBe('new');
      let old = 0;
      // The write is the last that happens in that time.
      for (const share of [0, 0.9, 1.05]) {
        await send(`newer-${share}`);
        await new Promise((resolve) => setTimeout(resolve, share * written));
        const kept = await revisionKept();
        expect([before, `newer-${share}`]).toContain(kept);
        if (kept === before) old += 1;
        before = kept;
      }
      expect(old).toBeGreaterThan(0);
      // Seconds on a machine at rest; four starts of a browser on a busy one.
    }, 240_000);
  });
});
