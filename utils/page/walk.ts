/** Reads the text of a page in document order, a slice at a time. */
import { Tokeniser, type Tokens } from '@/utils/terms/tokens';
import { INLINE, kindOf, SKIPPED } from './readable';

/**
 * A slice of a page's text, tokenised. Arrays are indexed by the node numbers that `tokens` names. `tokens` is the
 * tokeniser's own and holds until the next slice is read with it.
 */
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

/** Numbers, for every node is asked and `Node` is looked up each time. */
const elementNode = 1;
const textNode = 3;

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
 * @param tokeniser one for all walks of a page: its room, some hundred kilobytes, costs more to make than to fill
 */
export function walk(
  root: Element | ShadowRoot,
  deep: boolean,
  onShadowRoot: (root: ShadowRoot) => void,
  tokeniser = new Tokeniser(),
): Walk {
  const home = root instanceof Element ? root : root.host;
  /** Those above `depth` are there to be used again. */
  const stack: Level[] = [];
  let depth = 0;
  let restarts = 0;
  descend(root, home, true);
  if (deep && root instanceof Element) enterShadow(root);
  return { next };

  function next(characters: number): Slice | null {
    if (depth === 0) return null;
    tokeniser.clear();
    const slice: Slice = { tokens: tokeniser.tokens, nodes: [], texts: [], blocks: [] };
    let read = 0;
    recover();
    while (depth > 0) {
      const level = stack[depth - 1]!;
      const { node } = level;
      if (!node) {
        depth--;
        if (level.breaks) {
          tokeniser.break();
          if (read >= characters) break;
        }
        continue;
      }
      level.node = node.nextSibling;
      const type = node.nodeType;
      if (type === textNode) {
        const text = (node as Text).data;
        tokeniser.read(text, slice.nodes.length);
        slice.nodes.push(node as Text);
        slice.texts.push(text);
        slice.blocks.push(level.block);
        read += text.length;
        if (read >= characters * longestBlock) break;
      } else if (type === elementNode) {
        enter(node as Element, level.block);
      }
    }
    tokeniser.finish();
    return slice;
  }

  function enter(element: Element, block: Element): void {
    const kind = kindOf(element);
    if (kind === SKIPPED) {
      tokeniser.break();
      return;
    }
    if (kind === INLINE) {
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
    const node = parent.firstChild;
    const level = stack[depth++];
    if (!level) stack.push({ parent, node, block, breaks });
    else {
      level.parent = parent;
      level.node = node;
      level.block = block;
      level.breaks = breaks;
    }
  }

  function recover(): void {
    for (const level of stack.slice(0, depth)) {
      if (!level.node || level.node.parentNode === level.parent) continue;
      level.node = restarts++ < mostRestarts ? level.parent.firstChild : null;
    }
  }
}
