import { Notice } from './Notice';
import { useWords } from './use-words';

/** The background does not answer, for instance because the extension was just updated. */
export function Failure({ onRetry }: { onRetry: () => void }) {
  const { t } = useWords();
  return (
    <div role="alert">
      <Notice
        tone="bad"
        action={
          <button type="button" class="button button-small" onClick={onRetry}>
            {t('page_retry')}
          </button>
        }
      >
        {t('page_failed')}
      </Notice>
    </div>
  );
}
