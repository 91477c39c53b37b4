/** How hosts say that they are dark. */
import { isPaintedDark } from '@/utils/page/theme';

/** GitHub and Trello: `data-color-mode` of the root; `auto` leaves it to what is painted. */
export function colorMode({ documentElement }: Document): boolean | null {
  const mode = documentElement.getAttribute('data-color-mode');
  return mode === 'dark' ? true : mode === 'light' ? false : null;
}

/** @returns whether the box is painted dark; null where it is not there or see-through */
export function painted(document: Document, css: string): boolean | null {
  const box = document.querySelector(css);
  return box && isPaintedDark(box);
}
