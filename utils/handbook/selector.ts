/** Whether a text is a CSS selector (Selectors Level 4), told without a document. */
import { isTraversal, parse, type Selector } from 'css-what';

const identifier = /^(?:-?[_a-z\u0080-\uffff]|--)[-\w\u0080-\uffff]*$/i;

/** @param css `{id}` in it stands for an id */
export function isSelector(css: string): boolean {
  try {
    return areComplete(parse(css.replaceAll('{id}', 'id')));
  } catch {
    return false;
  }
}

/** The parser takes more than browsers do: selectors without a beginning or end, and any text for a name. */
function areComplete(selectors: Selector[][], relative = false): boolean {
  return selectors.length > 0 && selectors.every((selector) => isComplete(selector, relative));
}

function isComplete(selector: Selector[], relative: boolean): boolean {
  const [first, last] = [selector[0], selector.at(-1)];
  if (!first || !last || isTraversal(last) || (isTraversal(first) && !relative)) return false;
  return selector.every((part) => {
    if (part.type === 'tag') return identifier.test(part.name);
    if (part.type === 'pseudo' && Array.isArray(part.data))
      return areComplete(part.data, part.name === 'has');
    return true;
  });
}
