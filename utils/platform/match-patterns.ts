/** Match patterns as the browser wants them for permissions. */

/** Every http and https site, as the manifest offers it. */
export const everySite = '*://*/*';

/**
 * @param origin https://wiki.example.com:8443
 * @returns the match pattern of its host, on every port: Firefox knows no ports in patterns (bug 1362809)
 */
export function sitePattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
