import type { DraftWord, Reading } from '@/utils/messages/draft';
import { useWords } from '../use-words';
import { Worded } from '../Worded';
import { Part } from './Part';

interface Props {
  words: DraftWord[];
  onReplace: (word: string, other: string) => void;
  onNote: (note: string) => void;
}

/** Words of what is being written that its readers take differently. Nothing is changed unless it is pressed. */
export function DraftPart({ words, onReplace, onNote }: Props) {
  const { t } = useWords();
  if (words.length === 0) return null;
  return (
    <Part id="draft" title="panel_draft" count={words.length}>
      <ul class="draft-words">
        {words.map(({ word, yours, theirs, instead, note }) => (
          <li key={word}>
            <h3>{word}</h3>
            <dl class="readings">
              {yours && <Means reading={yours} name={t('panel_you_mean')} />}
              {theirs.map((reading) => (
                <Means
                  key={reading.department?.id}
                  reading={reading}
                  name={t('panel_reads', reading.department?.name ?? t('card_whole_company'))}
                />
              ))}
            </dl>
            <div class="actions">
              {instead.map((other) => (
                <button
                  key={other}
                  type="button"
                  class="button button-small"
                  onClick={() => onReplace(word, other)}
                >
                  {t('panel_write', other)}
                </button>
              ))}
              {note && (
                <button type="button" class="button button-small" onClick={() => onNote(note)}>
                  {t('panel_add_note')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Means({ name, reading }: { name: string; reading: Reading }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Worded text={reading.definition} />
      </dd>
    </div>
  );
}
