import type { HandbookStatus } from '@/utils/messages/protocol';
import { Icon } from '../Icon';
import { Notice } from '../Notice';
import { useNow } from '../use-now';
import { useWords } from '../use-words';

interface Props {
  status: HandbookStatus;
  onRefresh: () => void;
  onSettings: () => void;
}

/** Which handbook answers, how old it is, and what to do when it could not be fetched. */
export function HandbookLine({ status, onRefresh, onSettings }: Props) {
  const { t, ago, trouble } = useWords();
  const now = useNow();
  const time = status.checkedAt ?? status.loadedAt;
  return (
    <footer class="handbook-line">
      {status.error && (
        <Notice
          tone="warn"
          action={
            <button type="button" class="button button-small" disabled={status.busy} onClick={onRefresh}>
              {t('handbook_try_again')}
            </button>
          }
        >
          {trouble(status.error)} {status.counts && t('handbook_still_used')}
        </Notice>
      )}
      <div class="handbook-line-row">
        <Icon name="book" />
        <p>
          <span class="handbook-line-name">{status.name ?? t('handbook_unnamed')}</span>
          {/* The age says when it was last seen to be current; a failure has its own line. */}
          <span class="hint">
            {status.busy ? t('handbook_busy') : time !== undefined && t('handbook_checked', ago(time, now))}
          </span>
        </p>
        <button type="button" class="button button-quiet" onClick={onSettings}>
          <Icon name="settings" />
          {t('page_settings')}
        </button>
      </div>
    </footer>
  );
}
