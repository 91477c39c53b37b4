import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../use-words';

/** How many are listed before the reader asks for all. */
export const few = 6;

/** @returns the first few of a list, and a button for all of it where there are more */
export function useFew<Item>(items: Item[]): [shown: Item[], more: ComponentChild] {
  const { t, count } = useWords();
  const [all, setAll] = useState(false);
  if (all || items.length <= few) return [items, null];
  const more = (
    <button type="button" class="button button-small show-all" onClick={() => setAll(true)}>
      {t('panel_show_all', count(items.length))}
    </button>
  );
  return [items.slice(0, few), more];
}
