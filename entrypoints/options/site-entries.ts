import type { SiteEntry } from '@/components/options/SiteRow';
import type { Granted } from '@/utils/platform/pages';
import { siteState } from '@/utils/services/sites';
import type { SiteRule } from '@/utils/store/settings';

/** A pattern for one host. Those with a wildcard are no single site: "all sites" has its own switch. */
const oneHost = /^(https?:\/\/[^*/]+)\/\*$/;

/**
 * @param rules what the user decided, site by site
 * @param granted where the extension may work
 * @param now ms since 1970
 * @returns every site with a rule, and every one that access was given to without a rule, by host
 */
export function siteEntries(rules: readonly SiteRule[], granted: Granted, now: number): SiteEntry[] {
  const ruled = rules.map((site) => ({
    ...site,
    rule: site.rule === 'paused' && (site.until ?? 0) <= now ? ('on' as const) : site.rule,
    host: new URL(site.origin).host,
    granted: siteState(site.origin, { sites: [] }, granted.patterns, now).granted,
  }));
  const named = new Set(rules.map(({ origin }) => new URL(origin).hostname));
  const others = granted.patterns
    .flatMap((pattern) => oneHost.exec(pattern)?.[1] ?? [])
    .filter((origin) => !named.has(new URL(origin).hostname))
    .map((origin) => ({ origin, rule: 'on' as const, host: new URL(origin).host, granted: true }));
  return [...ruled, ...others].sort((a, b) => a.host.localeCompare(b.host));
}
