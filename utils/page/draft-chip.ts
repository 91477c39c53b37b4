/** A small chip beside an editor: so many words of the draft are read differently by those it goes to. */
import { type Covered, keepBeside } from './beside';
import type { Editor } from './editor';

export interface DraftChipOptions {
  /** Of so many words. */
  text(count: number): string;
  onOpen(): void;
  /** px at the sides of the window that the panel lies over */
  covered(): Covered;
  signal: AbortSignal;
}

export interface DraftChip {
  /** Shows it beside an editor; with a count of 0, or without one, it goes. */
  show(editor: Editor | null, count: number): void;
  /** The page has changed: the editor may have moved. */
  look(): void;
}

/** @param root where it stands (`own-element`) */
export function createDraftChip(
  root: ShadowRoot,
  { text, onOpen, covered, signal }: DraftChipOptions,
): DraftChip {
  const chip = root.ownerDocument.createElement('button');
  chip.type = 'button';
  chip.className = 'draft-chip';
  // Pressed, it must not take the writer's place in the text away.
  chip.addEventListener('pointerdown', (event) => event.preventDefault(), { signal });
  chip.addEventListener('click', onOpen, { signal });
  root.append(chip);
  signal.addEventListener('abort', () => chip.remove());
  let anchor: Element | null = null;
  const beside = keepBeside(chip, { find: () => anchor, where: 'inside', covered, signal });
  return {
    show(editor, count) {
      anchor = count > 0 && editor ? (frameOf(editor) ?? editor) : null;
      if (!anchor) {
        beside.leave();
        return;
      }
      chip.textContent = text(count);
      beside.look();
    },
    look() {
      if (anchor) beside.look();
    },
  };
}

/** In a frame of its own an editor is seen as far as the frame is. */
function frameOf({ ownerDocument }: Element): Element | null {
  return ownerDocument.defaultView?.frameElement ?? null;
}
