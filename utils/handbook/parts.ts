/** A handbook in several files: which parts it names, whether a part is what was meant, and all of them as one. */
import { danglingReferences, keyOf, type Places, type Problem, type ReadLists } from './read';
import { entrySchemas, type Handbook, type ListName, type Part } from './schema';

/** What became of a part: read, an earlier version of it read, or nothing. */
export type PartRead = {
  /** As the handbook writes it. */
  url: string;
} & ({ state: 'loaded' | 'kept'; read: ReadLists } | { state: 'absent' });

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

/** @returns whether a document or part holds any entry that can be used */
export function hasEntries(lists: ReadLists['lists']): boolean {
  return listNames.some((name) => lists[name].length > 0);
}

/**
 * @param head what was read of the handbook's own document
 * @param parts in the handbook's order
 * @returns one handbook of all entries. An id taken before keeps its first entry. Problems of a part have its
 *   address before their path.
 */
export function mergeHandbook(
  head: { handbook: Handbook; places: Places; problems: readonly Problem[] },
  parts: readonly PartRead[],
): { handbook: Handbook; problems: Problem[] } {
  const handbook: Handbook = { ...head.handbook };
  const problems = [...head.problems];
  const places = new Map(head.places);
  for (const part of parts) {
    if (part.state !== 'loaded') problems.push({ path: part.url, code: `part-${part.state}`, values: [] });
    if (part.state === 'absent') continue;
    for (const problem of part.read.problems) problems.push(within(part.url, problem));
    if (part.read.lists.parts.length > 0)
      problems.push(within(part.url, { path: 'parts', code: 'nested', values: [] }));
  }
  const reads = parts.filter((part) => part.state !== 'absent');
  for (const name of listNames.filter((name) => name !== 'parts')) {
    const entries: Array<Parameters<typeof keyOf>[0]> = [...handbook[name]];
    const ids = new Set(entries.map(keyOf));
    for (const { url, read } of reads) {
      for (const entry of read.lists[name]) {
        const key = keyOf(entry);
        const place = within(url, { path: read.places.get(entry)!, code: 'duplicate', values: [key] });
        if (ids.has(key)) {
          problems.push(place);
        } else {
          ids.add(key);
          places.set(entry, place.path);
          entries.push(entry);
        }
      }
    }
    Object.assign(handbook, { [name]: entries });
  }
  return { handbook, problems: limited([...problems, ...danglingReferences(handbook, places)]) };
}

function within(url: string, problem: Problem): Problem {
  return { ...problem, path: problem.path ? `${url}: ${problem.path}` : url };
}

function limited(problems: Problem[]): Problem[] {
  if (problems.length <= problemLimit) return problems;
  const left = problems.length - problemLimit;
  return [...problems.slice(0, problemLimit), { path: '', code: 'more', values: [String(left)] }];
}
