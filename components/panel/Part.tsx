import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { MessageKey } from '../translate';
import { useWords } from '../use-words';

interface Props {
  /** Stays the same for ever: what was folded stays folded. */
  id: string;
  title: MessageKey;
  /** How many there are, or another word of how things stand. */
  count?: number | string | undefined;
  children: ComponentChildren;
}

const key = (id: string) => `folded ${id}`;

/** One part of the panel: a heading with a count, foldable. */
export function Part({ id, title, count, children }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(() => remembered(id));
  return (
    <details
      class={`part part-${id}`}
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        remember(id, currentTarget.open);
      }}
    >
      <summary>
        <h2>{t(title)}</h2>
        {count !== undefined && <span class="part-count">{count}</span>}
      </summary>
      <div class="part-body">{children}</div>
    </details>
  );
}

/** A browser that keeps nothing for frames on foreign sites loses no more than this. */
function remembered(id: string): boolean {
  try {
    return localStorage.getItem(key(id)) === null;
  } catch {
    return true;
  }
}

function remember(id: string, open: boolean): void {
  try {
    if (open) localStorage.removeItem(key(id));
    else localStorage.setItem(key(id), '1');
  } catch {}
}
