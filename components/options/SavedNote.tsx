import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../Icon';
import { useWords } from '../use-words';

/** Says quietly that a change was kept. `times`: how often something was saved on this page. */
export function SavedNote({ times }: { times: number }) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (times === 0) return;
    setShown(true);
    const timer = setTimeout(() => setShown(false), 2000);
    return () => clearTimeout(timer);
  }, [times]);
  return (
    <div class="saved" role="status">
      {shown && (
        <span class="saved-note">
          <Icon name="check" />
          {t('options_saved')}
        </span>
      )}
    </div>
  );
}
