import { type ComponentChildren, createContext, type TargetedToggleEvent } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { MessageKey } from '@/utils/messages/translate';
import type { Folded } from '@/utils/platform/folded';
import { useWords } from '../use-words';

interface Props {
  /** Stays the same for ever: what was folded stays folded. */
  id: string;
  title: MessageKey;
  /** How many there are, or another word of how things stand. */
  count?: number | string | undefined;
  children: ComponentChildren;
}

export const FoldedContext = createContext<Folded>({ has: () => false, set() {} });

/** @returns what a `details` needs to stay as the reader left it; `atFirst`: whether it is open until then */
export function useFold(id: string, atFirst: boolean) {
  const folded = useContext(FoldedContext);
  const [open, setOpen] = useState(() => folded.has(id) !== atFirst);
  return {
    open,
    onToggle: ({ currentTarget }: TargetedToggleEvent<HTMLDetailsElement>) => {
      setOpen(currentTarget.open);
      folded.set(id, currentTarget.open !== atFirst);
    },
  };
}

/** One part of the panel: a heading with a count, foldable. */
export function Part({ id, title, count, children }: Props) {
  const { t } = useWords();
  return (
    <details class={`part part-${id}`} {...useFold(id, true)}>
      <summary>
        <h2>{t(title)}</h2>
        {count !== undefined && <span class="part-count">{count}</span>}
      </summary>
      <div class="part-body">{children}</div>
    </details>
  );
}
