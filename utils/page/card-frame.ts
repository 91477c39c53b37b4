/**
 * The frame that shows the card: a page of the extension, so of another origin than the site. A closed shadow root alone
 * keeps no secrets: window.find reads it in Chromium and Firefox, and Firefox hands its nodes to the page in
 * Event.rangeParent and Event.originalTarget (docs/security.md).
 */
import type { FromCard, Opening, ToCard } from '@/utils/messages/card';

/** Where the extension's page stands. */
export interface CardPage {
  url: string;
  origin: string;
}

export interface CardFrame {
  /** Says it to the frame, if it is there; one that is still loading will be told the opening. */
  send(message: ToCard): void;
}

/**
 * Loads the page whenever the frame comes into a document.
 * @param opening what is open, for a frame that has just loaded; null: nothing
 * @param hear told what the frame says
 */
export function connectCardFrame(
  frame: HTMLIFrameElement,
  page: CardPage,
  opening: () => Opening | null,
  hear: (message: FromCard) => void,
): CardFrame {
  let port: MessagePort | null = null;
  frame.allow = 'clipboard-write';
  // A page that is isolated (COEP) takes only frames without credentials.
  frame.setAttribute('credentialless', '');
  frame.addEventListener('load', () => {
    port?.close();
    port = null;
    // The address is given here and not in `src`, where a page could read it: in Firefox it names this copy of the
    // extension. (There our scripts may look into our own pages, so that a document is to be seen says nothing.)
    if (frame.contentDocument?.URL === 'about:blank') load();
    else connect();
  });

  function load(): void {
    try {
      frame.contentWindow?.location.replace(page.url);
    } catch {
      frame.src = page.url; // a sandboxed frame may not give addresses to frames around it, but set attributes there
    }
  }

  function connect(): void {
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data }: MessageEvent<FromCard>) => hear(data);
    frame.contentWindow?.postMessage('common-ground', page.origin, [channel.port2]);
    const open = opening();
    if (open) send({ say: 'open', opening: open });
  }

  function send(message: ToCard): void {
    port?.postMessage(message);
  }

  return { send };
}
