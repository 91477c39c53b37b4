import type { View } from '@/utils/messages/view';
import { Icon } from '../Icon';
import { Logo } from '../Logo';
import { useWords } from '../use-words';

interface Props {
  view: View | null | undefined;
  /** Absent: the browser has its own way. */
  onClose?: (() => void) | undefined;
  onOtherSide?: (() => void) | undefined;
}

const kinds = {
  board: 'panel_kind_board',
  card: 'panel_kind_card',
  mailbox: 'panel_kind_mailbox',
  thread: 'panel_kind_thread',
  draft: 'panel_kind_draft',
  chat: 'panel_kind_chat',
  page: 'panel_kind_page',
} as const;

/** What the panel speaks of, so that nobody takes it for another card or mail. */
export function PanelHead({ view, onClose, onOtherSide }: Props) {
  const { t, day, moment } = useWords();
  /** Pages write it for their readers, fields and interfaces for programs: a day or a time by ISO 8601. */
  const due = (text: string) => {
    if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(Date.parse(text))) return text;
    return text.length === 10 ? day(text) : moment(Date.parse(text));
  };
  return (
    <header class="panel-head">
      <Logo size={20} />
      <div class="panel-title">
        <h1 title={view?.title}>{view?.title || t('manifest_short_name')}</h1>
        {view && (
          <p class="hint">
            {[t(kinds[view.kind]), view.board, view.list, view.due && due(view.due)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
      </div>
      {onOtherSide && (
        <button
          type="button"
          class="button button-quiet icon-button"
          title={t('panel_other_side')}
          aria-label={t('panel_other_side')}
          onClick={onOtherSide}
        >
          <Icon name="sides" />
        </button>
      )}
      {onClose && (
        <button
          type="button"
          class="button button-quiet icon-button"
          title={t('dock_close')}
          aria-label={t('dock_close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}
