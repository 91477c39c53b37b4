import { useCallback, useState } from 'preact/hooks';

/**
 * For what may fail because the background is gone.
 * @returns whether the last attempt failed, and a function that runs an action and takes note of that
 */
export function useAttempt(): [failed: boolean, attempt: (action: () => Promise<void>) => Promise<void>] {
  const [failed, setFailed] = useState(false);
  const attempt = useCallback(async (action: () => Promise<void>) => {
    try {
      await action();
      setFailed(false);
    } catch (error) {
      console.error(error);
      setFailed(true);
    }
  }, []);
  return [failed, attempt];
}
