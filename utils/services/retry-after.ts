/**
 * @param header `Retry-After`: seconds or an HTTP date (RFC 9110, 10.2.3)
 * @param now ms since 1970
 * @returns ms to wait, never negative; undefined if the header is absent or neither
 */
export function askedToWait(header: string | null, now: number): number | undefined {
  const value = header?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Date.parse alone takes "-1" or "soon 5" for a date.
  if (!/^[A-Z][a-z]+, .+ GMT$/.test(value)) return undefined;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
