import { useEffect, useState } from 'preact/hooks';
import { Failure } from '@/components/Failure';
import { Logo } from '@/components/Logo';
import { useAttempt } from '@/components/use-attempt';
import { useWords } from '@/components/use-words';
import { DepartmentStep } from '@/components/welcome/DepartmentStep';
import { Finished } from '@/components/welcome/Finished';
import { HandbookStep } from '@/components/welcome/HandbookStep';
import { Preview } from '@/components/welcome/Preview';
import { WhereStep } from '@/components/welcome/WhereStep';
import type { HandbookStatus } from '@/utils/messages/protocol';
import type { Send } from '@/utils/messages/send';
import { everySite, sitePattern } from '@/utils/platform/match-patterns';
import type { PageBrowser } from '@/utils/platform/page-browser';
import type { Settings, SettingsPatch } from '@/utils/store/settings';

interface Props {
  send: Send;
  browser: PageBrowser;
}

/** First run: three questions on one page. Every answer is kept at once, so leaving early loses nothing. */
export function WelcomePage({ send, browser }: Props) {
  const { t } = useWords();
  const [failed, attempt] = useAttempt();
  const [settings, setSettings] = useState<Settings>();
  const [status, setStatus] = useState<HandbookStatus>();
  const [department, setDepartment] = useState<string>();
  const [where, setWhere] = useState<'everywhere' | 'some'>();
  const [denied, setDenied] = useState<'address' | 'everywhere'>();
  const [missing, setMissing] = useState(false);
  const [finished, setFinished] = useState(false);

  const load = () =>
    attempt(async () => {
      const [settings, status, granted] = await Promise.all([
        send('settings.get', {}),
        send('handbook.status', {}),
        browser.grantedSites(),
      ]);
      setSettings(settings);
      setStatus(status);
      if (settings.department || settings.welcomed) setDepartment(settings.department);
      if (granted.everywhere) setWhere('everywhere');
      else if (settings.welcomed) setWhere('some');
    });
  useEffect(() => {
    load();
  }, []);

  const save = (patch: SettingsPatch) => attempt(async () => setSettings(await send('settings.set', patch)));

  const fetchFrom = async (patch: SettingsPatch & { source: 'sample' | 'address' }) => {
    setMissing(false);
    const { source } = patch;
    setStatus((before) => before && { problems: [], departments: before.departments, source, busy: true });
    setSettings(await send('settings.set', patch));
    // The background has looked for the handbook there before it answers.
    setStatus(await send('handbook.status', {}));
  };

  const takeAddress = (address: URL) => {
    const asked = browser.requestSites([sitePattern(address.origin)]);
    attempt(async () => {
      const given = await asked;
      setDenied(given ? undefined : 'address');
      if (given) await fetchFrom({ source: 'address', address: address.href });
    });
  };

  const takeEverySite = () => {
    const asked = browser.requestSites([everySite]);
    attempt(async () => {
      const given = await asked;
      setDenied(given ? undefined : 'everywhere');
      if (given) setWhere('everywhere');
    });
  };

  const finish = () => {
    if (!status?.counts) return setMissing(true);
    return attempt(async () => {
      await send('settings.set', { welcomed: true });
      setFinished(true);
    });
  };

  if (!settings || !status) return failed ? <Failure onRetry={load} /> : null;
  if (finished) {
    return (
      <Finished
        everywhere={where === 'everywhere'}
        onClose={() => attempt(browser.close)}
        onSettings={() => attempt(browser.openOptions)}
      />
    );
  }
  return (
    <div class="welcome-page">
      <header class="welcome-head">
        <p class="brand">
          <Logo size={32} />
          {t('manifest_name')}
        </p>
        <h1>{t('welcome_title')}</h1>
        <p class="lead">{t('welcome_lead')}</p>
      </header>
      <div class="steps">
        {failed && <Failure onRetry={load} />}
        <HandbookStep
          settings={settings}
          status={status}
          denied={denied === 'address'}
          missing={missing}
          onSample={() => attempt(() => fetchFrom({ source: 'sample' }))}
          onAddress={takeAddress}
          onSave={save}
        />
        <DepartmentStep
          departments={status.departments}
          department={department}
          onDepartment={(department) => {
            setDepartment(department);
            save({ department });
          }}
        />
        <WhereStep
          where={where}
          denied={denied === 'everywhere'}
          onEverywhere={takeEverySite}
          onSome={() => {
            setDenied(undefined);
            setWhere('some');
          }}
        />
      </div>
      <aside class="welcome-picture">
        <Preview />
      </aside>
      <div class="welcome-end">
        <button type="button" class="button button-main button-large" onClick={finish}>
          {t('welcome_done')}
        </button>
        <p class="hint">{t('welcome_later')}</p>
      </div>
    </div>
  );
}
