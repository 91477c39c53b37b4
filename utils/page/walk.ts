/** Reads the text of a page in document order, a slice at a time. */
import { classOf, HAN, SIGN, WORD } from '@/utils/terms/characters';
import { Tokeniser, type Tokens } from '@/utils/terms/tokens';
import { BESIDE, flowsOn, INLINE, isElement, isInline, kindOf, SKIPPED } from './readable';

/** Something to read; must not lie in what is left alone. */
export interface Part {
  root: Element | ShadowRoot;
  /**
   * false: only what flows in `root` itself, not the blocks in it. true: those too; of an inline root only those, as its
   * own text belongs to the flow it stands in.
   */
  deep: boolean;
}

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
  /** Nothing is left to read. */
  readonly done: boolean;
}

/** Told on the way of what else has to be watched. */
export interface Meetings {
  /** An open shadow root; its content is read too. */
  shadowRoot(root: ShadowRoot): void;
  /** An element that may get one later. */
  possibleHost(element: Element): void;
}

/** Numbers, for every node is asked and `Node` is looked up each time. */
const elementNode = 1;
const textNode = 3;

interface Level {
  parent: Node;
  /** Next node to visit; null: leave the level. */
  node: Node | null;
  /** Block of its text; null: its text is not read. */
  block: Element | null;
  /** What breaks the text when the level is left. */
  breaks: boolean;
}

/** A page may take away the node that is next while a walk rests; so often its parent is read anew. */
const mostRestarts = 50;
/** Characters of a block that are read at once though the slice is full; a longer one is cut where a text node ends. */
const longestBlock = 64_000;

/** @param tokeniser one for all walks of a page: its room, some hundred kilobytes, costs more to make than to fill */
export function walk(parts: readonly Part[], meet: Meetings, tokeniser = new Tokeniser()): Walk {
  /** Those above `depth` are there to be used again. */
  const stack: Level[] = [];
  let depth = 0;
  /** Inline elements that began or ended since the last text: the first `bordered`, for to empty an array takes time. */
  const borders: Element[] = [];
  let bordered = 0;
  /** Class of the last character read, if nothing has broken the text since. */
  let before = SIGN;
  let begun = 0;
  let deep = false;
  let restarts = 0;
  return {
    next,
    get done() {
      return depth === 0 && begun === parts.length;
    },
  };

  function next(characters: number): Slice | null {
    if (depth === 0 && begun === parts.length) return null;
    tokeniser.clear();
    interrupt();
    const slice: Slice = { tokens: tokeniser.tokens, nodes: [], texts: [], blocks: [] };
    let read = 0;
    recover();
    for (;;) {
      if (depth === 0) {
        if (read >= characters || begun === parts.length) break;
        begin(parts[begun++]!);
        continue;
      }
      const level = stack[depth - 1]!;
      const { node } = level;
      if (!node) {
        depth--;
        if (level.breaks) {
          interrupt();
          if (read >= characters) break;
        } else borders[bordered++] = level.parent as Element;
        continue;
      }
      level.node = node.nextSibling;
      const type = node.nodeType;
      if (type === textNode) {
        if (!level.block) continue;
        const text = (node as Text).data;
        readText(text, slice.nodes.length);
        slice.nodes.push(node as Text);
        slice.texts.push(text);
        slice.blocks.push(level.block);
        read += text.length;
        if (read >= longestBlock) break;
      } else if (type === elementNode) enter(node as Element, level.block);
    }
    while (depth > 0 && !stack[depth - 1]!.node) depth--;
    tokeniser.finish();
    return slice;
  }

  function begin(part: Part): void {
    const { root } = part;
    if (!root.isConnected) return;
    deep = part.deep;
    restarts = 0;
    if (!isElement(root)) {
      descend(root, root.host, true);
      return;
    }
    const isFilled = descend(root, deep && isInline(root) && !root.shadowRoot ? null : root, true);
    if (deep) look(root, isFilled);
  }

  function readText(text: string, index: number): void {
    if (text.length === 0) return;
    if (bordered > 0 && joins(text) && !isFlowing()) interrupt();
    bordered = 0;
    tokeniser.read(text, index);
    before = classOf(text.charCodeAt(text.length - 1));
  }

  /** Whether `text` would go on the word, or the Han text, before it. */
  function joins(text: string): boolean {
    const after = classOf(text.charCodeAt(0));
    return (before === WORD || before === HAN) && (after === WORD || after === HAN);
  }

  function isFlowing(): boolean {
    for (let i = 0; i < bordered; i++) if (!flowsOn(borders[i]!, true)) return false;
    return true;
  }

  function interrupt(): void {
    tokeniser.break();
    bordered = 0;
    before = SIGN;
  }

  function enter(element: Element, block: Element | null): void {
    const kind = kindOf(element);
    if (kind === BESIDE) return;
    if (kind === SKIPPED) {
      interrupt();
      return;
    }
    if (kind === INLINE && !element.shadowRoot) {
      borders[bordered++] = element;
      if (!descend(element, block, false)) meet.possibleHost(element);
      return;
    }
    interrupt();
    if (!deep) return;
    look(element, descend(element, element, true));
  }

  /** Reads an element's open shadow root, or tells that it may get one: it is empty, or a custom element. */
  function look(element: Element, isFilled: boolean): void {
    const shadow = element.shadowRoot;
    if (shadow) {
      meet.shadowRoot(shadow);
      descend(shadow, element, true);
    } else if (!isFilled || element.localName.includes('-')) meet.possibleHost(element);
  }

  /** @returns whether there is something in it */
  function descend(parent: Node, block: Element | null, breaks: boolean): boolean {
    const node = parent.firstChild;
    if (!node) return false;
    const level = stack[depth++];
    if (!level) stack.push({ parent, node, block, breaks });
    else {
      level.parent = parent;
      level.node = node;
      level.block = block;
      level.breaks = breaks;
    }
    return true;
  }

  function recover(): void {
    for (const level of stack.slice(0, depth)) {
      if (!level.node || level.node.parentNode === level.parent) continue;
      level.node = restarts++ < mostRestarts ? level.parent.firstChild : null;
    }
  }
}
