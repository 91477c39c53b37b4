/** The text a person selected, wherever it stands. */

export interface Selected {
  text: string;
  range: Range;
  /** Box of its last line, CSS px of the viewport. */
  line: DOMRect;
}

/** A longer selection is a passage, not a word to look up. */
const longest = 200;

/** @returns what is selected in this frame, or null where nothing is or too much */
export function selectedRange(shadowRoots: readonly ShadowRoot[]): Selected | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const [inShadow] = selection.getComposedRanges({ shadowRoots: [...shadowRoots] });
  const range = document.createRange();
  if (inShadow) {
    range.setStart(inShadow.startContainer, inShadow.startOffset);
    range.setEnd(inShadow.endContainer, inShadow.endOffset);
  }
  const text = range
    .toString()
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  const line = boxes[boxes.length - 1];
  return text && text.length <= longest && line ? { text, range, line } : null;
}
