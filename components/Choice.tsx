import { useId } from 'preact/hooks';

interface Props<V extends string> {
  /** Says what is chosen, to who cannot see the heading above. */
  legend: string;
  /** `cards`: one below the other, each with its explanation; `segments`: side by side; `pills`: as many as there are. */
  look: 'cards' | 'segments' | 'pills';
  value: V | undefined;
  options: ReadonlyArray<{ value: V; text: string; hint?: string }>;
  onChange: (value: V) => void;
}

/** One of a few, all of them in sight. */
export function Choice<V extends string>({ legend, look, value, options, onChange }: Props<V>) {
  const name = useId();
  return (
    <fieldset class={`pick pick-${look}`}>
      <legend class="unseen">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="pick-option">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span class="pick-text">
            {option.text}
            {option.hint && <span class="hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
