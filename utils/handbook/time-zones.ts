/** @returns whether the machine knows a time zone by this name (IANA, as ECMA-402 takes it) */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
