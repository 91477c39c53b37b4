import type { SearchHit } from '@/utils/messages/protocol';
import { DepartmentChip } from './card/DepartmentChip';
import { Icon } from './Icon';
import { useWords } from './use-words';

interface Props {
  id: string;
  hit: SearchHit;
  /** The one that Enter opens. */
  active: boolean;
  onOpen: () => void;
}

/** One line of what was found: the term, whose it is, and its meaning as far as it fits. */
export function SearchResult({ id, hit, active, onOpen }: Props) {
  const { t } = useWords();
  return (
    // The keys are those of the search box, which keeps the focus (ARIA combobox pattern).
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div id={id} class="result" role="option" aria-selected={active} tabIndex={-1} onClick={onOpen}>
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
    </div>
  );
}
