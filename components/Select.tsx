import type { FieldIds } from './Field';

interface Props<V extends string> {
  ids?: FieldIds;
  /** For a select without a visible label. */
  label?: string;
  value: V;
  options: ReadonlyArray<readonly [value: V, text: string]>;
  onChange: (value: V) => void;
}

/** The browser's own select: its list, keys and reading aloud are right everywhere. */
export function Select<V extends string>({ ids, label, value, options, onChange }: Props<V>) {
  return (
    <span class="select">
      <select
        {...ids}
        {...(label && { 'aria-label': label })}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as V)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
