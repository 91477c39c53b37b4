import type { Reason } from '@/utils/messages/protocol';
import type { MessageKey, Translate } from '@/utils/platform/translate';

/** Why the first meaning leads, in one line; or that nothing tells. */
export function Why({
  reason,
  certain,
  leads,
  t,
}: {
  reason: Reason;
  certain: boolean;
  leads: boolean;
  t: Translate;
}) {
  if (!leads || reason.key === 'reason_only') return null;
  return <p class={certain ? 'why' : 'why unsure'}>{t(reason.key as MessageKey, ...reason.names)}</p>;
}
