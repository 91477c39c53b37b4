/** What can be read off a board or a mail; the selectors for it are data that a handbook may correct. */

export const slotNames = [
  /** Name of the board or project; of a mail's folder. */
  'board',
  /** Name of the list that a card lies in. */
  'list',
  /** Of card or mail. */
  'title',
  /** Of card or mail, as its address names it. */
  'id',
  'labels',
  'due',
  /** Who wrote; they come before all others. */
  'senders',
  /** Receivers of a mail, members of a card. */
  'people',
  'text',
  /** Frames of the same origin that all of this may stand in. */
  'frame',
  /** What an Ask button may stand beside. */
  'action',
  /** Where a mail is written to. */
  'recipients',
  /** Where its subject is written. */
  'subject',
  /** Where a mail or comment is written; a frame stands for its body. */
  'editor',
] as const;
export type SlotName = (typeof slotNames)[number];
