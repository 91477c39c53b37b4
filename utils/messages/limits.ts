/** Limits that both ends of a message keep. */

/** px that the panel on a page is wide, at least and at most */
export const leastDock = 280;
export const mostDock = 640;

/** Terms that a frame tells of: more than a list can be read through. */
export const mostWords = 200;

/** Characters of a draft that are looked at. */
export const mostDraft = 20_000;
