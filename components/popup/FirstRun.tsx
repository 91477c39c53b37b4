import { Logo } from '../Logo';
import { useWords } from '../use-words';

/** Before there is a handbook, only one thing is worth doing. */
export function FirstRun({ onChoose }: { onChoose: () => void }) {
  const { t } = useWords();
  return (
    <section class="first-run">
      <Logo size={64} />
      <h2>{t('popup_first_title')}</h2>
      <p>{t('popup_first_text')}</p>
      <button type="button" class="button button-main" onClick={onChoose}>
        {t('popup_first_choose')}
      </button>
    </section>
  );
}
