/** Tells that other words are marked than those last asked for: once, then it keeps silent until it is asked again. */

/** ms that changes are gathered: while a page is read, words come one after the other */
const gather = 300;

export interface WatchedWords<Words> {
  /** Something was marked, or is no more. */
  changed(): void;
  /** Answers whoever asks, and will tell when the answer holds no more. */
  answer(): Words | undefined;
}

/**
 * @param words what is marked now; undefined: nothing
 * @param isAsked somebody waits to be told of the first ones
 * @param tell what was answered holds no more
 * @param signal the words go with it
 */
export function watchWords<Words>(
  words: () => Words | undefined,
  isAsked: boolean,
  tell: () => void,
  signal: AbortSignal,
): WatchedWords<Words> {
  /** The last answer; undefined: nobody waits. */
  let known = isAsked ? '' : undefined;
  let timer = 0;
  // A frame may go while the page around it stays.
  addEventListener('pagehide', leave, { signal });
  signal.addEventListener('abort', leave);

  return {
    changed() {
      if (known !== undefined && !signal.aborted) timer ||= window.setTimeout(compare, gather);
    },
    answer() {
      const now = words();
      known = textOf(now);
      return now;
    },
  };

  function compare(): void {
    timer = 0;
    if (textOf(words()) !== known) tellOnce();
  }

  function leave(): void {
    clearTimeout(timer);
    timer = 0;
    if (known) tellOnce();
  }

  function tellOnce(): void {
    if (known === undefined) return;
    known = undefined;
    tell();
  }
}

const textOf = (words: unknown): string => JSON.stringify(words) ?? '';
