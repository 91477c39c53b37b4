/**
 * A frame on a page that shows a page of the extension, so of another origin than the site. A closed shadow root alone keeps
 * no secrets: window.find reads it in Chromium and Firefox, and Firefox hands its nodes to the page in Event.rangeParent and
 * Event.originalTarget (docs/security.md). In Firefox such a frame has no more of the extension's API than a content script,
 * so what it needs of the page around it comes over a port.
 */

/** ms until a page whose address could not be had is asked for once more */
const retryAfter = 2000;

/** Where the extension's page stands, and what it is greeted with. */
export interface FramePage {
  url: string;
  origin: string;
  /** By this it knows us from the page. */
  greeting: string;
}

export interface OwnFrame<To> {
  /** Says it to the frame, if it is there. */
  send(message: To): void;
}

/**
 * Loads the page whenever the frame comes into a document.
 * @param page asked for each time it loads
 * @param onReady the frame has loaded, and will hear what is said
 * @param hear told what the frame says
 */
export function connectOwnFrame<To, From>(
  frame: HTMLIFrameElement,
  page: () => FramePage | Promise<FramePage>,
  { onReady, hear }: { onReady(): void; hear(message: From): void },
): OwnFrame<To> {
  let port: MessagePort | null = null;
  let shown: FramePage | null = null;
  frame.allow = 'clipboard-write';
  frame.addEventListener('load', () => {
    port?.close();
    port = null;
    // The address is given here and not in `src`, where a page could read it: in Firefox it names this copy of the
    // extension. (There our scripts may look into our own pages, so that a document is to be seen says nothing.)
    if (frame.contentDocument?.URL === 'about:blank') load().catch(() => setTimeout(loadAgain, retryAfter));
    else connect();
  });

  /** The background may be about to begin anew. */
  function loadAgain(): void {
    if (frame.isConnected) load().catch((error: unknown) => console.warn('Common Ground:', error));
  }

  async function load(): Promise<void> {
    shown = await page();
    try {
      frame.contentWindow?.location.replace(shown.url);
    } catch {
      frame.src = shown.url; // a sandboxed frame may not give addresses to frames around it, but set attributes there
    }
  }

  function connect(): void {
    if (!shown) return;
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data }: MessageEvent<From>) => hear(data);
    frame.contentWindow?.postMessage(shown.greeting, shown.origin, [channel.port2]);
    onReady();
  }

  return {
    send(message) {
      port?.postMessage(message);
    },
  };
}
