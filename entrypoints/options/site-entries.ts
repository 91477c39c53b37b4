import type { SiteEntry } from '@/components/options/SiteRow';
import type { Granted } from '@/utils/platform/page-browser';
import { siteState } from '@/utils/services/sites';
import type { SiteRule } from '@/utils/store/settings';

/**
 * @param rules what the user decided, site by site
 * @param granted where the extension may work
 * @param now ms since 1970
 * @returns every site with a rule, by host
 */
export function siteEntries(rules: readonly SiteRule[], granted: Granted, now: number): SiteEntry[] {
  return rules
    .map((site) => ({
      ...site,
      rule: site.rule === 'paused' && (site.until ?? 0) <= now ? ('on' as const) : site.rule,
      host: new URL(site.origin).host,
      granted: siteState(site.origin, [], granted.patterns, now).granted,
    }))
    .sort((a, b) => a.host.localeCompare(b.host));
}
