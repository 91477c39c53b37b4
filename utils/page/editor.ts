/** The text that is being written on a page: where, what, and how it is changed at the writer's wish. */

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

/** @returns what is written, a line per paragraph */
export function draftOf(editor: Editor): string {
  return 'value' in editor ? String(editor.value) : editor.innerText;
}

/**
 * Tells what is being written, when the writer pauses or begins.
 * @param onDraft the editor and its text; null: none has the focus any more
 */
export function watchEditors(
  document: Document,
  onDraft: (draft: { editor: Editor; text: string } | null) => void,
  signal: AbortSignal,
): void {
  let timer = 0;
  let heard: { editor: Editor; end: AbortController } | null = null;
  const look = () => {
    const editor = focusedEditor(document);
    if (!editor || editor === heard?.editor) return;
    heard?.end.abort();
    const end = new AbortController();
    heard = { editor, end };
    editor.addEventListener('input', later, { signal: AbortSignal.any([signal, end.signal]), passive: true });
    later();
  };
  document.addEventListener('focusin', look, { signal });
  // The focus went into a frame: its document does not tell us, but this window loses it.
  document.defaultView!.addEventListener('blur', () => setTimeout(look), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    heard?.end.abort();
  });

  function later(): void {
    clearTimeout(timer);
    timer = window.setTimeout(tell, pause);
  }

  function tell(): void {
    if (!heard) return;
    if (heard.editor.isConnected) onDraft({ editor: heard.editor, text: draftOf(heard.editor) });
    else {
      heard.end.abort();
      heard = null;
      onDraft(null);
    }
  }
}

/**
 * Puts another word in the place of the first one. As if it were typed, so the editor's own undo takes it back.
 * @returns false if the word is not there any more
 */
export function replaceInDraft(editor: Editor, word: string, other: string): boolean {
  editor.focus();
  if ('value' in editor) {
    const field = editor as HTMLTextAreaElement;
    const at = indexOfWord(field.value, word);
    if (at < 0) return false;
    field.setSelectionRange(at, at + word.length);
  } else {
    const range = rangeOf(editor, word);
    if (!range) return false;
    select(editor, range);
  }
  return type(editor, other);
}

/** Adds a paragraph at the end, as if it were typed. */
export function addToDraft(editor: Editor, text: string): boolean {
  editor.focus();
  if ('value' in editor) {
    const field = editor as HTMLTextAreaElement;
    field.setSelectionRange(field.value.length, field.value.length);
    return type(editor, `${/\S/.test(field.value) ? '\n\n' : ''}${text}`);
  }
  const range = editor.ownerDocument.createRange();
  range.selectNodeContents(editor);
  range.collapse(false);
  select(editor, range);
  editor.ownerDocument.execCommand('insertParagraph');
  return type(editor, text);
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

/** A word may stand in several text nodes: in part bold, or broken by a cursor. It does not reach over the end of a line. */
function rangeOf(editor: HTMLElement, word: string): Range | null {
  const { ownerDocument: document } = editor;
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const nodes: Array<{ node: Text; from: number }> = [];
  let all = '';
  let block: Element | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
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
  const at = indexOfWord(all, word);
  if (at < 0) return null;
  const place = (offset: number) => nodes.findLast(({ from }) => from <= offset)!;
  const [first, last] = [place(at), place(at + word.length - 1)];
  const range = document.createRange();
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
