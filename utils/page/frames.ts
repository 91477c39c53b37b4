/** The card is drawn in the outermost window that may be reached from here, so that a small frame does not cut it. */

type Page = Window & typeof globalThis;

/** @returns the outermost window of the same origin in an unbroken row from this one */
export function outermostWindow(): Page {
  let home: Page = window;
  while (home.frameElement) home = home.parent as Page;
  return home;
}

/** @returns what has the focus in a document, or in a frame of it that may be reached */
export function focusedIn(document: Document): Element | null {
  const { activeElement } = document;
  const inner = activeElement && 'contentDocument' in activeElement ? activeElement.contentDocument : null;
  return inner ? focusedIn(inner as Document) : activeElement;
}

/** @returns a box of this frame's viewport, in CSS px of that window's */
export function toOutermost(box: DOMRect): DOMRect {
  let { x, y, width, height } = box;
  for (let at: Page = window; at.frameElement; at = at.parent as Page) {
    const { left, top, scale } = viewportOf(at.frameElement as HTMLElement, at);
    x = left + x * scale;
    y = top + y * scale;
    width *= scale;
    height *= scale;
  }
  return new DOMRect(x, y, width, height);
}

/** @returns a box of that window's viewport, in CSS px of this frame's */
export function fromOutermost(box: DOMRect): DOMRect {
  const unit = toOutermost(new DOMRect(0, 0, 1, 1));
  return new DOMRect(
    (box.x - unit.x) / unit.width,
    (box.y - unit.y) / unit.width,
    box.width / unit.width,
    box.height / unit.width,
  );
}

/** Where a frame's viewport lies in its parent's: inside border and padding, scaled where the page scales or zooms it. */
function viewportOf(
  element: HTMLElement,
  { innerWidth }: Page,
): { left: number; top: number; scale: number } {
  const box = element.getBoundingClientRect();
  const { paddingLeft, paddingRight, paddingTop } = getComputedStyle(element);
  const drawn = element.offsetWidth ? box.width / element.offsetWidth : 1;
  const inner = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  return {
    left: box.left + (element.clientLeft + Number.parseFloat(paddingLeft)) * drawn,
    top: box.top + (element.clientTop + Number.parseFloat(paddingTop)) * drawn,
    scale: innerWidth ? (inner * drawn) / innerWidth : drawn,
  };
}
