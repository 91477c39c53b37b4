/** Reads a document as the overlay does, without marking it. */
import { type Part, type Slice, walk } from '@/utils/page/walk';
import { APART } from '@/utils/terms/tokens';

/** @returns the phrases of a page: words that a term could reach over, with a space between */
export function phrases(...parts: Part[]): string[] {
  return readAll(parts).flatMap(phrasesOf);
}

export function readAll(
  parts: readonly Part[],
  characters = 1_000_000,
  between: (slice: Slice) => void = () => {},
): Slice[] {
  const slices: Slice[] = [];
  const reading = walk(parts, { shadowRoot() {}, possibleHost() {} });
  for (let slice = reading.next(characters); slice; slice = reading.next(characters)) {
    // The tokens are the walk's own, and written over by the next slice.
    const tokens = { ...slice.tokens };
    for (const name of ['hash', 'gap', 'kind', 'startNode', 'start', 'endNode', 'end'] as const) {
      (tokens as Record<string, unknown>)[name] = slice.tokens[name].slice(0, tokens.length);
    }
    slices.push({ ...slice, tokens });
    between(slice);
  }
  return slices;
}

function phrasesOf({ tokens, texts }: Slice): string[] {
  const found: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [first, last] = [tokens.startNode[i]!, tokens.endNode[i]!];
    const word =
      first === last
        ? texts[first]!.slice(tokens.start[i], tokens.end[i])
        : texts[first]!.slice(tokens.start[i]) +
          texts.slice(first + 1, last).join('') +
          texts[last]!.slice(0, tokens.end[i]);
    if (tokens.gap[i] === APART || found.length === 0) found.push(word);
    else found.push(`${found.pop()} ${word}`);
  }
  return found;
}
