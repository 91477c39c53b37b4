import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '@/utils/store/settings';

type Source = Settings['source'];

/**
 * Which source of the handbook is picked: what is in use, or a wish that has not come true yet, as an address is still to
 * be typed.
 * @param inUse by the settings
 * @returns undefined while none is picked
 */
export function useSourceChoice(
  inUse: Source,
): [Exclude<Source, 'none'> | undefined, (wish: Source) => void] {
  const [wish, setWish] = useState<Source>('none');
  useEffect(() => setWish('none'), [inUse]);
  const picked = wish === 'none' ? inUse : wish;
  return [picked === 'none' ? undefined : picked, setWish];
}
