/** Limits that both ends of a message keep. */

/** Characters of a draft that are looked at. */
export const mostDraft = 20_000;
