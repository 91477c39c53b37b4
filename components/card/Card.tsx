/** The definition card: what is meant here first, the reader's own meaning beside it, the rest within reach. */
import { useId } from 'preact/hooks';
import type { Definition, SearchHit } from '@/utils/messages/protocol';
import type { Translate } from '@/utils/platform/translate';
import { CardBar } from './CardBar';
import { Details } from './Details';
import { MeaningText } from './MeaningText';
import { NearMatches } from './NearMatches';
import { OtherMeanings } from './OtherMeanings';
import { Term } from './Term';
import { Why } from './Why';

/** What the card shows: a definition, or that a word has none. */
export type CardContent = { definition: Definition; shown: number } | { missing: string; near: SearchHit[] };

export interface CardProps {
  content: CardContent;
  canGoBack: boolean;
  pinned: boolean;
  /** The details are unfolded. */
  open: boolean;
  copied: boolean;
  hints: boolean;
  /** BCP 47 tag of the interface. */
  language: string;
  t: Translate;
  onShow(index: number): void;
  onConcept(concept: string): void;
  onBack(): void;
  onPin(): void;
  onOpen(): void;
  onCopy(): void;
  onClose(): void;
}

export function Card(props: CardProps) {
  const { content, language, t, onConcept } = props;
  const id = useId();
  return (
    <section
      class="card"
      role="dialog"
      aria-labelledby={`${id}-term`}
      aria-describedby={`${id}-meaning`}
      lang={language}
    >
      {'missing' in content ? (
        <>
          <header>
            <h2 id={`${id}-term`}>{content.missing}</h2>
            <CardBar {...props} canCopy={false} />
          </header>
          <div id={`${id}-meaning`}>
            <NearMatches word={content.missing} hits={content.near} t={t} onConcept={onConcept} />
          </div>
        </>
      ) : (
        <Defined {...props} content={content} id={id} />
      )}
    </section>
  );
}

function Defined(props: CardProps & { content: { definition: Definition; shown: number }; id: string }) {
  const { content, id, open, language, hints, t, onShow, onConcept, onOpen } = props;
  const { definition, shown } = content;
  const meaning = definition.meanings[shown]!;
  const yours = definition.yours === undefined ? undefined : definition.meanings[definition.yours];
  const beside = shown === 0 && yours ? yours : undefined;
  return (
    <>
      <header>
        <Term id={`${id}-term`} meaning={meaning} />
        <CardBar {...props} canCopy />
      </header>
      <div id={`${id}-meaning`}>
        <MeaningText meaning={meaning} isYours={shown > 0 && meaning === yours} t={t} />
        {beside && <MeaningText meaning={beside} isYours t={t} />}
      </div>
      <Why reason={definition.reason} certain={definition.certain} leads={shown === 0} t={t} />
      <OtherMeanings definition={definition} shown={shown} hints={hints} t={t} onShow={onShow} />
      <Details
        meaning={meaning}
        open={open}
        language={language}
        t={t}
        onOpen={onOpen}
        onConcept={onConcept}
      />
    </>
  );
}
