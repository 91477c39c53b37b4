/** The interface's texts and formats, for every view below `Page`. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { problemText } from '@/utils/handbook/problem-text';
import type { Problem } from '@/utils/handbook/read';
import { type Catalogue, type Translate, translator } from '@/utils/messages/translate';
import type { FetchFault } from '@/utils/store/fetch-fault';
import { type Formats, formatsOf } from './formats';

export interface Words extends Formats {
  t: Translate;
  /** BCP 47 tag of the interface. */
  language: string;
  /** @returns "5 minutes ago" or "just now" */
  ago(time: number, now: number): string;
  /** @returns what is wrong and what to do, of a failed fetch or of an entry set aside */
  trouble(problem: FetchFault | Problem): string;
}

/** @param catalogue texts of the interface in `language` */
export function wordsOf(catalogue: Catalogue, language: string): Words {
  const t = translator(catalogue);
  const formats = formatsOf(language);
  return {
    ...formats,
    t,
    language,
    ago: (time, now) => formats.distance(time, now) ?? t('time_just_now'),
    trouble: (problem) => ('key' in problem ? t(problem.key, ...problem.names) : problemText(problem, t)),
  };
}

export const WordsContext = createContext<Words>(wordsOf({}, 'en'));

export const useWords = (): Words => useContext(WordsContext);
