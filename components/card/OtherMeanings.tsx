import type { Definition } from '@/utils/messages/protocol';
import type { Translate } from '@/utils/messages/translate';

interface OtherMeaningsProps {
  definition: Definition;
  shown: number;
  t: Translate;
  onShow(index: number): void;
}

/** All meanings of a contested term by department; the one on show is pressed. */
export function OtherMeanings({ definition, shown, t, onShow }: OtherMeaningsProps) {
  const { meanings, yours } = definition;
  if (meanings.length < 2) return null;
  return (
    <fieldset class="others" aria-label={t('card_meanings')}>
      {meanings.map(({ concept, department, status }, index) => (
        <button
          key={concept}
          type="button"
          class={status === 'retired' ? 'choice retired' : 'choice'}
          aria-pressed={index === shown}
          onClick={() => onShow(index)}
        >
          {department?.name ?? t('card_whole_company')}
          {index === yours && <span class="chip-note">{t('card_yours')}</span>}
        </button>
      ))}
    </fieldset>
  );
}
