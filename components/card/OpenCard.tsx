/** The card as it is used: keeps what the reader did with it, hears its keys, and tells how high it is. */
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Opening } from '@/utils/messages/card';
import type { Definition } from '@/utils/messages/protocol';
import { translator } from '@/utils/messages/translate';
import { Card } from './Card';
import { after, opened } from './card-state';
import { definitionText } from './definition-text';

interface OpenCardProps {
  opening: Opening;
  /** @returns a concept named on the card by a word, or null */
  lookUp(concept: string, word: string): Promise<Definition | null>;
  /** @returns whether the text is in the clipboard now */
  copy(text: string): Promise<boolean>;
  /** Told whenever it is drawn, and so many px high. */
  onDrawn(height: number): void;
  onPin(pinned: boolean): void;
  onClose(): void;
}

export function OpenCard({ opening, lookUp, copy, onDrawn, onPin, onClose }: OpenCardProps) {
  const { look, width } = opening;
  const [state, step] = useReducer(after, opening, opened);
  const t = useMemo(() => translator(look.messages), [look.messages]);
  const card = useRef<HTMLElement>(null);
  const { shown, pinned } = state;

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = look.language;
    root.dataset.theme = look.dark ? 'dark' : 'light';
  }, [look]);
  useLayoutEffect(() => {
    const tell = () => onDrawn(Math.ceil(card.current?.getBoundingClientRect().height ?? 0));
    const sizes = new ResizeObserver(tell);
    sizes.observe(card.current!);
    tell();
    return () => sizes.disconnect();
  }, [onDrawn]);
  useLayoutEffect(() => document.scrollingElement?.scrollTo(0, 0), [state.content, shown]);
  useEffect(() => onPin(pinned), [pinned, onPin]);
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  function onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowRight') step({ step: 'next', by: 1 });
    else if (event.key === 'ArrowLeft') step({ step: 'next', by: -1 });
    else if (event.key === 'Backspace') goBack();
    else return;
    event.preventDefault();
  }

  async function enter(concept: string, word: string): Promise<void> {
    const definition = await lookUp(concept, word);
    if (!definition) return;
    step({ step: 'enter', definition });
    // What was pressed is gone.
    card.current?.focus();
  }

  function goBack(): void {
    step({ step: 'back' });
    card.current?.focus();
  }

  async function copyText(): Promise<void> {
    if ('missing' in state.content) return;
    const meaning = state.content.definition.meanings[shown]!;
    step({ step: 'copied', done: await copy(definitionText(meaning, t)) });
  }

  return (
    <Card
      root={card}
      width={width}
      state={state}
      hints={look.hints}
      language={look.language}
      t={t}
      onShow={(index) => step({ step: 'show', index })}
      onConcept={(concept, word) => void enter(concept, word)}
      onBack={goBack}
      onPin={() => step({ step: 'pin' })}
      onUnfold={() => step({ step: 'unfold' })}
      onCopy={() => void copyText()}
      onClose={onClose}
    />
  );
}
