import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon';
import { useWords } from './use-words';

interface Props<Hit> {
  query: string;
  /** What was found for `query`; undefined until it is known. */
  hits: Hit[] | undefined;
  /** @returns what tells a hit from the others */
  keyOf: (hit: Hit) => string;
  /** Draws a hit. */
  draw: (hit: Hit) => ComponentChildren;
  /** In the empty box; default: words are searched. */
  placeholder?: string;
  /** One thing among others: it does not take the focus, and explains nothing. */
  quiet?: boolean;
  onQuery: (query: string) => void;
  onOpen: (hit: Hit) => void;
}

/** Search as you type. Arrows choose, Enter opens; the focus stays in the box (ARIA combobox with a list box). */
export function SearchBox<Hit>({
  query,
  hits,
  keyOf,
  draw,
  placeholder,
  quiet = false,
  onQuery,
  onOpen,
}: Props<Hit>) {
  const { t } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(0);
  const shown = query.trim() ? (hits ?? []) : [];
  const active = Math.min(chosen, shown.length - 1);
  const option = (index: number) => `${id}-${index}`;

  useEffect(() => {
    if (!quiet) input.current?.focus();
  }, []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const keys: Record<string, () => void> = {
    ArrowDown: () => setChosen((active + 1) % shown.length),
    ArrowUp: () => setChosen((active - 1 + shown.length) % shown.length),
    Enter: () => onOpen(shown[active]!),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys that choose among an input method's candidates are not ours.
    if (event.isComposing) return;
    if (event.key === 'Escape' && query) {
      event.preventDefault();
      onQuery('');
    } else if (shown.length > 0 && keys[event.key]) {
      event.preventDefault();
      keys[event.key]!();
    }
  };

  return (
    <search class="search">
      <label class="search-box">
        <Icon name="search" />
        <span class="unseen">{t('search_label')}</span>
        <input
          type="text"
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown.length > 0 ? option(active) : undefined}
          autocomplete="off"
          spellcheck={false}
          placeholder={placeholder ?? t('search_placeholder')}
          value={query}
          maxLength={200}
          ref={input}
          onInput={(event) => {
            setChosen(0);
            onQuery(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={`${id}-list`} ref={list} class="results" role="listbox" aria-label={t('search_results')}>
        {shown.map((hit, index) => (
          // Chosen by the arrows of the box, which keeps the focus.
          // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the box
          <div
            key={keyOf(hit)}
            id={option(index)}
            class="result"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => onOpen(hit)}
          >
            {draw(hit)}
          </div>
        ))}
      </div>
      <p class="search-note" role="status">
        {!query.trim() && !quiet && t('search_hint')}
        {query.trim() && hits?.length === 0 && t('search_nothing', query.trim())}
      </p>
    </search>
  );
}
