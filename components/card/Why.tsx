import type { Reason } from '@/utils/messages/protocol';
import type { Translate } from '@/utils/messages/translate';

/** Nobody asks why an only meaning, or one that they opened themselves, comes first. */
const obvious = new Set(['reason_only', 'reason_chosen']);

/** Why the first meaning leads, in one line; or that nothing tells. */
export function Why({ reason, certain, t }: { reason: Reason; certain: boolean; t: Translate }) {
  if (obvious.has(reason.key)) return null;
  return <p class={certain ? 'why' : 'why unsure'}>{t(reason.key, ...reason.names)}</p>;
}
