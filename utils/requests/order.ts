/** The one order of a request's events, whatever order they came in. */
import type { RequestEvent } from './events';

/**
 * @param events as the schema reads them, some perhaps twice
 * @returns each once: none before the one it says it came after, else by time. Clocks differ, so what people had seen
 *   when they acted tells more than when they did.
 */
export function inOrder(events: readonly RequestEvent[]): RequestEvent[] {
  let waiting = distinct(events).sort((a, b) => a.event.at - b.event.at || compare(a.written, b.written));
  const ordered: RequestEvent[] = [];
  while (waiting.length > 0) {
    const ids = new Set(waiting.map(({ event }) => event.id));
    const isNext = ({ event: { after } }: Written) => after === undefined || !ids.has(after);
    // Events that are said to come after each other are forged; they go by time.
    const next = waiting.find(isNext) ?? waiting[0]!;
    waiting = waiting.filter((one) => one !== next);
    ordered.push(next.event);
  }
  return ordered;
}

interface Written {
  event: RequestEvent;
  written: string;
}

/** Two that share an id and differ are both kept: whoever makes such a thing must not make the other one vanish. */
function distinct(events: readonly RequestEvent[]): Written[] {
  const byText = new Map(events.map((event) => [JSON.stringify(event), event]));
  return [...byText].map(([written, event]) => ({ written, event }));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
