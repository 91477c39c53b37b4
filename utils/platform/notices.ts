/** From the background to the pages of a tab. */
import type { Notice } from '@/utils/messages/protocol';
import { browser } from './browser';

/**
 * Listens in a content script until `signal` ends.
 * @param listener its answer goes back; undefined keeps silent and leaves the answer to another frame
 */
export function onNotice(listener: (notice: Notice) => boolean | undefined, signal: AbortSignal): void {
  const listen = (value: unknown) => {
    if (typeof value !== 'object' || value === null || !('notice' in value)) return undefined;
    const answer = listener(value as Notice);
    return answer === undefined ? undefined : Promise.resolve(answer);
  };
  browser.runtime.onMessage.addListener(listen);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listen));
}

/**
 * Tells one tab, or one frame of it.
 * @returns the answer, undefined where all kept silent; null where our script does not run
 */
export async function tell(tab: number, notice: Notice, frame?: number): Promise<boolean | undefined | null> {
  const sent = browser.tabs.sendMessage(tab, notice, frame === undefined ? {} : { frameId: frame });
  return sent.then(
    (answer) => answer as boolean | undefined,
    () => null,
  );
}
