import type { Translate } from '@/utils/messages/translate';

interface KeyHintsProps {
  canSwitch: boolean;
  canGoBack: boolean;
  t: Translate;
}

/** The keys that work now; seen only while the card has the focus. */
export function KeyHints({ canSwitch, canGoBack, t }: KeyHintsProps) {
  return (
    <span class="keys" aria-hidden="true">
      {canSwitch && (
        <span>
          <kbd>←</kbd>
          <kbd>→</kbd> {t('card_keys_switch')}
        </span>
      )}
      {canGoBack && (
        <span>
          <kbd>⌫</kbd> {t('card_keys_back')}
        </span>
      )}
      <span>
        <kbd>Esc</kbd> {t('card_keys_close')}
      </span>
    </span>
  );
}
