/** A page may hold anything: what cannot be read counts as not there. */

/** @returns what `read` yields, `otherwise` where it throws */
export function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
