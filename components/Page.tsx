import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { MessageKey } from '@/utils/messages/translate';
import type { Wording } from '@/utils/platform/language';
import type { Settings } from '@/utils/store/settings';
import { WordsContext, wordsOf } from './use-words';

interface Props {
  wording: Wording;
  theme: Settings['theme'];
  title: MessageKey;
  children: ComponentChildren;
}

/** The document's language, look and title, and the words for every view in it. */
export function Page({ wording, theme, title, children }: Props) {
  const words = useMemo(() => wordsOf(wording.catalogue, wording.language), [wording]);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = words.language;
    document.title = words.t(title);
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
  }, [words, theme, title]);
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}
