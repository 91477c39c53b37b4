import type { Meaning } from '@/utils/messages/protocol';
import type { Translate } from '@/utils/messages/translate';
import { DepartmentChip } from './DepartmentChip';

/** Whose meaning it is, as the beginning of a sentence: "[Sales] means", "your team, [R&D], means". */
export function Whose({ meaning, isYours, t }: { meaning: Meaning; isYours: boolean; t: Translate }) {
  const chip = <DepartmentChip name={meaning.department?.name} isYours={isYours} t={t} />;
  if (!meaning.department) return chip;
  // The department stands in a chip within the sentence.
  const [before, after] = t(isYours ? 'card_your_team_means' : 'card_means', '\n').split('\n');
  return (
    <>
      {before?.trim() && <span class="says">{before.trim()}</span>}
      {chip}
      {after?.trim() && <span class="says">{after.trim()}</span>}
    </>
  );
}
