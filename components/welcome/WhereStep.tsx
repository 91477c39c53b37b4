import { Icon } from '../Icon';
import { Notice } from '../Notice';
import { useWords } from '../use-words';
import { Step } from './Step';

interface Props {
  where: 'everywhere' | 'some' | undefined;
  /** Access to all sites was refused. */
  denied: boolean;
  onEverywhere: () => void;
  onSome: () => void;
}

/**
 * Where words are marked. Buttons, not a choice of radio buttons: the first opens the browser's question, which
 * must not happen to someone who only passes by with the arrow keys.
 */
export function WhereStep({ where, denied, onEverywhere, onSome }: Props) {
  const { t } = useWords();
  const ways = [
    ['everywhere', t('welcome_everywhere'), t('welcome_everywhere_text'), onEverywhere],
    ['some', t('welcome_some'), t('welcome_some_text'), onSome],
  ] as const;
  return (
    <Step number={3} title={t('welcome_where')} text={t('welcome_where_text')} done={where !== undefined}>
      <div class="ways">
        {ways.map(([way, title, text, onChoose]) => (
          <button key={way} type="button" class="way" aria-pressed={where === way} onClick={onChoose}>
            <span class="way-title">
              {title}
              {where === way && <Icon name="check" />}
            </span>
            <span class="hint">{text}</span>
          </button>
        ))}
      </div>
      <div role="status">{denied && <Notice tone="warn">{t('welcome_where_denied')}</Notice>}</div>
    </Step>
  );
}
