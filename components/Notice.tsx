import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

interface Props {
  tone: 'plain' | 'good' | 'warn' | 'bad';
  /** What is left to do about it. */
  action?: ComponentChildren;
  children: ComponentChildren;
}

const icons: Record<Props['tone'], IconName> = {
  plain: 'info',
  good: 'check',
  warn: 'warning',
  bad: 'warning',
};

export function Notice({ tone, action, children }: Props) {
  return (
    <div class={`notice notice-${tone}`}>
      <Icon name={icons[tone]} />
      <div class="notice-text">{children}</div>
      {action}
    </div>
  );
}
