import { Icon } from '../Icon';
import { useWords } from '../use-words';

/** A picture of a marked word and its card. Drawn, since no extension may work on its own pages. */
export function Preview() {
  const { t } = useWords();
  return (
    <figure class="preview">
      <div class="preview-window" role="img" aria-label={t('preview_label')}>
        <div class="preview-bar">
          <i />
          <i />
          <i />
        </div>
        <div class="preview-mail">
          <div class="preview-from">
            <span class="preview-face">{t('preview_sender_initial')}</span>
            <span>
              <b>{t('preview_sender')}</b>
              <span class="hint">{t('preview_sender_department')}</span>
            </span>
          </div>
          <p>
            {t('preview_before')}
            <span class="preview-word">
              <u>{t('preview_word')}</u>
              <svg class="preview-pointer" viewBox="0 0 16 20" aria-hidden="true">
                <path d="M1 1v15l4-3.8L7.7 19l2.8-1.1-2.7-6.400H13Z" />
              </svg>
            </span>
            {t('preview_after')}
          </p>
          <div class="preview-card">
            <p class="preview-term">
              {t('preview_word')} <span>{t('preview_counterpart')}</span>
            </p>
            <p>
              <span class="chip">{t('preview_sales')}</span>
            </p>
            <p>{t('preview_sales_means')}</p>
            <div class="preview-yours">
              <p>
                <span class="chip chip-contested">
                  <Icon name="contested" />
                  {t('preview_yours')}
                </span>
              </p>
              <p>{t('preview_yours_means')}</p>
            </div>
          </div>
        </div>
      </div>
      <figcaption class="hint">{t('preview_caption')}</figcaption>
    </figure>
  );
}
