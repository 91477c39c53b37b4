import type { HandbookStatus } from '@/utils/messages/protocol';
import { useWords } from '../use-words';

/** A long list helps nobody more than its beginning, and a broken handbook may have thousands. */
const most = 200;

/** Entries of the handbook that could not be used: where, and what is wrong with them. */
export function SetAside({ problems }: Pick<HandbookStatus, 'problems'>) {
  const { t, count, trouble } = useWords();
  if (problems.length === 0) return null;
  return (
    <details class="fold set-aside">
      <summary>{t('handbook_set_aside', count(problems.length))}</summary>
      <p class="hint">{t('handbook_set_aside_hint')}</p>
      <ul>
        {problems.slice(0, most).map((problem, index) => (
          <li key={index}>{trouble(problem)}</li>
        ))}
      </ul>
      {problems.length > most && (
        <p class="hint">{t('handbook_set_aside_more', count(problems.length - most))}</p>
      )}
    </details>
  );
}
