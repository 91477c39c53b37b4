/** Composes the overlay: asks whether it may run here, starts it, and starts it anew when something changed. */
import type { Notice } from '@/utils/messages/protocol';
import { send, Unloaded } from '@/utils/messages/send';
import { type Overlay, startOverlay } from '@/utils/page/overlay';
import { onNotice } from '@/utils/platform/notices';

/** @param signal ends when the extension is updated or removed */
export async function run(signal: AbortSignal): Promise<void> {
  let current: { overlay: Overlay; end: AbortController } | null = null;
  onNotice((notice: Notice) => {
    if (notice.notice === 'changed') void begin();
    else current?.overlay.command(notice.command);
  }, signal);
  await begin();

  async function begin(): Promise<void> {
    const start = await send('page.start', {}).catch(quietlyUnloaded);
    current?.end.abort();
    current = null;
    if (!start?.on || signal.aborted) return;
    const end = new AbortController();
    const { vocabulary } = start;
    const overlay = startOverlay(
      start,
      {
        terms: (keys) => send('page.terms', { vocabulary, keys }),
        define: (term, word, around) => send('page.define', { vocabulary, term, word, around }),
        lookUp: (word, around) => send('page.lookUp', { word, around }),
        concept: (concept, around) => send('page.concept', { concept, around }),
      },
      () => void begin(),
      AbortSignal.any([signal, end.signal]),
    );
    current = { overlay, end };
  }
}

function quietlyUnloaded(error: unknown): null {
  if (!(error instanceof Unloaded)) throw error;
  return null;
}
