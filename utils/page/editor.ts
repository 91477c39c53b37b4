/** The text that is being written on a page: where, what, and how it is changed at the writer's wish. */
import { isOnPage } from './on-page';

/** ms after the last key until a draft is looked at: nothing is done while typing */
const pause = 800;

/** What can be written in. */
export type Editor = HTMLTextAreaElement | HTMLElement;

/** @returns the editor that has the focus in a document or in a frame of it that may be reached; null: none that holds prose */
export function focusedEditor(document: Document): Editor | null {
  let active: Element | null = document.activeElement;
  while (active) {
    const inner: Document | null = 'contentDocument' in active ? frameDocument(active) : null;
    const root: ShadowRoot | null = active.shadowRoot;
    if (inner) {
      if (inner.designMode === 'on') return inner.body;
      active = inner.activeElement;
    } else if (root) active = root.activeElement;
    else break;
  }
  if (!active) return null;
  if (active.localName === 'textarea') return active as HTMLTextAreaElement;
  const { isContentEditable } = active as HTMLElement;
  return isContentEditable ? editingHost(active as HTMLElement) : null;
}

function frameDocument(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

function editingHost(element: HTMLElement): HTMLElement {
  let host = element;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return host;
}

/** @returns what is written, a line per paragraph; what is quoted below it was written by others */
export function draftOf(editor: Editor): string {
  if (!('value' in editor)) return piecesOf(editor).text;
  const value = String(editor.value);
  return value.slice(0, quoteIn(value));
}

/** Where others' words begin in rich text: as Gmail, Outlook, Thunderbird, Roundcube and mail in general mark them. */
const quotes = '.gmail_quote, #divRplyFwdMsg, .moz-cite-prefix, #reply-intro, blockquote';
/** In plain text: lines that begin with `>` (RFC 3676), with the line that says who wrote them. */
const quoteLines = /^(?:.*(?:wrote|写道)\s*[:：]\s*\n)?>/m;

function quoteIn(text: string): number {
  const at = text.search(quoteLines);
  return at < 0 ? text.length : at;
}

/**
 * Tells what is being written, when the writer pauses or begins.
 * @param onDraft the editor and its text; null: the editor has gone
 * @returns a function to be called when the page may have changed
 */
export function watchEditors(
  document: Document,
  onDraft: (draft: { editor: Editor; text: string } | null) => void,
  signal: AbortSignal,
): () => void {
  let timer = 0;
  let heard: { editor: Editor; end: AbortController } | null = null;
  const documents = new WeakSet<Document>();
  const look = () => {
    if (signal.aborted) return;
    const editor = focusedEditor(document);
    if (!editor || editor === heard?.editor) return;
    hearFocus(editor.ownerDocument);
    heard?.end.abort();
    const end = new AbortController();
    heard = { editor, end };
    editor.addEventListener('input', later, { signal: AbortSignal.any([signal, end.signal]), passive: true });
    later();
  };
  hearFocus(document);
  // The focus went into a frame: its document does not tell us, but this window loses it.
  document.defaultView!.addEventListener('blur', () => setTimeout(look), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    heard?.end.abort();
  });
  look();
  return () => {
    if (heard && !isOnPage(heard.editor)) tell();
  };

  /** From one field of a frame to another the focus goes without a word to the window around it. */
  function hearFocus(within: Document): void {
    if (documents.has(within)) return;
    documents.add(within);
    within.addEventListener('focusin', look, { signal });
  }

  function later(): void {
    clearTimeout(timer);
    timer = window.setTimeout(tell, pause);
  }

  function tell(): void {
    if (!heard) return;
    if (isOnPage(heard.editor)) onDraft({ editor: heard.editor, text: draftOf(heard.editor) });
    else {
      heard.end.abort();
      heard = null;
      onDraft(null);
    }
  }
}

/**
 * Puts another word in the place of the first one. As if it were typed, so the editor's own undo takes it back.
 * @returns false if the word, or the editor, is not there any more
 */
export function replaceInDraft(editor: Editor, word: string, other: string): boolean {
  if (!takesFocus(editor)) return false;
  if ('value' in editor) {
    const field = editor as HTMLTextAreaElement;
    const at = indexOfWord(draftOf(field), word);
    if (at < 0) return false;
    field.setSelectionRange(at, at + word.length);
  } else {
    const range = rangeOf(editor, word);
    if (!range) return false;
    select(editor, range);
  }
  return type(editor, other);
}

/** Adds a paragraph at the end of what was written, above what is quoted, as if it were typed. */
export function addToDraft(editor: Editor, text: string): boolean {
  if (!takesFocus(editor)) return false;
  if ('value' in editor) {
    const field = editor as HTMLTextAreaElement;
    const own = draftOf(field);
    field.setSelectionRange(own.length, own.length);
    const before = /\S/.test(own) ? '\n\n' : '';
    return type(editor, before + text + (own.length < field.value.length ? '\n\n' : ''));
  }
  select(editor, endOf(editor));
  editor.ownerDocument.execCommand('insertParagraph');
  return type(editor, text);
}

/** Commands go to what has the focus: in an editor that has left the page they would change another. */
function takesFocus(editor: Editor): boolean {
  if (!isOnPage(editor)) return false;
  editor.focus();
  const { activeElement } = editor.getRootNode() as Document | ShadowRoot;
  return activeElement === editor || editor.contains(activeElement);
}

/** The only way to change an editor that keeps its undo (HTML editing APIs; both browsers keep it for that). */
function type(editor: Editor, text: string): boolean {
  return editor.ownerDocument.execCommand('insertText', false, text);
}

function select(editor: Editor, range: Range): void {
  const selection = editor.ownerDocument.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/**
 * Where own words end, within their last line. Beside it a paragraph begins as something else: Chromium puts it into the
 * quote that follows, Firefox makes a `div` of it, which editors that know paragraphs only throw away.
 */
function endOf(editor: HTMLElement): Range {
  const range = editor.ownerDocument.createRange();
  const quote = editor.querySelector(quotes);
  range.selectNodeContents(editor);
  if (quote) range.setEndBefore(quote);
  while (range.endOffset === 0 && range.endContainer !== editor) range.setEndBefore(range.endContainer);
  for (let last = lastBefore(range); last; last = lastBefore(range)) {
    const { nodeType } = last;
    const isLine = nodeType === Node.ELEMENT_NODE && (last as HTMLElement).isContentEditable && !isVoid(last);
    if (nodeType !== Node.TEXT_NODE && !isLine) break;
    range.setEnd(last, nodeType === Node.TEXT_NODE ? (last as Text).length : last.childNodes.length);
  }
  range.collapse(false);
  return range;
}

/** What is written last before a range ends; the space between lines, and the break that holds an empty one open, are not. */
function lastBefore({ endContainer, endOffset }: Range): Node | null {
  let last = endContainer.childNodes[endOffset - 1] ?? null;
  while (last && (last.nodeName === 'BR' || (last.nodeType === Node.TEXT_NODE && isBlank(last as Text))))
    last = last.previousSibling;
  return last;
}

const isBlank = ({ data }: Text) => /^[ \t\n\r]*$/.test(data);
const isVoid = ({ nodeName }: Node) => /^(?:BR|HR|IMG|INPUT)$/.test(nodeName);

interface Pieces {
  text: string;
  nodes: Array<{ node: Text; from: number }>;
}

/** The text before any quote, a line per block, and which nodes it stands in. */
function piecesOf(editor: HTMLElement): Pieces {
  const { ownerDocument: document } = editor;
  const quote = editor.querySelector(quotes);
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const nodes: Array<{ node: Text; from: number }> = [];
  let all = '';
  let block: Element | null = null;
  for (let node = walker.nextNode(); node && node !== quote; node = walker.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE) {
      if ((node as Element).localName === 'br') all += '\n';
      continue;
    }
    const own = blockOf(node as Text);
    if (block && own !== block) all += '\n';
    block = own;
    nodes.push({ node: node as Text, from: all.length });
    all += (node as Text).data;
  }
  return { text: all, nodes };
}

/** A word may stand in several text nodes: in part bold, or broken by a cursor. It does not reach over the end of a line. */
function rangeOf(editor: HTMLElement, word: string): Range | null {
  const { text, nodes } = piecesOf(editor);
  const at = indexOfWord(text, word);
  if (at < 0) return null;
  const place = (offset: number) => nodes.findLast(({ from }) => from <= offset)!;
  const [first, last] = [place(at), place(at + word.length - 1)];
  const range = editor.ownerDocument.createRange();
  range.setStart(first.node, at - first.from);
  range.setEnd(last.node, at + word.length - last.from);
  return range;
}

function blockOf(text: Text): Element | null {
  let element = text.parentElement;
  while (element?.parentElement && getComputedStyle(element).display.startsWith('inline'))
    element = element.parentElement;
  return element;
}

/** Where a word stands by itself: "border" holds no "order". Han script has no spaces, so there any place will do. */
function indexOfWord(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (!isOneWord(text[at - 1], word[0]) && !isOneWord(word.at(-1), text[end])) return at;
  }
  return -1;
}

function isOneWord(...signs: [string | undefined, string | undefined]): boolean {
  return signs.every(
    (sign) => sign !== undefined && /[\p{L}\p{M}\p{N}]/u.test(sign) && !/\p{Script=Han}/u.test(sign),
  );
}
