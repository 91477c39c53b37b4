import type { Context, Found, Who, WordHere } from '@/utils/messages/context';
import type { DraftWord } from '@/utils/messages/draft';
import type { View } from '@/utils/messages/view';
import { DefinitionView } from '../DefinitionView';
import { Failure } from '../Failure';
import { Notice } from '../Notice';
import { SearchBox } from '../SearchBox';
import type { Search } from '../use-search';
import { useWords } from '../use-words';
import { DocumentsPart } from './DocumentsPart';
import { DraftPart } from './DraftPart';
import { FoundResult } from './FoundResult';
import { GoalPart } from './GoalPart';
import { HandoffsPart } from './HandoffsPart';
import { PanelHead } from './PanelHead';
import { WeekPart } from './WeekPart';
import { WhoPart } from './WhoPart';
import { WordsPart } from './WordsPart';

interface Actions {
  onFound: (found: Found) => void;
  onRetry: () => void;
  onHandbook: () => void;
  /** `null`: the project that the handbook says. */
  onChoose: (project: string | null) => void;
  onTick: (handoff: string, entry: number, done: boolean) => void;
  onShow: (word: WordHere) => void;
  onReplace: (word: string, other: string) => void;
  onNote: (note: string) => void;
  onReport: () => void;
  /** Absent: the browser has its own ways. */
  onClose?: () => void;
  onOtherSide?: () => void;
}

interface Props extends Actions {
  panel: {
    /** undefined: not known yet; null: the page may not be read */
    view: View | null | undefined;
    /** undefined: not known yet; null: there is no handbook */
    context: Context | null | undefined;
    words: WordHere[];
    /** Words of what is being written. */
    draft: DraftWord[];
    /** How often the reader wished to ask about the view. */
    asks: number;
    /** The host has changed. */
    reduced: boolean;
    doubtful: boolean;
    copied: boolean | undefined;
    givenUp: boolean;
  };
  failed: boolean;
  search: Search<Found>;
  /** A department that was searched for. */
  found: Who | undefined;
}

export function PanelView(props: Props) {
  const { panel, failed, search, onFound, onRetry, onHandbook, onClose, onOtherSide } = props;
  const { t } = useWords();
  const { view, context, copied, givenUp } = panel;
  return (
    <div class="panel">
      <PanelHead view={view} onClose={onClose} onOtherSide={onOtherSide} />
      {failed && <Failure onRetry={onRetry} />}
      {givenUp && <Notice tone="warn">{t('panel_given_up')}</Notice>}
      {copied !== undefined && (
        <Notice tone={copied ? 'good' : 'warn'}>
          {t(copied ? 'panel_report_copied' : 'panel_report_refused')}
        </Notice>
      )}
      {context === null ? (
        <NoHandbook onChoose={onHandbook} />
      ) : (
        <>
          {search.shown ? (
            <DefinitionView
              key={search.depth}
              definition={search.shown}
              onBack={search.back}
              onOpen={search.open}
            />
          ) : (
            <SearchBox
              query={search.query}
              hits={search.hits}
              keyOf={keyOf}
              draw={(found) => <FoundResult found={found} />}
              placeholder={t('panel_search')}
              quiet
              onQuery={search.search}
              onOpen={onFound}
            />
          )}
          {/* Hidden, not gone: after a search they stand as they were left, and what was asked once is not asked again. */}
          <div class="panel-parts" hidden={search.shown !== undefined || search.query.trim() !== ''}>
            <Parts {...props} />
          </div>
        </>
      )}
    </div>
  );
}

/** What belongs to the view: parts that have nothing to say are absent. */
function Parts(props: Props) {
  const { panel, failed, found } = props;
  const { onChoose, onTick, onShow, onReplace, onNote, onReport } = props;
  const { t } = useWords();
  const { view, context, words, draft, asks, reduced, doubtful } = panel;
  if (view === null) return <p class="panel-empty">{t('panel_unread')}</p>;
  if (!view || !context) return failed ? null : <div class="progress" aria-hidden="true" />;
  const { goal, projects, who, handoffs, updates, documents, decisions, lessons } = context;
  return (
    <>
      {(reduced || doubtful) && (
        <Notice tone="warn">
          {t(reduced ? 'panel_reduced' : 'panel_doubtful')}{' '}
          <button type="button" class="link" onClick={onReport}>
            {t('panel_report')}
          </button>
        </Notice>
      )}
      {found && (
        <WhoPart key={found.department.id} id="found" who={[found]} asks={1} title="found_department" />
      )}
      <DraftPart words={draft} onReplace={onReplace} onNote={onNote} />
      <GoalPart goal={goal} projects={projects} onChoose={onChoose} />
      <WhoPart id="who" who={who} asks={asks} title="panel_who" />
      <HandoffsPart kind={view.kind} handoffs={handoffs} onTick={onTick} />
      <WordsPart words={words} onShow={onShow} />
      <WeekPart updates={updates} />
      <DocumentsPart documents={documents} decisions={decisions} lessons={lessons} />
    </>
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
