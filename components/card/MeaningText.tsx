import { Prose } from '@/components/Prose';
import type { Meaning } from '@/utils/messages/protocol';
import type { Translate } from '@/utils/messages/translate';
import { Whose } from './Whose';

/** One department's meaning in a few lines. */
export function MeaningText({ meaning, isYours, t }: { meaning: Meaning; isYours: boolean; t: Translate }) {
  return (
    <div class="meaning">
      <p class="whose">
        <Whose meaning={meaning} isYours={isYours} t={t} />
        {meaning.status === 'draft' && <span class="state">{t('card_draft')}</span>}
        {meaning.status === 'retired' && <span class="state warn">{t('card_retired')}</span>}
        {meaning.reviewed?.overdue && <span class="state warn">{t('card_overdue')}</span>}
      </p>
      <Prose text={meaning.definition.text} lang={meaning.definition.language} />
    </div>
  );
}
