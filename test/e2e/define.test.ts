import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '@/test/fixtures/serve';
import { type Engine, engines, openBrowser, type TestBrowser } from './browsers';

const page = `<!doctype html><html lang="en"><title>Weekly report</title><body>
<h1>Weekly report</h1>
<p>The delivery of the sample order is late; the SLA says two days.</p>
<p>本周交付延期，GMV持平。</p>
<p>delivery again in the same screenful</p>
<input value="delivery"><pre>delivery</pre><div contenteditable>delivery</div>
</body></html>`;

describe.each<Engine>(['chromium', 'firefox'])('%s', (engine) => {
  describe.skipIf(!engines.includes(engine))('defines a word on a page', () => {
    let browser: TestBrowser;
    let server: Server;
    beforeAll(async () => {
      server = await serve({ '/': page });
      browser = await openBrowser(engine);
      await browser.call('settings.set', {
        source: 'sample',
        department: 'rnd',
        language: 'en',
        welcomed: true,
      });
    });
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    it('marks terms once a screenful and opens a card at rest', async () => {
      const tab = await browser.newPage(server.url);
      const marks = await browser.waitForMarks(tab);
      await browser.hover(tab, 'delivery');
      const text = await browser.waitForCard(tab);
      expect(marks.filter((mark) => mark.text === 'delivery')).toHaveLength(1);
      expect(text).toContain('R&D');
    });
  });
});
