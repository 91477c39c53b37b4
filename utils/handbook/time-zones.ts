const known = new Map<string, boolean>();

/** @returns whether the machine knows a time zone by this name (IANA, as ECMA-402 takes it) */
export function isTimeZone(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  let knows = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    knows = false;
  }
  known.set(name, knows);
  return knows;
}
