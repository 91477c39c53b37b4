/** What happens on a site: by the user's rules, the permissions given, and what is sensitive. */
import type { SiteState } from '@/utils/messages/protocol';
import { everySite, sitePattern } from '@/utils/platform/match-patterns';
import type { SiteRule } from '@/utils/store/settings';
import { isSensitive } from './sensitive-sites';

/** Where scripts run, as match patterns. */
export interface Reach {
  matches: string[];
  excluded: string[];
}

/**
 * A permission alone adds no site: the handbook's own host needs one too, and nobody asked for marks there.
 * @param url address of a page
 * @param granted match patterns of origins the browser lets us read
 * @param now ms since 1970
 */
export function siteState(
  url: string,
  sites: readonly SiteRule[],
  granted: readonly string[],
  now: number,
): SiteState {
  const everywhere = isEverywhere(granted);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    return { granted: false, everywhere, rule: 'impossible' };
  }
  const { origin, hostname } = new URL(url);
  const own = sites.find((site) => site.origin === origin);
  const site = {
    origin,
    host: hostname,
    granted: everywhere || isCovered(url, granted),
    everywhere,
    ...(own?.department !== undefined && { department: own.department }),
    ...(own?.host !== undefined && { declared: own.host }),
  };
  if (own && isSilent(own, now)) return { ...site, rule: own.rule };
  if (!site.granted) return { ...site, rule: 'not-added' };
  if (own) return { ...site, rule: 'on' };
  if (!everywhere) return { ...site, rule: 'not-added' };
  return { ...site, rule: isSensitive(hostname) ? 'sensitive' : 'on' };
}

/** @returns where scripts are to run */
export function reachOf(sites: readonly SiteRule[], granted: readonly string[], now: number): Reach {
  const silent = sites.filter((site) => isSilent(site, now));
  const added = sites.filter((site) => !silent.includes(site));
  return {
    matches: isEverywhere(granted)
      ? [everySite]
      : [...new Set(added.map(({ origin }) => sitePattern(origin)))],
    // Patterns know no ports: where another port of the host is on, `siteState` alone decides.
    excluded: [...new Set(silent.map(({ origin }) => sitePattern(origin)))].filter(
      (pattern) => !added.some(({ origin }) => sitePattern(origin) === pattern),
    ),
  };
}

/**
 * @param hosted match patterns of the hosts that are known by their address
 * @returns where boards and mail are read: within `reachOf`, where a host is known or the user named one
 */
export function workspaceReach(
  sites: readonly SiteRule[],
  granted: readonly string[],
  hosted: readonly string[],
  now: number,
): Reach {
  const { matches, excluded } = reachOf(sites, granted, now);
  const added = sites.filter((site) => !isSilent(site, now));
  const named = added.filter(({ host }) => host !== undefined).map(({ origin }) => sitePattern(origin));
  const known = isEverywhere(matches)
    ? hosted
    : matches.filter((pattern) => isCovered(pattern.replace(/\*$/, ''), hosted));
  return { matches: [...new Set([...known, ...named])], excluded };
}

/** @returns whether one of the match patterns covers the site of an address */
export function isCovered(url: string, patterns: readonly string[]): boolean {
  const { protocol, hostname } = new URL(url);
  return patterns.some((pattern) => covers(pattern, protocol, hostname));
}

/** @returns when the next pause ends, ms since 1970; undefined: none is under way */
export function nextResume(sites: readonly SiteRule[], now: number): number | undefined {
  const ends = sites
    .filter((site) => site.rule === 'paused' && isSilent(site, now))
    .map(({ until }) => until!);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** What is to change in the rule of one site; what is absent stays. */
export interface RuleChange {
  rule?: SiteRule['rule'] | undefined;
  /** `null`: nobody in particular speaks there. */
  department?: string | null | undefined;
  /** `null`: what its address tells. */
  declared?: string | null | undefined;
  /** When a pause that begins now ends, ms since 1970. */
  until: number;
}

/** @returns the rules with that of one origin changed */
export function withRule(sites: readonly SiteRule[], origin: string, change: RuleChange): SiteRule[] {
  const old = sites.find((site) => site.origin === origin);
  const rule = change.rule ?? old?.rule ?? 'on';
  const until = change.rule ? change.until : old?.until;
  const speaks = change.department === undefined ? old?.department : (change.department ?? undefined);
  const host = change.declared === undefined ? old?.host : (change.declared ?? undefined);
  const changed: SiteRule = {
    origin,
    rule,
    ...(rule === 'paused' && until !== undefined && { until }),
    ...(speaks !== undefined && { department: speaks }),
    ...(host !== undefined && { host }),
  };
  return [...sites.filter((site) => site.origin !== origin), changed];
}

function isSilent({ rule, until = 0 }: SiteRule, now: number): boolean {
  return rule === 'off' || (rule === 'paused' && until > now);
}

/** A browser may list the pattern of every site by scheme. */
function isEverywhere(granted: readonly string[]): boolean {
  return granted.some((pattern) => [everySite, '<all_urls>', 'http://*/*', 'https://*/*'].includes(pattern));
}

/** @returns whether a match pattern such as https://*.example.com/* covers a host by a protocol (`https:`) */
function covers(pattern: string, protocol: string, host: string): boolean {
  const [, scheme, named] = /^([^:]+:)\/\/([^/]+)\//.exec(pattern) ?? [];
  if (!named || (scheme !== protocol && scheme !== '*:')) return false;
  return named.startsWith('*.') ? host === named.slice(2) || host.endsWith(named.slice(1)) : host === named;
}
