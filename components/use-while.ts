import { useEffect } from 'preact/hooks';

/** Repeats an action every second as long as `active`: for what the background is doing and does not announce. */
export function useWhile(active: boolean, action: () => Promise<void>): void {
  useEffect(() => {
    if (!active) return;
    // A background that is gone is reported by what the user does next, not by a repeated question.
    const timer = setInterval(() => action().catch(() => {}), 1000);
    return () => clearInterval(timer);
  }, [active]);
}
