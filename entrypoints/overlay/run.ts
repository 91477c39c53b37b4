/** Composes the overlay: asks whether it may run here, starts it, and starts it anew when something changed. */
import { type Overlay, startOverlay } from '@/utils/page/overlay';
import { cardPage } from '@/utils/platform/frame-pages';
import { onNotice } from '@/utils/platform/notices';
import { pageScript } from '@/utils/platform/page-script';
import { watchUnloaded } from '@/utils/platform/script-life';

/** @param signal ends when a newer script takes over */
export function run(signal: AbortSignal): void {
  let overlay: Overlay | null = null;
  const script = pageScript(
    signal,
    (ask) => ask('page.start', {}),
    (said, { ask, on, fail, end }) => {
      overlay = null;
      if (!said.on) return;
      const { vocabulary } = said;
      // Where nothing is marked, no pointer is followed.
      if (said.settings.density !== 'none') watchUnloaded(end, on);
      overlay = startOverlay(
        said,
        {
          terms: (keys) => ask('page.terms', { vocabulary, keys }),
          define: (term, word, around) => ask('page.define', { vocabulary, term, word, around }),
          lookUp: (word, around) => ask('page.lookUp', { word, around }),
          concept: (concept, word) => ask('page.concept', { concept, word }),
        },
        cardPage(),
        {
          onStale: script.begin,
          onFailure: fail,
          // Who waits for it asks again with the next view.
          onMarked: () => void ask('page.marked', {}).catch(() => {}),
        },
        on,
      );
    },
  );
  onNotice(
    {
      changed: ({ script: name }) => (name === 'overlay' ? script.begin() : undefined),
      command({ command, where }) {
        if (where === 'card' && !overlay?.isCardOpen) return undefined;
        return overlay?.command(command) ?? false;
      },
      words: () => overlay?.words(),
      'show-word': ({ term }) => overlay?.showWord(term) ?? false,
    },
    script.alive,
  );
  script.begin();
}
