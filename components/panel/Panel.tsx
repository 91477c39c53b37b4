import type { Context, WordHere } from '@/utils/messages/context';
import type { DraftWord } from '@/utils/messages/draft';
import type { View } from '@/utils/messages/view';
import { Notice } from '../Notice';
import { useWords } from '../use-words';
import { DocumentsPart } from './DocumentsPart';
import { DraftPart } from './DraftPart';
import { GoalPart } from './GoalPart';
import { HandoffsPart } from './HandoffsPart';
import { WeekPart } from './WeekPart';
import { WhoPart } from './WhoPart';
import { WordsPart } from './WordsPart';

interface Props {
  view: View;
  context: Context;
  words: WordHere[];
  /** Words of what is being written. */
  draft: DraftWord[];
  /** How often the reader wished to ask about the view. */
  asks: number;
  onChoose: (project: string | null) => void;
  onTick: (handoff: string, entry: number, done: boolean) => void;
  onShow: (word: WordHere) => void;
  onReplace: (word: string, other: string) => void;
  onNote: (note: string) => void;
  onReport: () => void;
}

/** What belongs to the view beside it: parts that have nothing to say are absent. */
export function Panel(props: Props) {
  const { view, context, words, draft, asks, onChoose, onTick, onShow, onReplace, onNote, onReport } = props;
  const { t } = useWords();
  const { goal, projects, who, handoffs, updates, documents, decisions, lessons } = context;
  return (
    <>
      {view.missing.length > 0 && (
        <Notice tone="warn">
          {t('panel_reduced')}{' '}
          <button type="button" class="link" onClick={onReport}>
            {t('panel_report')}
          </button>
        </Notice>
      )}
      <DraftPart words={draft} onReplace={onReplace} onNote={onNote} />
      <GoalPart goal={goal} projects={projects} onChoose={onChoose} />
      <WhoPart who={who} asks={asks} title="panel_who" />
      <HandoffsPart handoffs={handoffs} onTick={onTick} />
      <WordsPart words={words} onShow={onShow} />
      <WeekPart updates={updates} />
      <DocumentsPart documents={documents} decisions={decisions} lessons={lessons} />
    </>
  );
}
