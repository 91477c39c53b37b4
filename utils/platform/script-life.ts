/** How long a script of ours lives on a page. */
import type { ScriptName } from '@/utils/messages/protocol';
import { transport } from './transport';

interface World {
  commonGround?: Partial<Record<ScriptName, AbortController>>;
}

/**
 * To be called once, when the script starts. All scripts of an extension share one world on a page, into which the page
 * cannot look.
 * @returns ends when a newer one of that name starts there
 */
export function scriptLife(name: ScriptName): AbortSignal {
  const world = globalThis as World;
  world.commonGround ??= {};
  world.commonGround[name]?.abort();
  const life = new AbortController();
  world.commonGround[name] = life;
  return life.signal;
}

/**
 * In Chromium a script outlives the update of its extension, in a world that the newer one cannot reach. It learns that
 * when the pointer moves: to be called before anybody else listens.
 * @param gone its extension is
 * @param signal ends listening
 */
export function watchUnloaded(gone: () => void, signal: AbortSignal): void {
  const listen = () => transport.isUnloaded() && gone();
  addEventListener('pointermove', listen, { capture: true, passive: true, signal });
}
