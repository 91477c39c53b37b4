import { useEffect, useRef, useState } from 'preact/hooks';
import { DefinitionView } from '@/components/DefinitionView';
import { Notice } from '@/components/Notice';
import { FoundResult } from '@/components/panel/FoundResult';
import { Panel } from '@/components/panel/Panel';
import { PanelHead } from '@/components/panel/PanelHead';
import { WhoPart } from '@/components/panel/WhoPart';
import { SearchBox } from '@/components/SearchBox';
import { useAttempt } from '@/components/use-attempt';
import { useWords } from '@/components/use-words';
import type { Found, Who } from '@/utils/messages/context';
import type { Definition } from '@/utils/messages/protocol';
import type { Send } from '@/utils/messages/send';
import type { PanelBrowser } from '@/utils/platform/panel-browser';
import { usePanel } from './use-panel';

interface Props {
  send: Send;
  browser: PanelBrowser;
}

/** The panel: in a frame on the page, or beside it in the browser's own side bar. */
export function PanelPage({ send, browser }: Props) {
  const { t } = useWords();
  const [, attempt] = useAttempt();
  const tab = useTab(send, browser);
  const { view, context, words, draft, asks, givenUp, copied, act, say } = usePanel(send, browser, tab);
  const [query, setQuery] = useState('');
  const [hits, setHits] = useState<Found[]>();
  const [trail, setTrail] = useState<Definition[]>([]);
  /** A department that was searched for. */
  const [askedFor, setAskedFor] = useState<Who>();
  const latest = useRef('');

  useEffect(() => {
    if (view) document.documentElement.dataset.page = view.dark ? 'dark' : 'light';
  }, [view?.dark]);

  useEffect(() => {
    if (browser.pass === null) return;
    const close = ({ key, defaultPrevented, isComposing }: KeyboardEvent) => {
      if (key === 'Escape' && !defaultPrevented && !isComposing) say({ say: 'close' });
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, []);

  const search = (text: string) => {
    setQuery(text);
    latest.current = text;
    if (!text.trim()) return setHits(undefined);
    return attempt(async () => {
      const found = await send('context.search', { query: text.trim() });
      if (latest.current === text) setHits(found);
    });
  };
  const open = (concept: string, word: string) =>
    attempt(async () => {
      const definition = await send('search.concept', { concept, word });
      if (definition) setTrail((trail) => [...trail, definition]);
    });

  const openFound = (found: Found) => {
    if (found.kind === 'concept') return open(found.hit.concept, found.hit.term.text);
    if (found.kind === 'document') {
      window.open(found.url, '_blank', 'noreferrer');
      return;
    }
    if (found.kind === 'project') act((view) => send('context.choose', { view, project: found.id }));
    else setAskedFor(found.who);
    return search('');
  };

  const shown = trail.at(-1);
  return (
    <div class="panel">
      <PanelHead
        view={view}
        onClose={browser.pass === null ? undefined : () => say({ say: 'close' })}
        onOtherSide={browser.pass === null ? undefined : () => say({ say: 'other-side' })}
      />
      {givenUp && <Notice tone="warn">{t('panel_given_up')}</Notice>}
      {copied && <Notice tone="good">{t('panel_report_copied')}</Notice>}
      {context === null ? (
        <NoHandbook onChoose={() => attempt(browser.openWelcome)} />
      ) : shown ? (
        <DefinitionView
          key={trail.length}
          definition={shown}
          onBack={() => setTrail((trail) => trail.slice(0, -1))}
          onOpen={open}
        />
      ) : (
        <>
          <SearchBox
            query={query}
            hits={hits}
            keyOf={keyOf}
            draw={(found) => <FoundResult found={found} />}
            quiet
            onQuery={search}
            onOpen={openFound}
          />
          {query.trim() === '' && (
            <div class="panel-parts">
              {askedFor && <WhoPart who={[askedFor]} asks={1} title="found_department" />}
              {view === null && <p class="panel-empty">{t('panel_unread')}</p>}
              {view && context && (
                <Panel
                  view={view}
                  context={context}
                  words={words}
                  draft={draft}
                  asks={asks}
                  onReplace={(word, other) => say({ say: 'replace', word, other })}
                  onNote={(text) => say({ say: 'add', text })}
                  onChoose={(project) => act((view) => send('context.choose', { view, project }))}
                  onTick={(handoff, entry, done) =>
                    act((view) => send('context.tick', { view, handoff, entry, done }))
                  }
                  onReport={() => say({ say: 'report' })}
                  onShow={(word) => {
                    if (tab) void send('context.show', { tab, frame: word.frame, term: word.term });
                  }}
                />
              )}
            </div>
          )}
        </>
      )}
    </div>
  );
}

function NoHandbook({ onChoose }: { onChoose: () => void }) {
  const { t } = useWords();
  return (
    <section class="panel-empty">
      <p>{t('popup_first_text')}</p>
      <button type="button" class="button button-main" onClick={onChoose}>
        {t('popup_first_choose')}
      </button>
    </section>
  );
}

function keyOf(found: Found): string {
  switch (found.kind) {
    case 'concept':
      return `concept ${found.hit.concept}`;
    case 'department':
      return `department ${found.who.department.id}`;
    case 'project':
      return `project ${found.id}`;
    case 'document':
      return `document ${found.url}`;
  }
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
