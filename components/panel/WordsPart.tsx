import type { WordHere } from '@/utils/messages/context';
import { useWords } from '../use-words';
import { Part } from './Part';

interface Props {
  words: WordHere[];
  onShow: (word: WordHere) => void;
}

/** The terms on this page, those read differently first: for who cannot point at a word, this is the way in. */
export function WordsPart({ words, onShow }: Props) {
  const { t, all } = useWords();
  if (words.length === 0) return null;
  return (
    <Part id="words" title="panel_words" count={words.length}>
      <Differences words={words} />
      <ul class="words">
        {words.map((word) => (
          <li key={`${word.frame} ${word.term}`}>
            <button
              type="button"
              class={word.contested ? 'word contested' : 'word'}
              title={
                word.others.length > 0
                  ? t('panel_also_means', all(word.others.map(({ name }) => name)))
                  : undefined
              }
              onClick={() => onShow(word)}
            >
              <span>{word.word}</span>
              {word.contested && <span class="unseen">{t('search_contested')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** "3 words mean something else to Finance": by department, the most first. */
function Differences({ words }: { words: WordHere[] }) {
  const { t, count } = useWords();
  const by = new Map<string, number>();
  for (const { others } of words) for (const { name } of others) by.set(name, (by.get(name) ?? 0) + 1);
  const most = [...by].sort(([, a], [, b]) => b - a).slice(0, 3);
  if (most.length === 0) return null;
  return (
    <ul class="differences">
      {most.map(([department, words]) => (
        <li key={department}>
          {words === 1
            ? t('panel_one_word_differs', department)
            : t('panel_words_differ', count(words), department)}
        </li>
      ))}
    </ul>
  );
}
