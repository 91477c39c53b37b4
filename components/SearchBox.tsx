import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { SearchHit } from '@/utils/messages/protocol';
import { Icon } from './Icon';
import { SearchResult } from './SearchResult';
import { useWords } from './use-words';

interface Props {
  query: string;
  /** What was found for `query`; undefined until it is known. */
  hits: SearchHit[] | undefined;
  onQuery: (query: string) => void;
  onOpen: (concept: string, word: string) => void;
}

/** Search as you type. Arrows choose, Enter opens; the focus stays in the box (ARIA combobox with a list box). */
export function SearchBox({ query, hits, onQuery, onOpen }: Props) {
  const { t } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(0);
  const shown = query.trim() ? (hits ?? []) : [];
  const active = Math.min(chosen, shown.length - 1);
  const option = (index: number) => `${id}-${index}`;
  const open = ({ concept, term }: SearchHit) => onOpen(concept, term.text);

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const keys: Record<string, () => void> = {
    ArrowDown: () => setChosen((active + 1) % shown.length),
    ArrowUp: () => setChosen((active - 1 + shown.length) % shown.length),
    Enter: () => open(shown[active]!),
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
          placeholder={t('search_placeholder')}
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
          <SearchResult
            key={hit.concept}
            id={option(index)}
            hit={hit}
            active={index === active}
            onOpen={() => open(hit)}
          />
        ))}
      </div>
      <p class="search-note" role="status">
        {!query.trim() && t('search_hint')}
        {query.trim() && hits?.length === 0 && t('search_nothing', query.trim())}
      </p>
    </search>
  );
}
