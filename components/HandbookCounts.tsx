import type { HandbookStatus } from '@/utils/messages/protocol';
import { useWords } from './use-words';

/** What is in the handbook, in four numbers. */
export function HandbookCounts({ counts }: { counts: NonNullable<HandbookStatus['counts']> }) {
  const { t, count } = useWords();
  const numbers = [
    [t('handbook_concepts'), counts.concepts],
    [t('handbook_contested'), counts.contested],
    [t('handbook_departments'), counts.departments],
    [t('handbook_projects'), counts.projects],
  ] as const;
  return (
    <dl class="counts">
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
