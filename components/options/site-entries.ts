import type { Granted } from '@/utils/platform/pages';
import type { SiteRule } from '@/utils/store/settings';

export interface SiteEntry extends SiteRule {
  host: string;
  /** Words may be marked there; without it the rule waits for the user's consent. */
  granted: boolean;
}

/**
 * @param rules what the user decided, site by site
 * @param granted where the extension may work
 * @returns every site with a rule, and every one that access was given to without a rule, by host
 */
export function siteEntries(rules: readonly SiteRule[], { everywhere, patterns }: Granted): SiteEntry[] {
  // Patterns with a wildcard for the host are no single site: "all sites" has its own switch.
  const sites = patterns.flatMap((pattern) => /^(https?:\/\/[^*/]+)\/\*$/.exec(pattern)?.[1] ?? []);
  const reach = new Set(sites.map((site) => new URL(site).hostname));
  const ruled = rules.map((rule) => {
    const { host, hostname } = new URL(rule.origin);
    return { ...rule, host, granted: everywhere || reach.has(hostname) };
  });
  const named = new Set(rules.map(({ origin }) => new URL(origin).hostname));
  const others = sites
    .filter((site) => !named.has(new URL(site).hostname))
    .map((origin) => ({ origin, rule: 'on' as const, host: new URL(origin).host, granted: true }));
  return [...ruled, ...others].sort((a, b) => a.host.localeCompare(b.host));
}
