/** What the panel needs from the browser: which tab it belongs to, and what is said there. */
import type { ToPanel } from '@/utils/messages/panel';
import { browser } from './browser';
import { linkAround, linkTab, type PanelLink } from './panel-link';

/** The browser as the panel sees it; passed in, so that the panel can be tried without one. */
export interface PanelBrowser {
  /** What a frame on a page shows to be let in; null: the panel stands beside the page, in the browser's own side bar. */
  pass: string | null;
  /** In a private window nothing is kept. */
  private: boolean;
  /** Told of the tab in front, now and whenever another comes there; null: none. */
  onFront(listener: (tab: number | null) => void, signal: AbortSignal): void;
  link(tab: number, hear: (message: ToPanel) => void, onLost: () => void): PanelLink;
  /** Address and title of a tab; null where they may not be known. */
  page(tab: number): Promise<{ url: string; title: string } | null>;
  openWelcome(): Promise<void>;
}

// A page that puts us in a frame of its own has no pass; beside the page we are no frame.
const pass = window.parent === window ? null : location.hash.slice(1);

/** The port of our script on the page around us, which alone knows the pass. To be heard before anything is awaited. */
const greeted = new Promise<MessagePort>((resolve) => {
  addEventListener('message', ({ data, ports: [port] }) => {
    if (port && pass && data === pass) resolve(port);
  });
});

export const panelBrowser: PanelBrowser = {
  pass,
  private: browser.extension.inIncognitoContext === true,
  onFront(listener, signal) {
    let here: number | undefined;
    const look = async () => {
      const [tab] = await browser.tabs.query({
        active: true,
        windowId: here ?? browser.windows.WINDOW_ID_CURRENT,
      });
      here ??= tab?.windowId;
      if (!signal.aborted) listener(tab?.id ?? null);
    };
    const activated = ({ windowId }: { windowId: number }) => {
      if (here === undefined || windowId === here) void look();
    };
    browser.tabs.onActivated.addListener(activated);
    signal.addEventListener('abort', () => browser.tabs.onActivated.removeListener(activated));
    void look();
  },
  // In a frame on a page Firefox gives us no `tabs`.
  link: pass === null ? linkTab : (_tab, hear) => linkAround(greeted, hear),
  async page(id) {
    const { url, title } = await browser.tabs.get(id);
    return url && /^https?:/.test(url) ? { url, title: title ?? '' } : null;
  },
  async openWelcome() {
    await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
  },
};
