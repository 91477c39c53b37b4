import { useEffect, useState } from 'preact/hooks';
import { DefinitionView } from '@/components/DefinitionView';
import { Failure } from '@/components/Failure';
import { FirstRun } from '@/components/popup/FirstRun';
import { HandbookLine } from '@/components/popup/HandbookLine';
import { SitePanel } from '@/components/popup/SitePanel';
import { SearchBox } from '@/components/SearchBox';
import { SearchResult } from '@/components/SearchResult';
import { useAttempt } from '@/components/use-attempt';
import { useSearch } from '@/components/use-search';
import { useWhile } from '@/components/use-while';
import { useWords } from '@/components/use-words';
import { hostAt, hosts } from '@/utils/hosts/registry';
import type { HandbookStatus, Params, SearchHit, SiteState } from '@/utils/messages/protocol';
import type { Send } from '@/utils/messages/send';
import { everySite, sitePattern } from '@/utils/platform/match-patterns';
import type { PageBrowser } from '@/utils/platform/page-browser';

interface Props {
  send: Send;
  browser: PageBrowser;
  /** What was typed in the address bar, or chosen from its suggestions; shown at once, in a tab of its own. */
  asked?: { q?: string; concept?: string; word?: string };
}

/** What a company runs under an address of its own. */
const programs = hosts.filter(({ ownDomain, id }) => ownDomain && id !== 'board' && id !== 'mail');

/** The toolbar's popup: this site, and a search of the handbook. */
export function PopupPage({ send, browser, asked = {} }: Props) {
  const { t } = useWords();
  const [failed, attempt] = useAttempt();
  const [address, setAddress] = useState('');
  const [site, setSite] = useState<SiteState>();
  const [status, setStatus] = useState<HandbookStatus>();
  const [denied, setDenied] = useState(false);

  const load = () =>
    attempt(async () => {
      const url = (await browser.activeAddress()) ?? '';
      setAddress(url);
      const [site, status] = await Promise.all([send('site.state', { url }), send('handbook.status', {})]);
      setSite(site);
      setStatus(status);
    });
  useEffect(() => {
    load();
    if (asked.q) search(asked.q);
    if (asked.concept && asked.word) open(asked.concept, asked.word);
  }, []);

  useWhile(status?.busy === true, async () => setStatus(await send('handbook.status', {})));

  const setRule = (change: Omit<Params<'site.rule'>, 'url'>) =>
    attempt(async () => setSite(await send('site.rule', { url: address, ...change })));

  /**
   * The browser's question takes the focus and so ends the popup: the wish is sent before it is asked. After a no it
   * stays without effect, for a rule gives no access. The question itself counts only within the click.
   */
  const turnOn = (origin: string) => {
    const kept = setRule({ rule: 'on' });
    const asked = browser.requestSites([sitePattern(origin)]);
    return attempt(async () => {
      setDenied(!(await asked));
      await kept;
      setSite(await send('site.state', { url: address }));
    });
  };

  const turnOnEverywhere = () => {
    const asked = browser.requestSites([everySite]);
    return attempt(async () => {
      setDenied(!(await asked));
      setSite(await send('site.state', { url: address }));
    });
  };

  const { query, hits, search, shown, depth, open, back } = useSearch<SearchHit>(
    (query) => send('search', { query }),
    (concept, word) => send('search.concept', { concept, word }),
    attempt,
  );

  const refresh = () =>
    attempt(async () => {
      setStatus((status) => status && { ...status, busy: true });
      setStatus(await send('handbook.refresh', {}).catch(() => send('handbook.status', {})));
    });

  const leaveTo = (there: () => Promise<void>) =>
    attempt(async () => {
      await there();
      await browser.close();
    });

  return (
    <>
      <h1 class="unseen">{t('manifest_short_name')}</h1>
      {failed && (
        <div class="popup-failure">
          <Failure onRetry={load} />
        </div>
      )}
      {status?.source === 'none' && <FirstRun onChoose={() => leaveTo(browser.openWelcome)} />}
      {site && status && status.source !== 'none' && (
        <>
          {shown ? (
            <DefinitionView key={depth} definition={shown} onBack={back} onOpen={open} />
          ) : (
            <>
              {!asked.q && !asked.concept && (
                <SitePanel
                  site={site}
                  departments={status.departments}
                  denied={denied}
                  onTurnOn={() => turnOn(site.origin!)}
                  onEverywhere={turnOnEverywhere}
                  onPause={() => setRule({ rule: 'paused' })}
                  onOff={() => setRule({ rule: 'off' })}
                  onDepartment={(department) => setRule({ department })}
                  onKind={(declared) => setRule({ declared })}
                  onPanel={(where) => leaveTo(() => browser.openPanel(where))}
                  hosts={URL.canParse(address) && hostAt(new URL(address)) ? [] : programs}
                />
              )}
              <SearchBox
                query={query}
                hits={hits}
                keyOf={({ concept }) => concept}
                draw={(hit) => <SearchResult hit={hit} />}
                onQuery={search}
                onOpen={({ concept, term }) => open(concept, term.text)}
              />
            </>
          )}
          <HandbookLine status={status} onRefresh={refresh} onSettings={() => leaveTo(browser.openOptions)} />
        </>
      )}
    </>
  );
}
