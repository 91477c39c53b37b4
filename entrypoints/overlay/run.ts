/** Composes the overlay: asks whether it may run here, starts it, and starts it anew when something changed. */
import type { Notice } from '@/utils/messages/protocol';
import { type Send, send, Unloaded } from '@/utils/messages/send';
import { type Overlay, startOverlay } from '@/utils/page/overlay';
import { cardPage } from '@/utils/platform/card-page';
import { onNotice } from '@/utils/platform/notices';
import { watchUnloaded } from '@/utils/platform/script-life';

/** ms until a page that failed begins again: doubled each time, up to the longest */
const firstWait = 1000;
const longestWait = 60_000;

/** @param signal ends when a newer script takes over */
export function run(signal: AbortSignal): void {
  const over = new AbortController();
  const alive = AbortSignal.any([signal, over.signal]);
  let current: { overlay: Overlay; end: AbortController } | null = null;
  let begun = 0;
  let failures = 0;
  onNotice(hear, alive);
  /** Once the extension is gone, all ends and nothing is answered any more. */
  const ask: Send = (name, params) =>
    send(name, params).catch((error: unknown) => {
      if (!(error instanceof Unloaded)) throw error;
      over.abort();
      return new Promise<never>(() => {});
    });
  begin();

  function hear(notice: Notice): boolean | undefined {
    if (notice.notice === 'changed') {
      begin();
      return undefined;
    }
    const overlay = current?.overlay;
    if (notice.where === 'card' && !overlay?.isCardOpen) return undefined;
    return overlay?.command(notice.command) ?? false;
  }

  function begin(): void {
    start().catch(beginLater);
  }

  /** Storage or the background may fail for a moment; whoever asks again is not to make it worse. */
  function beginLater(error: unknown): void {
    console.warn('Common Ground begins again later:', error);
    const wait = Math.min(longestWait, firstWait * 2 ** failures++);
    const timer = setTimeout(begin, wait);
    alive.addEventListener('abort', () => clearTimeout(timer));
  }

  async function start(): Promise<void> {
    const turn = ++begun;
    const said = await ask('page.start', {});
    if (turn !== begun) return; // something changed meanwhile, and was asked for anew
    current?.end.abort();
    current = null;
    if (!said.on || alive.aborted) return;
    const end = new AbortController();
    const { vocabulary } = said;
    const on = AbortSignal.any([alive, end.signal]);
    // Where nothing is marked, no pointer is followed.
    if (said.settings.density !== 'none') watchUnloaded(() => over.abort(), on);
    const overlay = startOverlay(
      said,
      {
        terms: (keys) => ask('page.terms', { vocabulary, keys }),
        define: (term, word, around) => ask('page.define', { vocabulary, term, word, around }),
        lookUp: (word, around) => ask('page.lookUp', { word, around }),
        concept: (concept, word) => ask('page.concept', { concept, word }),
      },
      cardPage(),
      { onStale: begin, onFailure: beginLater },
      on,
    );
    current = { overlay, end };
  }
}
