import { useCallback, useState } from 'preact/hooks';

/**
 * For what may fail because the background is gone.
 * @returns whether the last attempt failed, and a function that runs an action and takes note of that
 */
export function useAttempt(): [failed: boolean, attempt: (action: () => Promise<void>) => Promise<void>] {
  // A new object for each failure: every one is drawn, so that controls go back to what holds.
  const [failure, setFailure] = useState<object>();
  const attempt = useCallback(async (action: () => Promise<void>) => {
    try {
      await action();
      setFailure(undefined);
    } catch (error) {
      console.error(error);
      setFailure({});
    }
  }, []);
  return [failure !== undefined, attempt];
}
