/** A small chip beside an editor: so many words of the draft are read differently by those it goes to. */
import { keepBeside } from './beside';
import type { Editor } from './editor';

/**
 * @param root where it stands (`own-element`)
 * @param text of so many words
 * @returns shows it beside an editor; with a count of 0, or without one, it goes
 */
export function createDraftChip(
  root: ShadowRoot,
  {
    text,
    dark,
    onOpen,
    signal,
  }: { text(count: number): string; dark: boolean; onOpen(): void; signal: AbortSignal },
): (editor: Editor | null, count: number) => void {
  const chip = root.ownerDocument.createElement('button');
  chip.type = 'button';
  chip.className = 'draft-chip';
  chip.dataset.theme = dark ? 'dark' : 'light';
  // Pressed, it must not take the writer's place in the text away.
  chip.addEventListener('pointerdown', (event) => event.preventDefault(), { signal });
  chip.addEventListener('click', onOpen, { signal });
  root.append(chip);
  signal.addEventListener('abort', () => chip.remove());
  let anchor: Element | null = null;
  const beside = keepBeside(chip, { find: () => anchor, where: 'inside', signal });
  return (editor, count) => {
    if (count === 0 || !editor) {
      beside.leave();
      return;
    }
    chip.textContent = text(count);
    anchor = frameOf(editor) ?? editor;
    beside.look();
  };
}

/** In a frame of its own an editor is seen as far as the frame is. */
function frameOf({ ownerDocument }: Element): Element | null {
  return ownerDocument.defaultView?.frameElement ?? null;
}
