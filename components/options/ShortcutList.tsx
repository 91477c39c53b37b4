import type { MessageKey } from '@/utils/messages/translate';
import type { Shortcut } from '@/utils/platform/page-browser';
import { useWords } from '../use-words';

interface Props {
  shortcuts: Shortcut[];
  onChange: () => void;
}

const names: Record<string, MessageKey> = {
  'define-selection': 'manifest_command_define',
  'next-term': 'manifest_command_next',
  'previous-term': 'manifest_command_previous',
};

/** The keys as the browser has them: it alone can change them. */
export function ShortcutList({ shortcuts, onChange }: Props) {
  const { t } = useWords();
  const ours = shortcuts.flatMap(({ name, keys }) => (names[name] ? [[t(names[name]), keys] as const] : []));
  return (
    <div class="block">
      <div class="block-head">
        <p class="block-title">{t('options_shortcuts')}</p>
        <button type="button" class="button button-small" onClick={onChange}>
          {t('options_shortcuts_change')}
        </button>
      </div>
      <dl class="shortcuts">
        {ours.map(([name, keys]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {keys ? (
                keys.split('+').map((key) => <kbd key={key}>{key}</kbd>)
              ) : (
                <span class="hint">{t('options_shortcut_none')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
