/** Patterns as people write them: `*` stands for anything. */

const compiled = new Map<string, RegExp>();

/** @returns a test for the whole of a text, in any case */
export function globToRegExp(glob: string): RegExp {
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
