/** What a page tells of the place where a word stands: enough to know which meaning is meant, and no more. */
import type { Surroundings } from '@/utils/messages/protocol';
import { blockOf } from './readable';
import { speakersNear } from './speaker';

const mostText = 600;

/**
 * @param range where the word stands
 * @param others ids of terms marked near it
 */
export function surroundingsOf(range: Range, others: number[]): Surroundings {
  const block = blockOf(range.startContainer);
  const text = block?.textContent ?? '';
  const before = block?.ownerDocument.createRange();
  if (block && before) {
    before.setStart(block, 0);
    before.setEnd(range.startContainer, range.startOffset);
  }
  const at = before?.toString().length ?? 0;
  // The word stands in the middle of what is told.
  const from = Math.max(0, Math.min(at - mostText / 2, text.length - mostText));
  return {
    text: text.slice(from, from + mostText),
    title: document.title.slice(0, 300),
    speakers: block ? speakersNear(block) : [],
    others: others.slice(0, 200),
  };
}
