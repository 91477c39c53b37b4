/** A handbook in several files: which parts it names, whether a part is what was meant, and all of them as one. */
import { danglingReferences, keyOf, type Problem, type ReadLists, readHandbook, readLists } from './read';
import { entrySchemas, type Handbook, type ListName, type Part } from './schema';

/** What became of a part: its JSON value, that of an earlier version of it, or nothing. */
export interface LoadedPart {
  /** As the handbook writes it. */
  url: string;
  state: 'loaded' | 'kept' | 'absent';
  value?: unknown;
}

/** Problems listed at most; a broken export can hold as many as entries. */
const problemLimit = 500;

const listNames = Object.keys(entrySchemas) as ListName[];

/**
 * @param part of a handbook
 * @param base address the handbook came from, after redirects (RFC 3986, 5.1.3)
 * @returns the part's absolute address; null if it is none or not http(s)
 */
export function partAddress(part: Pick<Part, 'url'>, base: string): string | null {
  if (!URL.canParse(part.url, base)) return null;
  const url = new URL(part.url, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/** @returns the parts that this reader can read: those for everyone */
export function readableParts(handbook: Handbook): Part[] {
  return handbook.parts.filter(({ audience }) => audience.length === 0);
}

/** @returns SHA-256 of the bytes in the notation of Subresource Integrity: `sha256-BASE64` */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${btoa(String.fromCharCode(...hash))}`;
}

/** @returns whether a document holds entries to use, or at least none that had to be set aside */
export function usable({ lists, problems }: Pick<ReadLists, 'lists' | 'problems'>): boolean {
  return problems.length === 0 || listNames.some((name) => lists[name].length > 0);
}

/**
 * @param head the handbook's JSON value
 * @param parts in the handbook's order
 * @returns one handbook of all entries, or null where the head is none. An id taken before keeps its first entry.
 *   Problems of a part have its address before their path.
 */
export function mergeHandbook(
  head: unknown,
  parts: readonly LoadedPart[],
): { handbook: Handbook | null; problems: Problem[] } {
  const { handbook, places, problems } = readHandbook(head);
  if (!handbook) return { handbook, problems };
  const allPlaces = new Map(places);
  const ids = Object.fromEntries(listNames.map((name) => [name, new Set(handbook[name].map(keyOf))]));
  for (const { url, state, value } of parts) {
    if (state !== 'loaded') problems.push({ path: url, code: `part-${state}`, values: [] });
    if (state === 'absent') continue;
    const read = readLists(value);
    for (const problem of read.problems) problems.push(within(url, problem));
    if (read.lists.parts.length > 0)
      problems.push(within(url, { path: 'parts', code: 'nested', values: [] }));
    for (const name of listNames.filter((name) => name !== 'parts')) {
      for (const entry of read.lists[name]) {
        const path = read.places.get(entry)!;
        if (ids[name]!.has(entry.id)) {
          problems.push(within(url, { path, code: 'duplicate', values: [entry.id] }));
          continue;
        }
        ids[name]!.add(entry.id);
        allPlaces.set(entry, `${url}: ${path}`);
        (handbook[name] as unknown[]).push(entry);
      }
    }
  }
  return { handbook, problems: limited([...problems, ...danglingReferences(handbook, allPlaces)]) };
}

function within(url: string, problem: Problem): Problem {
  return { ...problem, path: problem.path ? `${url}: ${problem.path}` : url };
}

function limited(problems: Problem[]): Problem[] {
  if (problems.length <= problemLimit) return problems;
  const left = problems.length - problemLimit;
  return [...problems.slice(0, problemLimit), { path: '', code: 'more', values: [String(left)] }];
}
