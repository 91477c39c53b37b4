import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Definition } from '@/utils/messages/protocol';
import { Details } from './card/Details';
import { MeaningText } from './card/MeaningText';
import { OtherMeanings } from './card/OtherMeanings';
import { Term } from './card/Term';
import { Icon } from './Icon';
import { useWords } from './use-words';

interface Props {
  definition: Definition;
  onBack: () => void;
  onOpen: (concept: string, word: string) => void;
}

/** What the definition card shows on a page, inside a page of ours; with the way back to where it was opened from. */
export function DefinitionView({ definition, onBack, onOpen }: Props) {
  const { t, language } = useWords();
  const id = useId();
  const back = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState(0);
  const [open, setOpen] = useState(true);
  useEffect(() => back.current?.focus(), []);
  const meaning = definition.meanings[shown]!;
  const yours = definition.yours === undefined ? undefined : definition.meanings[definition.yours];
  return (
    <section
      class="definition"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onBack();
      }}
    >
      <button ref={back} type="button" class="button button-quiet definition-back" onClick={onBack}>
        <Icon name="back" />
        {t('page_back')}
      </button>
      <Term id={id} meaning={meaning} />
      <MeaningText meaning={meaning} isYours={meaning === yours} t={t} />
      <OtherMeanings definition={definition} shown={shown} t={t} onShow={setShown} />
      <Details
        meaning={meaning}
        open={open}
        language={language}
        t={t}
        onOpen={() => setOpen(!open)}
        onConcept={onOpen}
      />
    </section>
  );
}
