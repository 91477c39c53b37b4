/** One place on the page where a term stands. */
export interface Occurrence {
  term: number;
  contested: boolean;
  /** Does not follow changes of the page, and so costs it nothing. */
  range: StaticRange;
  /** The block it flows in. */
  block: Element;
}

/** @returns a live range over the same text, for measuring; null if the page has changed under it */
export function liveRange({ range }: Occurrence): Range | null {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (!startContainer.isConnected || !endContainer.isConnected) return null;
  try {
    const live = startContainer.ownerDocument!.createRange();
    live.setStart(startContainer, startOffset);
    live.setEnd(endContainer, endOffset);
    return live;
  } catch {
    return null; // the text became shorter: IndexSizeError
  }
}

/** @returns the text as it stands on the page, white space as one space */
export function wordOf(occurrence: Occurrence): string {
  return (liveRange(occurrence)?.toString() ?? '')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
