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
          response.writeHead(status, { 'content-type': 'application/json' }).end(body);
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

    it('stays when the browser is killed while a new one comes and is written', async () => {
      hold = true;
      void browser.call('handbook.refresh', {}).catch(() => {});
      await expect.poll(() => server.requests.length).toBeGreaterThan(2);
      await browser.kill();
      hold = false;
      browser = await openBrowser(engine, { profile });
      expect(await browser.call('search', { query: 'term7' })).toMatchObject([{ concept: 'c7' }]);

      body = handbook(20_000, 'second');
      void browser.call('handbook.refresh', {}).catch(() => {});
      await expect.poll(() => server.requests.length).toBeGreaterThan(3);
      await browser.kill();
      browser = await openBrowser(engine, { profile });
      const after = await browser.call('handbook.status', {});
      // Whichever it is, it is whole.
      expect([`first 20`, `second 20000`]).toContain(`${after.revision} ${after.counts?.concepts}`);
      expect(await browser.call('search', { query: 'term7' })).toMatchObject([{ concept: 'c7' }]);
    });
  });
});
