import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../Icon';
import { useWords } from '../use-words';

interface Props {
  number: number;
  title: string;
  text: string;
  done: boolean;
  children: ComponentChildren;
}

/** One of the things that are asked at the start. */
export function Step({ number, title, text, done, children }: Props) {
  const { t } = useWords();
  const id = useId();
  return (
    <section class={done ? 'step step-done' : 'step'} aria-labelledby={id}>
      <span class="step-number" aria-hidden="true">
        {done ? <Icon name="check" /> : number}
      </span>
      <h2 id={id}>
        {title}
        {done && <span class="unseen"> ({t('welcome_step_done')})</span>}
      </h2>
      <p class="step-text">{text}</p>
      <div class="step-body">{children}</div>
    </section>
  );
}
