import type { SearchHit } from '@/utils/messages/protocol';
import { DepartmentChip } from './card/DepartmentChip';
import { Icon } from './Icon';
import { useWords } from './use-words';

/** One line of what was found: the term, whose it is, and its meaning as far as it fits. */
export function SearchResult({ hit }: { hit: SearchHit }) {
  const { t } = useWords();
  return (
    <>
      <span class="result-head">
        <span class="result-term" lang={hit.term.language}>
          {hit.term.text}
        </span>
        <DepartmentChip name={hit.department} t={t} />
        {hit.contested && (
          <span class="result-contested">
            <Icon name="contested" />
            {t('search_contested')}
          </span>
        )}
      </span>
      <span class="result-definition" lang={hit.definition.language}>
        {hit.definition.text}
      </span>
    </>
  );
}
