import { useEffect, useState } from 'preact/hooks';

/** @returns the time in ms since 1970, renewed twice a minute so that ages stay true on a page left open */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
