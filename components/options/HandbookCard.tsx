import type { HandbookStatus } from '@/utils/messages/protocol';
import { HandbookCounts } from '../HandbookCounts';
import { Icon } from '../Icon';
import { Notice } from '../Notice';
import { useNow } from '../use-now';
import { useWords } from '../use-words';
import { SetAside } from './SetAside';

interface Props {
  status: HandbookStatus;
  onRefresh: () => void;
}

/** The handbook in use: what it is, how old, and what went wrong. */
export function HandbookCard({ status, onRefresh }: Props) {
  const { t, ago, distance, moment, trouble } = useWords();
  const now = useNow();
  const times = [
    [t('handbook_loaded_at'), status.loadedAt],
    [t('handbook_checked_at'), status.checkedAt],
    [t('handbook_failed_at'), status.error?.at],
    [t('handbook_next_check'), status.nextCheckAt],
  ] as const;
  const age = (time: number) => (time > now ? (distance(time, now) ?? t('time_soon')) : ago(time, now));
  return (
    <div class="handbook-card">
      <div class="handbook-card-head">
        <div>
          <p class="handbook-card-name">{status.name ?? t('handbook_unnamed')}</p>
          {status.source === 'address' && <p class="hint handbook-card-address">{status.address}</p>}
          {status.revision && <p class="hint">{t('handbook_revision', status.revision)}</p>}
        </div>
        <button type="button" class="button" disabled={status.busy} onClick={onRefresh}>
          <Icon name="refresh" />
          {t('handbook_refresh')}
        </button>
      </div>
      <div role="status">
        {status.busy && (
          <>
            <span class="unseen">{t('handbook_busy')}</span>
            <div class="progress" />
          </>
        )}
        {!status.busy && status.error && (
          <Notice tone="bad">
            {trouble(status.error)} {status.counts && t('handbook_still_used')}
          </Notice>
        )}
      </div>
      {status.counts && <HandbookCounts counts={status.counts} />}
      <dl class="times">
        {times.map(
          ([name, time]) =>
            time !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <time dateTime={new Date(time).toISOString()} title={moment(time)}>
                    {age(time)}
                  </time>
                </dd>
              </div>
            ),
        )}
      </dl>
      <SetAside problems={status.problems} />
    </div>
  );
}
