/** Asks the background; the only way from a page to what is kept. */
import { browser } from '@/utils/platform/browser';
import type { Answer, MessageName, Params } from './protocol';

/** What `serve` sends back. */
export type Reply = { ok: true; answer: unknown } | { ok: false; error: string };

export type Send = <N extends MessageName>(name: N, params: Params<N>) => Promise<Answer<N>>;

/**
 * @param name a message of the protocol
 * @returns its answer; rejects when the background refuses the message or is gone
 */
export const send: Send = async <N extends MessageName>(name: N, params: Params<N>) => {
  const reply = (await browser.runtime.sendMessage({ message: name, params })) as Reply | undefined;
  if (!reply) throw new Error(`No answer to ${name}`);
  if (!reply.ok) throw new Error(`${name}: ${reply.error}`);
  return reply.answer as Answer<N>;
};
