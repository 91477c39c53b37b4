/** The definition card: what is meant here first, the reader's own meaning beside it, the rest within reach. */
import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import type { Definition } from '@/utils/messages/protocol';
import type { Translate } from '@/utils/messages/translate';
import { CardBar } from './CardBar';
import type { CardState } from './card-state';
import { Details } from './Details';
import { KeyHints } from './KeyHints';
import { MeaningText } from './MeaningText';
import { NearMatches } from './NearMatches';
import { OtherMeanings } from './OtherMeanings';
import { Term } from './Term';
import { Why } from './Why';

export interface CardProps {
  root: Ref<HTMLElement>;
  /** px */
  width: number;
  state: CardState;
  hints: boolean;
  /** BCP 47 tag of the interface. */
  language: string;
  t: Translate;
  onShow(index: number): void;
  onConcept(concept: string, word: string): void;
  onBack(): void;
  onPin(): void;
  onUnfold(): void;
  onCopy(): void;
  onClose(): void;
}

export function Card(props: CardProps) {
  const { root, width, state, language, t, onConcept } = props;
  const { content } = state;
  const id = useId();
  return (
    <section
      ref={root}
      class="card"
      style={{ width: `${width}px` }}
      role="dialog"
      tabIndex={-1}
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
        <Defined {...props} definition={content.definition} id={id} />
      )}
    </section>
  );
}

function Defined(props: CardProps & { definition: Definition; id: string }) {
  const { definition, state, id, language, hints, t, onShow, onConcept, onUnfold } = props;
  const { shown, unfolded, copied } = state;
  const { meanings, reason, certain } = definition;
  const meaning = meanings[shown]!;
  const yours = definition.yours === undefined ? undefined : meanings[definition.yours];
  const leads = shown === 0;
  return (
    <>
      <header>
        <Term id={`${id}-term`} meaning={meaning} />
        <CardBar {...props} canCopy />
      </header>
      <div id={`${id}-meaning`}>
        <MeaningText meaning={meaning} isYours={meaning === yours} t={t} />
        {leads && <Why reason={reason} certain={certain} t={t} />}
        {leads && yours && yours !== meaning && <MeaningText meaning={yours} isYours t={t} />}
      </div>
      {copied === 'refused' && (
        <p class="notice" role="alert">
          {t('card_copy_refused')}
        </p>
      )}
      <OtherMeanings definition={definition} shown={shown} t={t} onShow={onShow} />
      <Details
        meaning={meaning}
        open={unfolded}
        language={language}
        t={t}
        aside={hints && <KeyHints canGoBack={state.trail.length > 0} canSwitch={meanings.length > 1} t={t} />}
        onOpen={onUnfold}
        onConcept={onConcept}
      />
    </>
  );
}
