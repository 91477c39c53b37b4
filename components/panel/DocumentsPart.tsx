import type { Context } from '@/utils/messages/context';
import { Icon } from '../Icon';
import { useWords } from '../use-words';
import { Worded } from '../Worded';
import { Part } from './Part';

type Props = Pick<Context, 'documents' | 'decisions' | 'lessons'>;

/** What the project's people read, what was decided and why, and what was learnt. */
export function DocumentsPart({ documents, decisions, lessons }: Props) {
  const { t } = useWords();
  const count = documents.length + decisions.length + lessons.length;
  if (count === 0) return null;
  return (
    <Part id="documents" title="panel_documents" count={count}>
      {documents.length > 0 && (
        <ul class="documents">
          {documents.map(({ title, url }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer noopener">
                <Worded text={title} />
                <Icon name="link" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {decisions.length > 0 && (
        <>
          <h3>{t('panel_decisions')}</h3>
          <ul class="dated">
            {decisions.map(({ date, what, why, outcome }) => (
              <li key={`${date} ${what.text}`}>
                <Day date={date} />
                <p>
                  <Worded text={what} />
                </p>
                <p class="hint">
                  <Worded text={why} />
                </p>
                {outcome && (
                  <p class="hint">
                    {t('panel_outcome')} <Worded text={outcome} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {lessons.length > 0 && (
        <>
          <h3>{t('panel_lessons')}</h3>
          <ul class="dated">
            {lessons.map(({ date, text, from }) => (
              <li key={`${date} ${text.text}`}>
                <Day date={date} />
                <p>
                  <Worded text={text} />
                </p>
                {from && <p class="hint">{from.name}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

function Day({ date }: { date: string }) {
  const { day } = useWords();
  return <time dateTime={date}>{day(date)}</time>;
}
