/** The text a person selected, wherever it stands. */
import { secretField } from './readable';

export interface Selected {
  text: string;
  /** Where it stands; around the field if it stands in one. */
  range: Range;
  /** @returns the box of its last line, CSS px of the viewport; null: it is gone */
  line(): DOMRect | null;
}

/** A longer selection is a passage, not a word to look up. */
const longest = 200;

/** @returns what is selected in this frame, or null where nothing is or too much */
export function selectedText(shadowRoots: readonly ShadowRoot[]): Selected | null {
  const selected = inField(innermostActive()) ?? inPage(shadowRoots);
  if (!selected) return null;
  const text = selected.text
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text && text.length <= longest && selected.line() ? { ...selected, text } : null;
}

function inPage(shadowRoots: readonly ShadowRoot[]): Selected | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const [composed] = selection.getComposedRanges({ shadowRoots: [...shadowRoots] });
  if (!composed) return null;
  const range = document.createRange();
  range.setStart(composed.startContainer, composed.startOffset);
  range.setEnd(composed.endContainer, composed.endOffset);
  const line = () => [...range.getClientRects()].findLast(({ width }) => width > 0) ?? null;
  return { text: range.toString(), range, line };
}

/** What has the focus, in open shadow roots too. */
function innermostActive(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** The text of a field is not part of the document's selection. */
function inField(element: Element | null): Selected | null {
  const isField =
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && !element.matches(secretField));
  if (!isField || element.selectionStart === null || element.selectionStart === element.selectionEnd)
    return null;
  const range = document.createRange();
  range.selectNode(element);
  return {
    text: element.value.slice(element.selectionStart, element.selectionEnd ?? undefined),
    range,
    line: () => (element.isConnected ? element.getBoundingClientRect() : null),
  };
}
