import { Icon, type IconName } from '@/components/Icon';
import type { Translate } from '@/utils/platform/translate';

interface CardBarProps {
  canGoBack: boolean;
  canCopy: boolean;
  pinned: boolean;
  copied: boolean;
  t: Translate;
  onBack(): void;
  onPin(): void;
  onCopy(): void;
  onClose(): void;
}

/** Back, copy, pin, close. */
export function CardBar({
  canGoBack,
  canCopy,
  pinned,
  copied,
  t,
  onBack,
  onPin,
  onCopy,
  onClose,
}: CardBarProps) {
  return (
    <div class="bar">
      {canGoBack && <BarButton name={t('card_back')} icon="back" onClick={onBack} />}
      {canCopy && (
        <BarButton
          name={copied ? t('card_copied') : t('card_copy')}
          icon={copied ? 'check' : 'copy'}
          onClick={onCopy}
        />
      )}
      <BarButton name={t('card_pin')} icon="pin" pressed={pinned} onClick={onPin} />
      <BarButton name={t('card_close')} icon="close" onClick={onClose} />
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
