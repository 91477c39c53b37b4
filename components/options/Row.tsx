import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { FieldIds } from '../Field';

interface Props {
  label: string;
  hint?: string | undefined;
  children: (ids: FieldIds) => ComponentChildren;
}

/** One setting: what it is on the left, its control on the right. */
export function Row({ label, hint, children }: Props) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div class="row">
      <div class="row-text">
        <label for={id}>{label}</label>
        {hint && (
          <p class="hint" id={hintId}>
            {hint}
          </p>
        )}
      </div>
      <div class="row-control">{children({ id, ...(hint && { 'aria-describedby': hintId }) })}</div>
    </div>
  );
}
