/** The card is drawn in the outermost window that may be reached from here, so that a small frame does not cut it. */

/** @returns the outermost window of the same origin in an unbroken row from this one */
export function outermostWindow(): Window & typeof globalThis {
  let home = window;
  while (home.frameElement) home = home.parent as typeof window;
  return home;
}

/** @returns where this frame's viewport lies in that window's, CSS px */
export function frameOffset(): { left: number; top: number } {
  let left = 0;
  let top = 0;
  for (let at: Window = window; at.frameElement; at = at.parent) {
    const box = at.frameElement.getBoundingClientRect();
    left += box.left + at.frameElement.clientLeft;
    top += box.top + at.frameElement.clientTop;
  }
  return { left, top };
}
