import { useState } from 'preact/hooks';
import type { Settings } from '@/utils/store/settings';
import { Field } from '../Field';
import { Icon } from '../Icon';
import { Notice } from '../Notice';
import { useWords } from '../use-words';
import { Section } from './Section';

interface Props {
  settings: Pick<Settings, 'trelloKey' | 'trelloToken'>;
  /** Access to Trello's API was refused. */
  denied: boolean;
  onConnect: (key: string, token: string) => void;
  onDisconnect: () => void;
}

/** Where the reader's own key and token are made. */
const keysPage = 'https://trello.com/power-ups/admin';

export function TrelloSection({ settings, denied, onConnect, onDisconnect }: Props) {
  const { t } = useWords();
  const [key, setKey] = useState('');
  const [token, setToken] = useState('');
  const connected = settings.trelloKey !== '' && settings.trelloToken !== '';
  return (
    <Section id="trello">
      <p class="block hint">
        {t('trello_text')}{' '}
        <a href={keysPage} target="_blank" rel="noreferrer noopener">
          {t('trello_where')}
          <Icon name="link" />
        </a>
      </p>
      {denied && (
        <div class="block">
          <Notice tone="warn">{t('trello_denied')}</Notice>
        </div>
      )}
      {connected ? (
        <div class="block">
          <Notice
            tone="good"
            action={
              <button type="button" class="button button-small" onClick={onDisconnect}>
                {t('trello_disconnect')}
              </button>
            }
          >
            {t('trello_connected')}
          </Notice>
        </div>
      ) : (
        <form
          class="block sign-in"
          onSubmit={(event) => {
            event.preventDefault();
            if (key.trim() && token.trim()) onConnect(key.trim(), token.trim());
          }}
        >
          <Field label={t('trello_key')}>
            {(ids) => (
              <input
                {...ids}
                type="text"
                autocomplete="off"
                spellcheck={false}
                maxLength={200}
                required
                value={key}
                onInput={({ currentTarget }) => setKey(currentTarget.value)}
              />
            )}
          </Field>
          <Field label={t('trello_token')}>
            {(ids) => (
              <input
                {...ids}
                type="password"
                autocomplete="off"
                maxLength={400}
                required
                value={token}
                onInput={({ currentTarget }) => setToken(currentTarget.value)}
              />
            )}
          </Field>
          <button type="submit" class="button">
            {t('trello_connect')}
          </button>
        </form>
      )}
    </Section>
  );
}
