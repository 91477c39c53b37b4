/** Asks the background; the only way from a page to what is kept. */
import { transport } from '@/utils/platform/transport';
import type { Answer, MessageName, Params } from './protocol';

/** What `serve` sends back. */
export type Reply = { ok: true; answer: unknown } | { ok: false; error: string };

export type Send = <N extends MessageName>(name: N, params: Params<N>) => Promise<Answer<N>>;

/** The extension was updated or removed while this page stayed open: nothing can be asked any more. */
export class Unloaded extends Error {
  override name = 'Unloaded';
}

/**
 * @param name a message of the protocol
 * @returns its answer; rejects when the background refuses the message or does not answer
 * @throws {Unloaded} when this script outlived its extension
 */
export const send: Send = async <N extends MessageName>(name: N, params: Params<N>) => {
  let reply: Reply | undefined;
  try {
    reply = (await transport.request({ message: name, params })) as Reply | undefined;
  } catch (error) {
    // Chromium says "Extension context invalidated", Firefox several things; the id is gone in both.
    throw transport.isUnloaded() ? new Unloaded() : error;
  }
  if (!reply) throw new Error(`No answer to ${name}`);
  if (!reply.ok) throw new Error(`${name}: ${reply.error}`);
  return reply.answer as Answer<N>;
};
