import { useEffect, useRef, useState } from 'preact/hooks';
import type { Stored } from '@/utils/messages/protocol';
import type { MessageKey } from '@/utils/messages/translate';
import { Notice } from '../Notice';
import { useWords } from '../use-words';
import { Section } from './Section';

interface Props {
  stored: Stored;
  /** Everything was just deleted. */
  deleted: boolean;
  onDelete: () => void;
  onStart: () => void;
}

const settingNames: Record<string, MessageKey> = {
  source: 'handbook_source',
  address: 'handbook_address',
  authorization: 'handbook_authorization',
  cookies: 'handbook_cookies',
  refreshEvery: 'handbook_every',
  department: 'options_department',
  language: 'options_language',
  contentLanguage: 'options_content_language',
  density: 'options_density',
  theme: 'options_theme',
  hints: 'options_hints',
  sites: 'options_sites',
};

/** What is kept on this machine, and a way to be rid of it that cannot be pressed by accident. */
export function StoredSection({ stored, deleted, onDelete, onStart }: Props) {
  const { t, count, size, language } = useWords();
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);
  const kept = stored.settings.flatMap((name) => (settingNames[name] ? [t(settingNames[name])] : []));
  return (
    <Section id="stored">
      <div class="block">
        <p>{t('options_stored_text')}</p>
        <dl class="stored-facts">
          <dt>{t('stored_handbook')}</dt>
          <dd>
            {stored.handbook
              ? t('stored_meanings', count(stored.meanings), size(stored.bytes))
              : t('stored_none')}
          </dd>
          <dt>{t('stored_settings')}</dt>
          <dd>{kept.length > 0 ? new Intl.ListFormat(language).format(kept) : t('stored_none')}</dd>
        </dl>
      </div>
      <div class="block" role="status">
        {deleted && (
          <Notice
            tone="good"
            action={
              <button type="button" class="button button-small" onClick={onStart}>
                {t('stored_start')}
              </button>
            }
          >
            {t('stored_deleted')}
          </Notice>
        )}
        {asking ? (
          <div class="confirm">
            <p>{t('stored_sure')}</p>
            <div class="actions">
              <button
                type="button"
                class="button button-bad"
                onClick={() => {
                  setAsking(false);
                  onDelete();
                }}
              >
                {t('stored_delete_now')}
              </button>
              <button ref={keep} type="button" class="button" onClick={() => setAsking(false)}>
                {t('stored_keep')}
              </button>
            </div>
          </div>
        ) : (
          <button type="button" class="button" onClick={() => setAsking(true)}>
            {t('stored_delete')}
          </button>
        )}
      </div>
    </Section>
  );
}
