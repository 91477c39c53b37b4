import type { SearchHit } from '@/utils/messages/protocol';
import type { Translate } from '@/utils/platform/translate';

interface NearMatchesProps {
  word: string;
  hits: readonly SearchHit[];
  t: Translate;
  onConcept(concept: string): void;
}

/** A word that the handbook lacks, and what comes near it. */
export function NearMatches({ word, hits, t, onConcept }: NearMatchesProps) {
  return (
    <>
      <p>{t('card_not_found', word)}</p>
      {hits.length > 0 && (
        <>
          <p class="why">{t('card_near')}</p>
          <ul class="near">
            {hits.map(({ concept, term, department, definition }) => (
              <li key={concept}>
                <button type="button" class="near-hit" onClick={() => onConcept(concept)}>
                  <span class="near-term" lang={term.language}>
                    {term.text}
                  </span>
                  {department && <span class="chip">{department}</span>}
                  <span class="near-text">{definition}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
