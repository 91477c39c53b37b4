/** A quiet button beside a card's or a mail's own actions: ask another department about this. */
import { type Covered, keepBeside } from './beside';

export interface AskButtonOptions {
  text: string;
  /** Looks for the host's own actions. */
  find(): Element | null;
  onAsk(): void;
  /** px at the sides of the window that the panel lies over */
  covered(): Covered;
  signal: AbortSignal;
}

/**
 * @param root where it stands (`own-element`)
 * @returns a function to be called whenever the page has changed
 */
export function createAskButton(
  root: ShadowRoot,
  { text, find, onAsk, covered, signal }: AskButtonOptions,
): () => void {
  const button = root.ownerDocument.createElement('button');
  button.type = 'button';
  button.className = 'ask';
  button.textContent = text;
  button.addEventListener('click', onAsk, { signal });
  root.append(button);
  signal.addEventListener('abort', () => button.remove());
  const { look } = keepBeside(button, { find, where: 'behind', onPlaced: takeLook, covered, signal });
  return look;

  /** It looks as the host's own buttons do. */
  function takeLook(anchor: Element): void {
    const model = anchor.matches('button, a') ? anchor : anchor.querySelector('button, a');
    // A heading's letters are too large and its corners are none.
    const { color, fontFamily } = getComputedStyle(model ?? anchor);
    Object.assign(button.style, { color, fontFamily });
    button.style.borderRadius = model?.matches('button') ? getComputedStyle(model).borderRadius : '';
  }
}
