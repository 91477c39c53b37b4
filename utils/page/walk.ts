/** Reads the text of a page in document order, a slice at a time. */
import { Tokeniser, type Tokens } from '@/utils/terms/tokens';
import { isInline, isSkipped } from './readable';

/** A slice of a page's text, tokenised. Arrays are indexed by the node numbers that `tokens` names. */
export interface Slice {
  tokens: Tokens;
  nodes: Text[];
  texts: string[];
  /** The block each text node flows in. */
  blocks: Element[];
}

export interface Walk {
  /**
   * Reads on.
   * @param characters about how many to read
   * @returns what was read, or null when all is
   */
  next(characters: number): Slice | null;
}

interface Level {
  parent: Node;
  /** Next node to visit; null: leave the level. */
  node: Node | null;
  block: Element;
  /** What breaks the text when the level is left. */
  breaks: boolean;
}

/** A page may take away the node that is next while a walk rests; so often its parent is read anew. */
const mostRestarts = 50;
/** A block may be this many times longer than a slice; then it is cut where a text node ends. */
const longestBlock = 4;

/**
 * @param root element or open shadow root; must itself not lie in what is left alone
 * @param deep false: only what flows in `root` itself, not the blocks in it
 * @param onShadowRoot told of each open shadow root on the way; its content is read too
 */
export function walk(
  root: Element | ShadowRoot,
  deep: boolean,
  onShadowRoot: (root: ShadowRoot) => void,
): Walk {
  const home = root instanceof Element ? root : root.host;
  const stack: Level[] = [];
  let restarts = 0;
  descend(root, home, true);
  if (deep && root instanceof Element) enterShadow(root);
  return { next };

  function next(characters: number): Slice | null {
    if (stack.length === 0) return null;
    const tokeniser = new Tokeniser();
    const slice: Slice = { tokens: tokeniser.tokens, nodes: [], texts: [], blocks: [] };
    let read = 0;
    recover();
    while (stack.length > 0) {
      const level = stack[stack.length - 1]!;
      const { node } = level;
      if (!node) {
        stack.pop();
        if (level.breaks) {
          tokeniser.break();
          if (read >= characters) break;
        }
        continue;
      }
      level.node = node.nextSibling;
      if (node.nodeType === Node.TEXT_NODE) {
        const text = (node as Text).data;
        tokeniser.read(text, slice.nodes.length);
        slice.nodes.push(node as Text);
        slice.texts.push(text);
        slice.blocks.push(level.block);
        read += text.length;
        if (read >= characters * longestBlock) break;
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        enter(node as Element, level.block, tokeniser);
      }
    }
    tokeniser.finish();
    return slice;
  }

  function enter(element: Element, block: Element, tokeniser: Tokeniser): void {
    if (isSkipped(element)) {
      tokeniser.break();
      return;
    }
    if (isInline(element)) {
      descend(element, block, false);
      return;
    }
    tokeniser.break();
    if (!deep) return;
    descend(element, element, true);
    enterShadow(element);
  }

  function enterShadow(element: Element): void {
    const shadow = element.shadowRoot;
    if (!shadow) return;
    onShadowRoot(shadow);
    descend(shadow, element, true);
  }

  function descend(parent: Node, block: Element, breaks: boolean): void {
    stack.push({ parent, node: parent.firstChild, block, breaks });
  }

  function recover(): void {
    for (const level of stack) {
      if (!level.node || level.node.parentNode === level.parent) continue;
      level.node = restarts++ < mostRestarts ? level.parent.firstChild : null;
    }
  }
}
