import { useEffect, useRef } from 'preact/hooks';
import { Logo } from '../Logo';
import { useWords } from '../use-words';
import { Preview } from './Preview';

interface Props {
  everywhere: boolean;
  onClose: () => void;
  onSettings: () => void;
}

/** The last thing to be said: what to do now. */
export function Finished({ everywhere, onClose, onSettings }: Props) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="finished">
      <Logo size={56} />
      <h1 ref={heading} tabIndex={-1}>
        {t('welcome_finished')}
      </h1>
      <p class="lead">{everywhere ? t('welcome_try_everywhere') : t('welcome_try_some')}</p>
      <Preview />
      <div class="actions">
        <button type="button" class="button button-main" onClick={onClose}>
          {t('welcome_close')}
        </button>
        <button type="button" class="button" onClick={onSettings}>
          {t('page_settings')}
        </button>
      </div>
    </div>
  );
}
