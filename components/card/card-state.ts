/** Where the reader is in the card: which meaning is shown, the way back, what is unfolded. */
import type { CardContent, Opening } from '@/utils/messages/card';
import type { Definition } from '@/utils/messages/protocol';

/** What is looked at: a definition and which of its meanings, or that a word has none. */
export interface View {
  content: CardContent;
  /** Index in the definition's meanings. */
  shown: number;
}

export interface CardState extends View {
  /** What was looked at before, for the way back. */
  trail: readonly View[];
  unfolded: boolean;
  pinned: boolean;
  copied: 'not yet' | 'yes' | 'refused';
}

export type Step =
  | { step: 'show'; index: number }
  /** So many meanings on, or back; past the last comes the first. */
  | { step: 'next'; by: number }
  | { step: 'enter'; definition: Definition }
  | { step: 'back' }
  | { step: 'unfold' }
  | { step: 'pin' }
  | { step: 'copied'; done: boolean };

export function opened({ content, pinned }: Pick<Opening, 'content' | 'pinned'>): CardState {
  return { content, shown: 0, trail: [], unfolded: false, pinned, copied: 'not yet' };
}

/** @returns the state after a step; the same one where the step leads nowhere */
export function after(state: CardState, step: Step): CardState {
  const { content, shown, trail } = state;
  const meanings = 'definition' in content ? content.definition.meanings.length : 0;
  switch (step.step) {
    case 'show':
      return step.index < meanings ? { ...state, shown: step.index, copied: 'not yet' } : state;
    case 'next':
      return meanings > 1
        ? after(state, { step: 'show', index: (shown + step.by + meanings) % meanings })
        : state;
    case 'enter':
      return {
        ...state,
        content: { definition: step.definition },
        shown: 0,
        trail: [...trail, { content, shown }],
        copied: 'not yet',
      };
    case 'back': {
      const last = trail.at(-1);
      return last ? { ...state, ...last, trail: trail.slice(0, -1), copied: 'not yet' } : state;
    }
    case 'unfold':
      return { ...state, unfolded: !state.unfolded };
    case 'pin':
      return { ...state, pinned: !state.pinned };
    case 'copied':
      return { ...state, copied: step.done ? 'yes' : 'refused' };
  }
}
