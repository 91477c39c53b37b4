import { useState } from 'preact/hooks';
import type { AccessTrouble } from '@/components/options/SitesSection';
import type { useAttempt } from '@/components/use-attempt';
import type { Params } from '@/utils/messages/protocol';
import type { Send } from '@/utils/messages/send';
import { everySite, sitePattern } from '@/utils/platform/match-patterns';
import type { Granted, PageBrowser } from '@/utils/platform/page-browser';
import type { Settings } from '@/utils/store/settings';

interface Needs {
  send: Send;
  browser: PageBrowser;
  attempt: ReturnType<typeof useAttempt>[1];
  settings: Settings;
  /** To be called after each attempt, so that controls show what holds. */
  onDone: (changed: boolean) => Promise<void>;
}

/**
 * What can be done about sites. Each that needs access asks for it first, while the click still counts as one.
 * @returns the actions, and what became of the last question
 */
export function useSites({ send, browser, attempt, settings, onDone }: Needs) {
  const [trouble, setTrouble] = useState<AccessTrouble>();
  return { trouble, setRule, turnOn, switchEverywhere, remove };

  function setRule(params: Params<'site.rule'>) {
    return attempt(async () => {
      await send('site.rule', params);
      await onDone(true);
    });
  }

  function turnOn(origin: string) {
    const asked = browser.requestSites([sitePattern(origin)]);
    return attempt(async () => {
      const given = await asked;
      setTrouble(given ? undefined : 'site-denied');
      if (given) await setRule({ url: origin, rule: 'on' });
    });
  }

  function switchEverywhere(on: boolean) {
    const done = on ? browser.requestSites([everySite]) : given(browser.releaseSites([everySite]));
    return attempt(async () => {
      const changed = await done;
      setTrouble(changed ? undefined : on ? 'everywhere-denied' : 'everywhere-kept');
      await onDone(changed);
    });
  }

  function remove(origin: string, { everywhere }: Granted) {
    return attempt(async () => {
      const others = settings.sites.map((site) => site.origin).filter((other) => other !== origin);
      const needed = [...others, ...handbookOrigin(settings)].map(sitePattern);
      const pattern = sitePattern(origin);
      // Access to all sites holds access to this one, and no part of it can be given back.
      if (!everywhere && !needed.includes(pattern)) await given(browser.releaseSites([pattern]));
      await send('site.remove', { url: origin });
      await onDone(true);
    });
  }
}

/** @returns where the handbook is fetched from, which needs access as well */
function handbookOrigin({ source, address }: Settings): string[] {
  return source === 'address' && URL.canParse(address) ? [new URL(address).origin] : [];
}

/** @returns whether the browser did as asked */
function given(action: Promise<void>): Promise<boolean> {
  return action.then(
    () => true,
    () => false,
  );
}
