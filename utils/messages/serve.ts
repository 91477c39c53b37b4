/** Answers messages in the background: checks who asks and what is asked before any handler sees it. */
import * as v from 'valibot';
import { type Sender, transport } from '@/utils/platform/transport';
import { type Answer, type MessageName, type ParsedParams, type Protocol, protocol } from './protocol';
import type { Reply } from './send';

/** Where a message came from. `url` is that of the sending frame, or of its page where the frame has none. */
export interface Asker {
  url: string;
  /** The tab it stands in; absent for the popup and the like. */
  tab?: number;
  /** That tab is of a private window. */
  incognito?: boolean;
}

export type Handlers = {
  [N in MessageName]: (params: ParsedParams<N>, asker: Asker) => Answer<N> | Promise<Answer<N>>;
};

const isEnvelope = (value: unknown): value is { message: string; params: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  'message' in value &&
  typeof value.message === 'string' &&
  'params' in value;

/** Starts to answer; to be called while the background starts, or its first messages are lost. */
export function serve(handlers: Handlers): void {
  const own = transport.own();
  transport.onRequest((value, sender) =>
    isEnvelope(value) ? answer(value, sender, own, handlers) : undefined,
  );
}

/**
 * @param own this extension's id, and the address all its pages begin with
 * @returns the handler's answer, or why there is none
 */
export async function answer(
  { message, params }: { message: string; params: unknown },
  sender: Sender,
  own: { id: string; origin: string },
  handlers: Handlers,
): Promise<Reply> {
  if (sender.id !== own.id) return { ok: false, error: 'another extension' };
  if (!Object.hasOwn(protocol, message)) return { ok: false, error: 'unknown message' };
  const name = message as MessageName;
  // The card's frame stands in foreign pages and has nothing to ask.
  if (isCard(sender.url, own.origin)) return { ok: false, error: 'not for the card' };
  const fromExtension = sender.url?.startsWith(own.origin) ?? false;
  if (protocol[name].from === 'extension' && !fromExtension) return { ok: false, error: 'not for pages' };
  const parsed = v.safeParse(protocol[name].params as Protocol[MessageName]['params'], params);
  if (!parsed.success) return { ok: false, error: `wrong parameters: ${v.summarize(parsed.issues)}` };
  // A frame without an address of its own (about:blank, srcdoc) stands for its page.
  const url = sender.url && /^https?:/.test(sender.url) ? sender.url : (sender.tab?.url ?? sender.url ?? '');
  const handle = handlers[name] as (params: unknown, asker: Asker) => unknown;
  try {
    return {
      ok: true,
      answer: await handle(parsed.output, {
        url,
        ...(sender.tab?.id !== undefined && { tab: sender.tab.id }),
        ...(sender.tab?.incognito && { incognito: true }),
      }),
    };
  } catch (error) {
    console.error(`${name}:`, error);
    return { ok: false, error: 'failed' };
  }
}

/** Chromium may tell the frame's address as it was made anew at the browser's start, so the host says nothing. */
function isCard(url: string | undefined, origin: string): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  const { protocol, pathname } = new URL(url);
  return protocol === new URL(origin).protocol && pathname === '/card.html';
}
