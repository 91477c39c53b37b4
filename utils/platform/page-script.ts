/** What every script of ours on a page lives by: it asks how to begin, begins anew when something changed, ends with its extension. */
import { type Send, send, Unloaded } from '@/utils/messages/send';

/** ms until a script that failed begins again: doubled each time, up to the longest */
const firstWait = 1000;
const longestWait = 60_000;
/** ms without a failure after which those before count no more */
const forgotten = 2 * longestWait;

export interface Beginning {
  /** Asks the background; once the extension is gone, all ends and nothing is answered any more. */
  ask: Send;
  /** Ends when the script begins anew, or ends. */
  on: AbortSignal;
  /** Something failed for a moment. */
  fail(error: unknown): void;
  /** The extension is gone. */
  end(): void;
}

export interface PageScript {
  /** Begins, or begins anew: what runs is ended when the answer is there. @returns true */
  begin(): true;
  /** Ends with the script. */
  readonly alive: AbortSignal;
}

/**
 * @param signal ends when a newer script takes over
 * @param question asks the background how to begin
 * @param start begins, by its answer
 */
export function pageScript<Said>(
  signal: AbortSignal,
  question: (ask: Send) => Promise<Said>,
  start: (said: Said, beginning: Beginning) => void,
): PageScript {
  const over = new AbortController();
  const alive = AbortSignal.any([signal, over.signal]);
  let current: AbortController | null = null;
  let begun = 0;
  let failures = 0;
  let failed = 0;
  let later = 0;
  const ask: Send = (name, params) =>
    send(name, params).catch((error: unknown) => {
      if (!(error instanceof Unloaded)) throw error;
      over.abort();
      return new Promise<never>(() => {});
    });

  alive.addEventListener('abort', () => clearTimeout(later));
  return { begin, alive };

  function begin(): true {
    clearTimeout(later);
    once().catch(fail);
    return true;
  }

  async function once(): Promise<void> {
    const turn = ++begun;
    const said = await question(ask);
    if (turn !== begun) return; // something changed meanwhile, and was asked for anew
    current?.abort();
    if (alive.aborted) return;
    current = new AbortController();
    const on = AbortSignal.any([alive, current.signal]);
    start(said, { ask, on, fail, end: () => over.abort() });
  }

  /** Storage or the background may fail for a moment; whoever asks again is not to make it worse. */
  function fail(error: unknown): void {
    if (alive.aborted) return;
    console.warn('Common Ground begins again later:', error);
    const now = performance.now();
    if (now - failed > forgotten) failures = 0;
    failed = now;
    clearTimeout(later);
    later = window.setTimeout(begin, Math.min(longestWait, firstWait * 2 ** failures++));
  }
}
