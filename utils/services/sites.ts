/** What happens on a site: by the user's rules, the permissions given, and what is sensitive. */
import type { SiteState } from '@/utils/messages/protocol';
import type { Settings, SiteRule } from '@/utils/store/settings';
import { isSensitive } from './sensitive-sites';

const everySite = new Set(['*://*/*', '<all_urls>', 'http://*/*', 'https://*/*']);

/**
 * @param url address of a page
 * @param granted match patterns of origins the browser lets us read
 * @param now ms since 1970
 */
export function siteState(
  url: string,
  { sites }: Pick<Settings, 'sites'>,
  granted: readonly string[],
  now: number,
): SiteState {
  const everywhere = granted.some((pattern) => everySite.has(pattern));
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    return { granted: false, everywhere, rule: 'impossible' };
  }
  const { origin, hostname } = new URL(url);
  const added = granted.some((pattern) => !everySite.has(pattern) && coversHost(pattern, hostname));
  const own = sites.find((site) => site.origin === origin);
  const site = {
    origin,
    host: hostname,
    granted: added || everywhere,
    everywhere,
    ...(own?.department !== undefined && { department: own.department }),
  };
  if (own?.rule === 'off') return { ...site, rule: 'off' };
  if (own?.rule === 'paused' && (own.until ?? 0) > now) return { ...site, rule: 'paused' };
  if (!site.granted) return { ...site, rule: 'not-added' };
  const chosen = added || own?.rule === 'on';
  return { ...site, rule: !chosen && isSensitive(hostname) ? 'sensitive' : 'on' };
}

/**
 * @param department of who speaks there; `null` takes it back, `undefined` leaves it
 * @param until ms since 1970, for `paused`
 * @returns the rules with that of one origin changed
 */
export function withRule(
  sites: readonly SiteRule[],
  origin: string,
  rule: SiteRule['rule'],
  department: string | null | undefined,
  until: number,
): SiteRule[] {
  const old = sites.find((site) => site.origin === origin);
  const speaks = department === undefined ? old?.department : (department ?? undefined);
  const changed: SiteRule = {
    origin,
    rule,
    ...(rule === 'paused' && { until }),
    ...(speaks !== undefined && { department: speaks }),
  };
  return [...sites.filter((site) => site.origin !== origin), changed];
}

/** @returns whether a match pattern such as https://*.example.com/* covers a host */
function coversHost(pattern: string, host: string): boolean {
  const named = /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1];
  if (!named) return false;
  return named.startsWith('*.') ? host === named.slice(2) || host.endsWith(named.slice(1)) : host === named;
}
