import { Icon, type IconName } from '@/components/Icon';
import type { Translate } from '@/utils/messages/translate';
import type { CardState } from './card-state';

interface CardBarProps {
  state: CardState;
  canCopy: boolean;
  t: Translate;
  onBack(): void;
  onPin(): void;
  onCopy(): void;
  onClose(): void;
}

/** Back, copy, pin, close. */
export function CardBar({ state, canCopy, t, onBack, onPin, onCopy, onClose }: CardBarProps) {
  const { trail, pinned, copied } = state;
  return (
    <div class="bar">
      {trail.length > 0 && <BarButton name={t('card_back')} icon="back" onClick={onBack} />}
      {canCopy && (
        <BarButton
          name={copied === 'yes' ? t('card_copied') : t('card_copy')}
          icon={copied === 'yes' ? 'check' : 'copy'}
          onClick={onCopy}
        />
      )}
      <BarButton name={t('card_pin')} icon="pin" pressed={pinned} onClick={onPin} />
      <BarButton name={t('card_close')} icon="close" onClick={onClose} />
      <span class="unseen" role="status">
        {copied === 'yes' && t('card_copied')}
      </span>
    </div>
  );
}

interface BarButtonProps {
  name: string;
  icon: IconName;
  pressed?: boolean;
  onClick(): void;
}

function BarButton({ name, icon, pressed, onClick }: BarButtonProps) {
  return (
    <button
      type="button"
      class="bar-button"
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
