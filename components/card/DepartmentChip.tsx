import type { Translate } from '@/utils/platform/translate';

/** Whose meaning it is; named in words, never by colour alone. */
export function DepartmentChip({
  name,
  isYours,
  t,
}: {
  name: string | undefined;
  isYours?: boolean;
  t: Translate;
}) {
  return (
    <span class={isYours ? 'chip yours' : 'chip'}>
      {name ?? t('card_whole_company')}
      {isYours && <span class="chip-note">{t('card_your_department')}</span>}
    </span>
  );
}
