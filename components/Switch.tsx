import type { FieldIds } from './Field';

interface Props {
  ids?: FieldIds;
  /** For a switch without a visible label. */
  label?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** On or off, at once. A check box that looks like a switch, so every key and reader knows it. */
export function Switch({ ids, label, on, onChange }: Props) {
  return (
    <input
      {...ids}
      {...(label && { 'aria-label': label })}
      class="switch"
      type="checkbox"
      role="switch"
      checked={on}
      aria-checked={on}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
