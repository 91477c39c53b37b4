/** Patterns as people write them: `*` stands for anything. */

const compiled = new Map<string, RegExp>();

/** @returns a test for the whole of a text, in any case */
function globToRegExp(glob: string): RegExp {
  const known = compiled.get(glob);
  if (known) return known;
  const source = glob
    .split('*')
    .map((literal) => literal.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
    .join('.*');
  const made = new RegExp(`^${source}$`, 'isu');
  compiled.set(glob, made);
  return made;
}

/**
 * The most specific pattern wins, as it does for robots (RFC 9309, 2.2.2): the one that leaves least to `*`.
 * @returns how many characters of a pattern stand for themselves, if it fits the text; -1 if it does not
 */
function fitOf(glob: string, text: string): number {
  return globToRegExp(glob).test(text) ? glob.replaceAll('*', '').length : -1;
}

/**
 * @param globsOf the patterns of one of `entries`
 * @returns the entry whose pattern fits a text best; of those that fit alike the first
 */
export function bestFit<Entry>(
  entries: readonly Entry[],
  globsOf: (entry: Entry) => readonly string[],
  text: string,
): Entry | undefined {
  let best: Entry | undefined;
  let most = -1;
  for (const entry of entries) {
    const fit = Math.max(-1, ...globsOf(entry).map((glob) => fitOf(glob, text)));
    if (fit <= most) continue;
    best = entry;
    most = fit;
  }
  return best;
}
