import type { SearchHit } from '@/utils/messages/protocol';
import type { Translate } from '@/utils/messages/translate';
import { DepartmentChip } from './DepartmentChip';

interface NearMatchesProps {
  word: string;
  hits: readonly SearchHit[];
  t: Translate;
  onConcept(concept: string, word: string): void;
}

/** A word that the handbook lacks, and the terms that come near it. */
export function NearMatches({ word, hits, t, onConcept }: NearMatchesProps) {
  return (
    <>
      <p>{t('card_not_found', word)}</p>
      {hits.length > 0 && (
        <>
          <p class="why">{t('card_near')}</p>
          <ul class="near">
            {byTerm(hits).map((same) => (
              <li key={same[0].concept}>
                <button
                  type="button"
                  class="near-hit"
                  onClick={() => onConcept(same[0].concept, same[0].term.text)}
                >
                  <span class="near-term" lang={same[0].term.language}>
                    {same[0].term.text}
                  </span>
                  {same.map(({ concept, department }) => (
                    <DepartmentChip key={concept} name={department} t={t} />
                  ))}
                  {same.length === 1 && (
                    <span class="near-text" lang={same[0].definition.language}>
                      {same[0].definition.text}
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type Same = [SearchHit, ...SearchHit[]];

/** @returns hits in their order, those of one term together */
function byTerm(hits: readonly SearchHit[]): Same[] {
  const terms = new Map<string, Same>();
  for (const hit of hits) {
    const same = terms.get(hit.term.text);
    if (same) same.push(hit);
    else terms.set(hit.term.text, [hit]);
  }
  return [...terms.values()];
}
