import type { Translate } from '@/utils/messages/translate';

interface DepartmentChipProps {
  /** Absent: it is the whole company's. */
  name: string | undefined;
  isYours?: boolean;
  t: Translate;
}

/** Whose meaning it is; named in words, never by colour alone. */
export function DepartmentChip({ name, isYours, t }: DepartmentChipProps) {
  return <span class={isYours ? 'chip yours' : 'chip'}>{name ?? t('card_whole_company')}</span>;
}
