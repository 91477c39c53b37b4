/** Ports between panels and the script in a tab that reads boards and mail. */
import * as v from 'valibot';
import { FromPanel, panelPort, ToPanel } from '@/utils/messages/panel';
import { browser } from './browser';

export interface PanelLink {
  send(message: FromPanel): void;
  close(): void;
}

/** From a panel in a frame on the page, over the port that our script there gave it. */
export function linkAround(greeted: Promise<MessagePort>, hear: (message: ToPanel) => void): PanelLink {
  let closed = false;
  void greeted.then((port) => {
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const parsed = v.safeParse(ToPanel, data);
      if (parsed.success && !closed) hear(parsed.output);
    };
  });
  return {
    send: (message) => void greeted.then((port) => port.postMessage(message)),
    close() {
      closed = true;
    },
  };
}

/**
 * From a panel beside the page.
 * @param onLost the script is not there, or went with its page
 */
export function linkTab(tab: number, hear: (message: ToPanel) => void, onLost: () => void): PanelLink {
  const port = browser.tabs.connect(tab, { name: panelPort, frameId: 0 });
  port.onMessage.addListener((message: unknown) => {
    const parsed = v.safeParse(ToPanel, message);
    if (parsed.success) hear(parsed.output);
  });
  port.onDisconnect.addListener(() => {
    void browser.runtime.lastError; // read, or Chromium complains of it
    onLost();
  });
  return { send: (message) => port.postMessage(message), close: () => port.disconnect() };
}

/**
 * In the script.
 * @param onLooking how many panels look at this page, whenever that changes
 * @returns tells all panels that look
 */
export function linkPanels(
  hear: (message: FromPanel) => void,
  onLooking: (panels: number) => void,
  signal: AbortSignal,
): (message: ToPanel) => void {
  const ports = new Set<ReturnType<typeof browser.tabs.connect>>();
  const connected = (port: ReturnType<typeof browser.tabs.connect>) => {
    // Content scripts are connected to by our own pages only (`onConnectExternal` is for others).
    if (port.name !== panelPort) return;
    ports.add(port);
    port.onMessage.addListener((message: unknown) => {
      const parsed = v.safeParse(FromPanel, message);
      if (parsed.success) hear(parsed.output);
    });
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      onLooking(ports.size);
    });
    onLooking(ports.size);
  };
  const disconnect = () => {
    for (const port of ports) port.disconnect();
    ports.clear();
  };
  browser.runtime.onConnect.addListener(connected);
  // Firefox keeps a page that was left, for going back, and its ports with it.
  const left = () => {
    disconnect();
    onLooking(0);
  };
  addEventListener('pagehide', left, { signal });
  signal.addEventListener('abort', () => {
    browser.runtime.onConnect.removeListener(connected);
    disconnect();
  });
  return (message) => {
    for (const port of ports) {
      try {
        port.postMessage(message);
      } catch {
        ports.delete(port); // its page came back from the cache of pages, the port did not
      }
    }
  };
}
