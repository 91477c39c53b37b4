/** A network of our own: all that a browser asks anyone for comes here, from whichever page, frame or worker. */
import { createServer } from 'node:http';
import { inChrome } from '../../scripts/browser/protocol.mjs';
import { type Engine, openBrowser, type TestBrowser } from './browsers';

export interface Network {
  /** `GET http://host/path`, or `CONNECT host:port` for what is encrypted, in the order asked. */
  asked: string[];
  /** Starts a browser that has no other network. */
  open(engine: Engine): Promise<TestBrowser>;
  close(): Promise<void>;
}

/** @param answers JSON by address (`http://…`); anything else is not found, and nobody is there for `https://` */
export async function startNetwork(answers: Record<string, unknown>): Promise<Network> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const answer = answers[request.url ?? ''];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(answer === undefined ? '' : JSON.stringify(answer));
  });
  server.on('connect', ({ url }, socket) => {
    asked.push(`CONNECT ${url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  const { port } = address;
  return {
    asked,
    async open(engine) {
      const args = [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'];
      const browser = await openBrowser(engine, engine === 'chromium' ? { args } : {});
      if (engine === 'firefox') await inChrome(browser.browser, useProxy, port);
      return browser;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Runs in Firefox itself, which takes no proxy by its command line. */
function useProxy(port: number): void {
  const { prefs } = (
    globalThis as unknown as { Services: { prefs: Record<string, (name: string, value: unknown) => void> } }
  ).Services;
  for (const kind of ['http', 'ssl']) {
    prefs.setCharPref!(`network.proxy.${kind}`, '127.0.0.1');
    prefs.setIntPref!(`network.proxy.${kind}_port`, port);
  }
  prefs.setBoolPref!('network.proxy.allow_hijacking_localhost', true);
  prefs.setIntPref!('network.proxy.type', 1);
}
