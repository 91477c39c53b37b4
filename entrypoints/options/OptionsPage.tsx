import { useEffect, useState } from 'preact/hooks';
import { Failure } from '@/components/Failure';
import { HandbookSection } from '@/components/options/HandbookSection';
import { OptionsFrame } from '@/components/options/OptionsFrame';
import { PagesSection } from '@/components/options/PagesSection';
import { SitesSection } from '@/components/options/SitesSection';
import { StoredSection } from '@/components/options/StoredSection';
import { TrelloSection } from '@/components/options/TrelloSection';
import { YouSection } from '@/components/options/YouSection';
import { Page } from '@/components/Page';
import { useAttempt } from '@/components/use-attempt';
import { useWhile } from '@/components/use-while';
import type { HandbookStatus, Stored } from '@/utils/messages/protocol';
import type { Send } from '@/utils/messages/send';
import type { Wording } from '@/utils/platform/language';
import { sitePattern } from '@/utils/platform/match-patterns';
import type { Granted, PageBrowser, Shortcut } from '@/utils/platform/page-browser';
import { type Settings, type SettingsPatch, sourceSettings } from '@/utils/store/settings';
import { siteEntries } from './site-entries';
import { useSites } from './use-sites';

interface Props {
  send: Send;
  browser: PageBrowser;
  loadWording: (setting: Settings['language']) => Promise<Wording>;
  start: { settings: Settings; wording: Wording };
}

/** What the sections show beside the settings. */
interface Facts {
  status: HandbookStatus;
  stored: Stored;
  shortcuts: Shortcut[];
  granted: Granted;
}

/** Where Trello's API is, as a match pattern. */
const trelloApi = 'https://api.trello.com/*';

/** All settings. Each is kept as soon as it is changed. */
export function OptionsPage({ send, browser, loadWording, start }: Props) {
  const [failed, attempt] = useAttempt();
  const [settings, setSettings] = useState(start.settings);
  const [wording, setWording] = useState(start.wording);
  const [facts, setFacts] = useState<Facts>();
  const [saved, setSaved] = useState(0);
  const [denied, setDenied] = useState(false);
  const [deleted, setDeleted] = useState(false);
  const [trelloDenied, setTrelloDenied] = useState(false);

  const know = (known: Partial<Facts>) => setFacts((before) => before && { ...before, ...known });

  const load = () =>
    attempt(async () => {
      const [settings, status, stored, shortcuts, granted] = await Promise.all([
        send('settings.get', {}),
        send('handbook.status', {}),
        send('stored', {}),
        browser.shortcuts(),
        browser.grantedSites(),
      ]);
      setSettings(settings);
      setFacts({ status, stored, shortcuts, granted });
    });
  useEffect(() => {
    load();
    window.addEventListener('focus', load);
    return () => window.removeEventListener('focus', load);
  }, []);

  useWhile(facts?.status.busy === true, async () => know({ status: await send('handbook.status', {}) }));

  const setBusy = () =>
    setFacts((before) => before && { ...before, status: { ...before.status, busy: true } });

  const keep = async (patch: SettingsPatch) => {
    // The background answers such a change when it has looked for the handbook there.
    if (sourceSettings.some((name) => patch[name] !== undefined)) setBusy();
    const settings = await send('settings.set', patch);
    if (patch.language !== undefined) setWording(await loadWording(settings.language));
    setSettings(settings);
    setSaved((times) => times + 1);
    setDeleted(false);
    know({ status: await send('handbook.status', {}), stored: await send('stored', {}) });
  };
  const save = (patch: SettingsPatch) => attempt(() => keep(patch));

  const refresh = () =>
    attempt(async () => {
      setBusy();
      know({ status: await send('handbook.refresh', {}), stored: await send('stored', {}) });
    });

  const takeAddress = (address: URL) => {
    const asked = browser.requestSites([sitePattern(address.origin)]);
    attempt(async () => {
      const given = await asked;
      setDenied(!given);
      if (given) await keep({ source: 'address', address: address.href });
    });
  };

  const connectTrello = (trelloKey: string, trelloToken: string) => {
    const asked = browser.requestSites([trelloApi]);
    attempt(async () => {
      const given = await asked;
      setTrelloDenied(!given);
      if (given) await keep({ trelloKey, trelloToken });
    });
  };

  const sites = useSites({
    send,
    browser,
    attempt,
    settings,
    async onDone(changed) {
      if (changed) setSaved((times) => times + 1);
      setSettings(await send('settings.get', {}));
      know({ granted: await browser.grantedSites() });
    },
  });

  const removeAll = () =>
    attempt(async () => {
      browser.forgetFolded();
      const stored = await send('stored.delete', {});
      const settings = await send('settings.get', {});
      setWording(await loadWording(settings.language));
      setSettings(settings);
      setDeleted(true);
      know({ stored, status: await send('handbook.status', {}), granted: await browser.grantedSites() });
    });

  return (
    <Page wording={wording} theme={settings.theme} title="options_page_title">
      <OptionsFrame ready={facts !== undefined} saved={saved}>
        {failed && <Failure onRetry={load} />}
        {facts && (
          <>
            <HandbookSection
              settings={settings}
              status={facts.status}
              denied={denied}
              onSample={() => save({ source: 'sample' })}
              onAddress={takeAddress}
              onRefresh={refresh}
              onSave={save}
            />
            <YouSection settings={settings} departments={facts.status.departments} onSave={save} />
            <PagesSection
              settings={settings}
              shortcuts={facts.shortcuts}
              onSave={save}
              onShortcuts={() => attempt(browser.openShortcuts)}
            />
            <SitesSection
              everywhere={facts.granted.everywhere}
              sites={siteEntries(settings.sites, facts.granted, Date.now())}
              departments={facts.status.departments}
              trouble={sites.trouble}
              onEverywhere={sites.switchEverywhere}
              onAdd={(address) => sites.turnOn(address.origin)}
              onRule={({ origin }, rule) =>
                rule === 'on' ? sites.turnOn(origin) : sites.setRule({ url: origin, rule })
              }
              onDepartment={({ origin }, department) => sites.setRule({ url: origin, department })}
              onRemove={({ origin }) => sites.remove(origin, facts.granted)}
            />
            <TrelloSection
              settings={settings}
              denied={trelloDenied}
              onConnect={connectTrello}
              onDisconnect={() => save({ trelloKey: null, trelloToken: null })}
            />
            <StoredSection
              stored={facts.stored}
              deleted={deleted}
              onDelete={removeAll}
              onStart={() => attempt(browser.openWelcome)}
            />
          </>
        )}
      </OptionsFrame>
    </Page>
  );
}
