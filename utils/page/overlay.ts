/** Everything that happens on a page, from its words to the card; ends with one signal. */
import type { CardContent } from '@/utils/messages/card';
import { mostWords } from '@/utils/messages/limits';
import type { Marked } from '@/utils/messages/notice-answers';
import type { Answer, Command, PageStart, Surroundings } from '@/utils/messages/protocol';
import { createCard } from './card';
import { findWords } from './find-words';
import { lineAt, watchHover } from './hover';
import { createMarks } from './mark';
import { liveRange, type Occurrence, wordOf } from './occurrence';
import type { FramePage } from './own-frame';
import { type Selected, selectedText } from './selection';
import { styleShadowRoot } from './shadow-style';
import { createSteps } from './step';
import { surroundingsOf } from './surroundings';
import { watchWords } from './watch-words';

/** What a page may ask; answered by the background. */
export interface Ask {
  terms(keys: number[]): Promise<Answer<'page.terms'>>;
  define(term: number, word: string, around: Surroundings): Promise<Answer<'page.define'>>;
  lookUp(word: string, around: Surroundings): Promise<Answer<'page.lookUp'>>;
  concept(concept: string, word: string): Promise<Answer<'page.concept'>>;
}

interface Question {
  /** The marked word asked about, if it is one. */
  occurrence: Occurrence | null;
  content: Promise<CardContent | null>;
}

export interface Overlay {
  readonly isCardOpen: boolean;
  /** @returns false if there is nothing to do here, so that another frame may be asked */
  command(command: Command): boolean;
  /** Terms marked here, in the order of the page, each once; undefined: none are. */
  words(): Marked | undefined;
  /** Goes to where a term is marked, and opens its card. @returns false if it is not */
  showWord(term: number): boolean;
}

/**
 * @param start what the background said when the page began
 * @param cardPage the extension's page that shows the card
 * @param events onStale: the vocabulary has changed since; onFailure: the background did not answer, and no more is marked; onMarked: other words are marked than was answered
 */
export function startOverlay(
  start: Extract<PageStart, { on: true }>,
  ask: Ask,
  cardPage: FramePage,
  { onStale, onFailure, onMarked }: { onStale(): void; onFailure(error: unknown): void; onMarked(): void },
  signal: AbortSignal,
): Overlay {
  const { settings, vocabulary, messages, language } = start;
  const marks = createMarks(() => listed.changed(), signal);
  const listed = watchWords(list, start.asked, onMarked, signal);
  const words = findWords(document, {
    marks,
    density: settings.density,
    signal,
    onShadowRoot: (root) => styleShadowRoot(root, signal),
    onChanged: () => card.leaveIfGone(),
    onFailure,
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
  const steps = createSteps(marks);
  /** The word the card is open at. */
  let shown: Occurrence | null = null;
  /** The question whose answer will be opened: an answer to an older one comes too late. */
  let asked: Question | null = null;
  /** The question of the word that the pointer is on; its answer is drawn ahead, unless another will be opened. */
  let pointed: Question | null = null;

  const card = createCard({
    look: { hints: settings.hints, language, messages },
    theme: settings.theme,
    page: cardPage,
    lookUpConcept: ask.concept,
    onPointer: (inside) => hover?.inCard(inside),
    onClose() {
      marks.setCurrent(null);
      shown = null;
    },
    signal,
  });
  // Without marks there is nothing to point at, and no pointer to follow.
  const hover =
    settings.density === 'none'
      ? null
      : watchHover(
          { marks, shadowRoots: words.shadowRoots, cardBox: card.box, signal },
          {
            onApproach(occurrence) {
              if (card.isPinned || occurrence === shown) return;
              card.prepare();
              const question = define(occurrence);
              if (asked === pointed) asked = null;
              pointed = question;
              void question.content.then((content) => {
                if (content && question === pointed && !asked && !signal.aborted) card.draw(content);
              });
            },
            onRest(occurrence, point) {
              if (!card.isPinned && occurrence !== shown)
                void openAt(occurrence, () => lineAt(occurrence, point));
            },
            onLeave() {
              if (asked === pointed) asked = null;
              pointed = null;
              card.leave();
            },
          },
        );

  return {
    get isCardOpen() {
      return card.isOpen;
    },
    command(command) {
      if (command === 'define-selection') return defineSelection();
      const occurrence = steps.to(command === 'next-term' ? 1 : -1, shown);
      if (occurrence) void stepTo(occurrence);
      return occurrence !== null;
    },
    words: listed.answer,
    showWord(term) {
      const occurrence = steps.toTerm(term);
      if (occurrence) void stepTo(occurrence);
      return occurrence !== null;
    },
  };

  function list(): Marked | undefined {
    const first = new Map<number, Occurrence>();
    for (const occurrence of marks.inOrder()) {
      if (!first.has(occurrence.term)) first.set(occurrence.term, occurrence);
    }
    if (first.size === 0) return undefined;
    const words = [...first].slice(0, mostWords).map(([term, one]) => ({ term, word: wordOf(one) }));
    return { vocabulary, words };
  }

  async function openAt(occurrence: Occurrence, line: () => DOMRect | null): Promise<void> {
    if (pointed?.occurrence !== occurrence) pointed = define(occurrence);
    if (await show(pointed, line, false)) {
      shown = occurrence;
      marks.setCurrent(null);
    }
  }

  async function stepTo(occurrence: Occurrence): Promise<void> {
    const line = () => liveRange(occurrence)?.getClientRects()[0] ?? null;
    if (await show(define(occurrence), line, true)) {
      shown = occurrence;
      marks.setCurrent(occurrence);
    }
  }

  function define(occurrence: Occurrence): Question {
    const range = liveRange(occurrence);
    if (!range) return { occurrence, content: Promise.resolve(null) };
    const nearby = words.termsAround(range.getBoundingClientRect().top, innerHeight);
    const answer = ask.define(occurrence.term, wordOf(occurrence), surroundingsOf(range, nearby));
    const content = answer.then((definition) => definition && { definition }).catch(() => null);
    return { occurrence, content };
  }

  /** An open card that the selection has nothing to do with gets the focus; else the selected text is looked up. */
  function defineSelection(): boolean {
    const selected = selectedText(words.shadowRoots);
    if (card.isOpen && !(selected && shown && holds(selected, shown))) card.focus();
    else if (selected) void lookUp(selected);
    else return false;
    return true;
  }

  async function lookUp({ text, range, line }: Selected): Promise<void> {
    const content = ask
      .lookUp(text, surroundingsOf(range, []))
      .then(
        (answer): CardContent =>
          answer.found ? { definition: answer.found } : { missing: answer.word, near: answer.near },
      )
      .catch(() => null);
    if (await show({ occurrence: null, content }, line, true)) {
      shown = null;
      marks.setCurrent(null);
    }
  }

  /** @returns whether a card is open now; not, if another question was asked meanwhile */
  async function show(question: Question, line: () => DOMRect | null, focus: boolean): Promise<boolean> {
    asked = question;
    const content = await question.content;
    if (question !== asked || signal.aborted) return false;
    asked = null;
    if (!content) return false;
    card.open({ content, line, focus });
    return card.isOpen;
  }
}

function holds({ range }: Selected, occurrence: Occurrence): boolean {
  const word = liveRange(occurrence);
  return (
    word !== null &&
    (range.isPointInRange(word.startContainer, word.startOffset) ||
      range.isPointInRange(word.endContainer, word.endOffset))
  );
}
