/**
 * @param entry what a handbook may keep from some: absent or empty audience means everyone
 * @param department the reader's own; without one, only what is for everyone
 */
export function mayRead({ audience }: { audience: readonly string[] }, department?: string): boolean {
  return audience.length === 0 || (department !== undefined && audience.includes(department));
}

/** @returns those of some entries that a reader of that department may read */
export function readable<Entry extends { audience: readonly string[] }>(
  entries: readonly Entry[],
  department: string | undefined,
): Entry[] {
  return entries.filter((entry) => mayRead(entry, department));
}
