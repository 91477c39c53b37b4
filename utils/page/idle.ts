/** When there is time: the page's own work goes first, and a hidden tab does nothing. */

/**
 * Resolves in an idle period of a visible page, at the latest after `atMost` ms of being visible.
 * @returns false once `signal` has ended the work
 */
export async function idle(signal: AbortSignal, atMost = 500): Promise<boolean> {
  if (document.hidden) await visible(signal);
  if (signal.aborted) return false;
  await new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: atMost }));
  return !signal.aborted;
}

/** Resolves after the next frame is drawn, when styles and layout are clean and measuring costs nothing. */
export async function afterFrame(signal: AbortSignal): Promise<boolean> {
  if (document.hidden) await visible(signal);
  if (signal.aborted) return false;
  await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return !signal.aborted;
}

/** Does what takes long and cannot be parted, with nothing of ours before or after it in the same task. */
export async function inTaskOfItsOwn(work: () => unknown): Promise<void> {
  await nextTask();
  work();
  await nextTask();
}

/** Resolves in a task of its own. */
export async function nextTask(): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve));
}

async function visible(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const settled = new AbortController();
    const done = () => {
      settled.abort();
      resolve();
    };
    document.addEventListener('visibilitychange', done, { signal: settled.signal });
    signal.addEventListener('abort', done, { signal: settled.signal });
  });
}
