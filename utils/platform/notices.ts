/** From the background to the pages of a tab. */
import type { Notice } from '@/utils/messages/protocol';
import { browser } from './browser';

/** Listens in a content script until `signal` ends. */
export function onNotice(listener: (notice: Notice) => void, signal: AbortSignal): void {
  const listen = (value: unknown) => {
    if (typeof value === 'object' && value !== null && 'notice' in value) listener(value as Notice);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listen);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listen));
}

/**
 * Tells one tab, or one frame of it.
 * @returns false where our script does not run
 */
export async function tell(tab: number, notice: Notice, frame?: number): Promise<boolean> {
  const sent = browser.tabs.sendMessage(tab, notice, frame === undefined ? {} : { frameId: frame });
  return sent.then(
    () => true,
    () => false,
  );
}
