import { useEffect, useState } from 'preact/hooks';
import { PanelView } from '@/components/panel/PanelView';
import { useAttempt } from '@/components/use-attempt';
import { useSearch } from '@/components/use-search';
import type { Found, Who } from '@/utils/messages/context';
import type { Send } from '@/utils/messages/send';
import type { PanelBrowser } from '@/utils/platform/panel-browser';
import { usePanel } from './use-panel';

interface Props {
  send: Send;
  browser: PanelBrowser;
}

/** The panel: in a frame on the page, or beside it in the browser's own side bar. */
export function PanelPage({ send, browser }: Props) {
  const tab = useTab(send, browser);
  // A page that frames it gets nothing, not even a search that could be passed off as its own.
  if (tab === undefined || (tab === null && browser.pass !== null)) return null;
  return <PanelOf key={tab} send={send} browser={browser} tab={tab} />;
}

/** Of one tab: nothing of another stays. */
function PanelOf({ send, browser, tab }: Props & { tab: number | null }) {
  const [failed, attempt] = useAttempt();
  const panel = usePanel(send, browser, tab);
  const { view, act, say } = panel;
  /** A department that was searched for. */
  const [found, setFound] = useState<Who>();
  const search = useSearch<Found>(
    (query) => send('context.search', { query }),
    (concept, word) => send('search.concept', { concept, word }),
    attempt,
  );
  const docked = browser.pass !== null;

  useEffect(() => {
    if (view) document.documentElement.dataset.page = view.dark ? 'dark' : 'light';
  }, [view?.dark]);
  useEffect(() => setFound(undefined), [view?.url, view?.id]);
  useEffect(() => {
    if (!docked) return;
    const close = ({ key, defaultPrevented, isComposing }: KeyboardEvent) => {
      if (key === 'Escape' && !defaultPrevented && !isComposing) say({ say: 'close' });
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, []);

  const choose = (project: string | null) =>
    act((view) => send('context.choose', { view, project, private: browser.private }));

  const openFound = (hit: Found) => {
    if (hit.kind === 'concept') return search.open(hit.hit.concept, hit.hit.term.text);
    if (hit.kind === 'document') {
      window.open(hit.url, '_blank', 'noreferrer');
      return;
    }
    if (hit.kind === 'project') choose(hit.id);
    else setFound(hit.who);
    search.search('');
  };

  return (
    <PanelView
      panel={panel}
      failed={failed || panel.failed}
      search={search}
      found={found}
      {...(docked && {
        onClose: () => say({ say: 'close' }),
        onOtherSide: () => say({ say: 'other-side' }),
      })}
      onFound={openFound}
      onRetry={panel.retry}
      onHandbook={() => attempt(browser.openWelcome)}
      onReplace={(word, other) => say({ say: 'replace', word, other })}
      onNote={(text) => say({ say: 'add', text })}
      onReport={() => say({ say: 'report' })}
      onChoose={choose}
      onTick={(handoff, entry, done) =>
        act((view) => send('context.tick', { view, handoff, entry, done, private: browser.private }))
      }
      onShow={({ frame, term }) => {
        if (tab !== null) void attempt(() => send('context.show', { tab, frame, term }));
      }}
    />
  );
}

/** @returns the tab that the panel belongs to; undefined while it is not known, null where there is none */
function useTab(send: Send, browser: PanelBrowser): number | null | undefined {
  const [tab, setTab] = useState<number | null>();
  useEffect(() => {
    const end = new AbortController();
    const { pass } = browser;
    if (pass === null) browser.onFront(setTab, end.signal);
    else send('panel.enter', { pass }).then(setTab, () => setTab(null));
    return () => end.abort();
  }, []);
  return tab;
}
