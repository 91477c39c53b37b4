import { useRef, useState } from 'preact/hooks';
import type { Definition } from '@/utils/messages/protocol';

export interface Search<Hit> {
  query: string;
  /** What was found for it; undefined until it is known. */
  hits: Hit[] | undefined;
  /** Searches for a text as it is typed. */
  search(text: string): void;
  /** The definition in sight, opened from a hit or from another definition, and how many were opened before it. */
  shown: Definition | undefined;
  depth: number;
  open(concept: string, word: string): void;
  back(): void;
}

/**
 * Search as you type, with the definitions opened from what was found and the way back.
 * @param attempt runs what may fail because the background is gone
 */
export function useSearch<Hit>(
  find: (query: string) => Promise<Hit[]>,
  define: (concept: string, word: string) => Promise<Definition | null>,
  attempt: (action: () => Promise<void>) => Promise<void>,
): Search<Hit> {
  const [query, setQuery] = useState('');
  const [hits, setHits] = useState<Hit[]>();
  const [trail, setTrail] = useState<Definition[]>([]);
  const latest = useRef('');
  return {
    query,
    hits,
    search(text) {
      setQuery(text);
      latest.current = text;
      if (!text.trim()) return setHits(undefined);
      void attempt(async () => {
        const found = await find(text.trim());
        // An answer that was overtaken by more typing is of no use.
        if (latest.current === text) setHits(found);
      });
    },
    shown: trail.at(-1),
    depth: trail.length,
    open(concept, word) {
      void attempt(async () => {
        const definition = await define(concept, word);
        if (definition) setTrail((trail) => [...trail, definition]);
      });
    },
    back: () => setTrail((trail) => trail.slice(0, -1)),
  };
}
