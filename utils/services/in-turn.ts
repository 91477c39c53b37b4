/**
 * Runs work one at a time. Calls that come while it runs share one more run, which sees what they changed.
 * @returns a function that resolves when a run that began after its call has ended
 */
export function inTurn(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const run = (): Promise<void> => {
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (!running) return run();
    next ??= running.then(ignore, ignore).then(() => {
      next = null;
      return run();
    });
    return next;
  };
}

function ignore(): void {}
