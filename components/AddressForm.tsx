import { useRef, useState } from 'preact/hooks';
import { readAddress } from './address';
import { Field } from './Field';
import { useWords } from './use-words';

interface Props {
  label: string;
  hint?: string;
  placeholder: string;
  submit: string;
  initial: string;
  busy: boolean;
  /** Something that turned out wrong after it was submitted. */
  error?: string | undefined;
  /** Called within the click or key press, so access to the address can be asked for. */
  onAddress: (address: URL) => void;
}

/** One web address. What is wrong with it is said when it is submitted, not while it is typed. */
export function AddressForm({ label, hint, placeholder, submit, initial, busy, error, onAddress }: Props) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string>();
  return (
    <form
      class="address-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { address, problem } = readAddress(text);
        setProblem(problem && t(problem));
        if (address) onAddress(address);
        else input.current?.focus();
      }}
    >
      <Field label={label} hint={hint} error={problem ?? error}>
        {(ids) => (
          <div class="address-row">
            <input
              {...ids}
              ref={input}
              type="url"
              inputMode="url"
              autocomplete="off"
              spellcheck={false}
              maxLength={2000}
              placeholder={placeholder}
              value={text}
              onInput={(event) => {
                setText(event.currentTarget.value);
                setProblem(undefined);
              }}
            />
            <button type="submit" class="button button-main" disabled={busy}>
              {submit}
            </button>
          </div>
        )}
      </Field>
    </form>
  );
}
