/** Everything that happens on a page, from its words to the card; ends with one signal. */
import type { CardContent } from '@/components/card/Card';
import type { Answer, Notice, PageStart, Surroundings } from '@/utils/messages/protocol';
import { translator } from '@/utils/platform/translate';
import { type CardOpening, createCard } from './card';
import { watchHover } from './hover';
import { createMarks } from './mark';
import { liveRange, type Occurrence, wordOf } from './occurrence';
import { selectedRange } from './selection';
import { styleShadowRoot } from './shadow-style';
import { createSteps } from './step';
import { surroundingsOf } from './surroundings';
import { findWords } from './words';

/** What a page may ask; answered by the background. */
export interface Ask {
  terms(keys: number[]): Promise<Answer<'page.terms'>>;
  define(term: number, word: string, around: Surroundings): Promise<Answer<'page.define'>>;
  lookUp(word: string, around: Surroundings): Promise<Answer<'page.lookUp'>>;
  concept(concept: string, around: Surroundings): Promise<Answer<'page.concept'>>;
}

export interface Overlay {
  command(command: (Notice & { notice: 'command' })['command']): void;
}

/**
 * @param start what the background said when the page began
 * @param onStale told when the vocabulary has changed since
 */
export function startOverlay(
  start: Extract<PageStart, { on: true }>,
  ask: Ask,
  onStale: () => void,
  signal: AbortSignal,
): Overlay {
  const { settings, vocabulary, messages, language } = start;
  const t = translator(messages);
  const marks = createMarks(signal);
  const words = findWords(document, {
    marks,
    density: settings.density,
    signal,
    onShadowRoot: (root) => styleShadowRoot(root, signal),
    async formsBeginning(keys) {
      const answer = await ask.terms(keys);
      if (answer.vocabulary !== vocabulary) {
        onStale();
        return [];
      }
      return answer.forms.map(([text, flags, term, never]) => ({
        text,
        flags,
        term,
        ...(never && { never }),
      }));
    },
  });
  let around: Surroundings | null = null;
  const card = createCard(
    { theme: settings.theme, hints: settings.hints, language, t },
    (concept) => (around ? ask.concept(concept, around) : Promise.resolve(null)),
    () => {
      marks.setCurrent(null);
      shown = null;
    },
    signal,
  );
  const steps = createSteps(marks);
  /** The word the card is open at. */
  let shown: Occurrence | null = null;
  /** The answer on its way for the word the pointer came to. */
  let coming: { occurrence: Occurrence; content: Promise<CardContent | null> } | null = null;

  watchHover(
    { marks, shadowRoots: words.shadowRoots, cardBox: () => card.box(), signal },
    {
      onApproach(occurrence) {
        if (occurrence !== shown) coming = { occurrence, content: define(occurrence) };
      },
      onRest: (occurrence, line) => void openAt(occurrence, line, false),
      onLeave: () => card.leave(),
    },
  );

  return {
    command(command) {
      if (command === 'define-selection') void defineSelection();
      else {
        const occurrence = steps.to(command === 'next-term' ? 1 : -1, shown);
        if (occurrence) void openAt(occurrence, steps.lineOf(occurrence), true);
      }
    },
  };

  async function openAt(occurrence: Occurrence, line: DOMRect | null, focus: boolean): Promise<void> {
    if (occurrence === shown && !focus) return;
    const asked = coming?.occurrence === occurrence ? coming.content : define(occurrence);
    const content = await asked;
    if (!content || !line || signal.aborted) return;
    // The pointer went on to another word meanwhile.
    if (!focus && coming && coming.occurrence !== occurrence) return;
    shown = occurrence;
    await show({ content, line, focus });
    marks.setCurrent(focus ? occurrence : null);
  }

  async function define(occurrence: Occurrence): Promise<CardContent | null> {
    const range = liveRange(occurrence);
    if (!range) return null;
    const place = surroundingsOf(range, words.termsAround(range.getBoundingClientRect().top, innerHeight));
    const definition = await ask.define(occurrence.term, wordOf(occurrence), place);
    around = place;
    return definition && { definition, shown: 0 };
  }

  async function defineSelection(): Promise<void> {
    const selected = selectedRange(words.shadowRoots);
    if (!selected) {
      card.focus();
      return;
    }
    const place = surroundingsOf(selected.range, []);
    const answer = await ask.lookUp(selected.text, place);
    around = place;
    shown = null;
    const content: CardContent = answer.found
      ? { definition: answer.found, shown: 0 }
      : { missing: answer.word, near: answer.near };
    await show({ content, line: selected.line, focus: true });
  }

  async function show(opening: CardOpening): Promise<void> {
    if (!signal.aborted) await card.open(opening);
  }
}
