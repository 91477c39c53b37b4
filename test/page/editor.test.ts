/** What is written on a page: noticed when the writer pauses, changed only as if it were typed. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  addToDraft,
  draftOf,
  type Editor,
  focusedEditor,
  replaceInDraft,
  watchEditors,
} from '@/utils/page/editor';

let end: AbortController;
/** What editing commands were given. */
let commands: string[];

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  commands = [];
  document.execCommand = (command, _ui, value = '') => {
    commands.push(command);
    const active = document.activeElement as HTMLTextAreaElement;
    if (active.localName === 'textarea') {
      active.setRangeText(value, active.selectionStart, active.selectionEnd, 'end');
      return true;
    }
    const range = document.getSelection()!.getRangeAt(0);
    range.deleteContents();
    range.insertNode(command === 'insertParagraph' ? document.createElement('br') : new Text(value));
    range.collapse(false);
    return true;
  };
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  Reflect.deleteProperty(document, 'execCommand');
});

const field = (value = '') => {
  document.body.innerHTML = '<textarea></textarea>';
  const made = document.querySelector('textarea')!;
  made.value = value;
  return made;
};
const rich = (html: string) => {
  document.body.innerHTML = `<div contenteditable="true" tabindex="0">${html}</div>`;
  return document.querySelector<HTMLElement>('[contenteditable]')!;
};

describe('the editor with the focus', () => {
  it('is a field of several lines, or what can be written in, whole', () => {
    const made = field();
    made.focus();
    expect(focusedEditor(document)).toBe(made);
    const editable = rich('<p tabindex="0">Hello <b>you</b></p>');
    editable.querySelector('p')!.focus();
    expect(focusedEditor(document)).toBe(editable);
  });

  it('may stand in an open shadow root', () => {
    document.body.innerHTML = '<div></div>';
    const root = document.querySelector('div')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<textarea></textarea>';
    root.querySelector('textarea')!.focus();
    expect(focusedEditor(document)).toBe(root.querySelector('textarea'));
  });

  it.each([
    '<input>',
    '<input type="password">',
    '<button>Send</button>',
    '<div tabindex="0">Text</div>',
    '<select><option>A</option></select>',
  ])('is not %s', (html) => {
    document.body.innerHTML = html;
    (document.body.firstElementChild as HTMLElement).focus();
    expect(document.activeElement).toBe(document.body.firstElementChild);
    expect(focusedEditor(document)).toBeNull();
  });
});

describe('a draft', () => {
  let lookAgain: () => void;
  let told: Array<{ editor: Editor; text: string } | null>;
  beforeEach(() => {
    told = [];
    lookAgain = watchEditors(document, (draft) => told.push(draft), end.signal);
  });
  const enter = (editor: HTMLElement) => {
    editor.focus();
    editor.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  };
  const type = (editor: HTMLTextAreaElement, text: string) => {
    editor.value += text;
    editor.dispatchEvent(new Event('input', { bubbles: true }));
  };

  it('is told when the writer comes to it, and when they pause', async () => {
    const made = field('Hello');
    enter(made);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toEqual([{ editor: made, text: 'Hello' }]);
    type(made, ' there');
    await vi.advanceTimersByTimeAsync(1000);
    expect(told.at(-1)).toEqual({ editor: made, text: 'Hello there' });
  });

  it('is not read while it is written', async () => {
    const made = field();
    enter(made);
    await vi.advanceTimersByTimeAsync(1000);
    const reads = vi.spyOn(made, 'value', 'get');
    for (let i = 0; i < 20; i++) {
      made.dispatchEvent(new Event('input', { bubbles: true }));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(reads).not.toHaveBeenCalled();
    expect(told).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toHaveLength(2);
  });

  it('keeps no key from the page', () => {
    const made = field();
    enter(made);
    const key = new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true });
    const input = new InputEvent('beforeinput', { bubbles: true, cancelable: true });
    expect([made.dispatchEvent(key), made.dispatchEvent(input)]).toEqual([true, true]);
  });

  it('is that of the editor the writer went to last', async () => {
    document.body.innerHTML = '<textarea id="one"></textarea><textarea id="two"></textarea>';
    const [one, two] = document.querySelectorAll('textarea');
    enter(one!);
    enter(two!);
    type(one!, 'late');
    type(two!, 'now');
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toEqual([{ editor: two, text: 'now' }]);
  });

  it('is gone when its editor is', async () => {
    const made = field('Hello');
    enter(made);
    made.remove();
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toEqual([null]);
  });

  it('is gone when its frame shows another page, where Firefox leaves a dead object', async () => {
    const made = field('Hello');
    enter(made);
    await vi.advanceTimersByTimeAsync(1000);
    vi.spyOn(made, 'isConnected', 'get').mockImplementation(() => {
      throw new TypeError("can't access dead object");
    });
    lookAgain();
    expect(told.at(-1)).toBeNull();
    expect(addToDraft(made, 'note')).toBe(false);
  });

  it('is not looked for when the focus went into a frame as the script ended', async () => {
    field('Hello').focus();
    window.dispatchEvent(new Event('blur'));
    end.abort();
    await vi.advanceTimersByTimeAsync(2000);
    expect(told).toEqual([]);
  });

  it('is looked at no more once the script has ended', async () => {
    const made = field('Hello');
    enter(made);
    end.abort();
    type(made, ' there');
    await vi.advanceTimersByTimeAsync(2000);
    expect(told).toEqual([]);
  });
});

describe('another word', () => {
  it('takes the place of the first in a field, as if it were typed', () => {
    const made = field('The delivery, and one more delivery.');
    expect(replaceInDraft(made, 'delivery', 'build delivery')).toBe(true);
    expect(made.value).toBe('The build delivery, and one more delivery.');
    expect(commands).toEqual(['insertText']);
    expect(document.activeElement).toBe(made);
  });

  it('takes its place in formatted text, over the borders of what is bold', () => {
    const editable = rich('<p>The de<b style="display: inline">live</b>ry is due</p>');
    expect(replaceInDraft(editable, 'delivery', 'hand-over')).toBe(true);
    expect(editable.textContent).toBe('The hand-over is due');
    expect(commands).toEqual(['insertText']);
  });

  it.each<[string, (text: string) => HTMLElement]>([
    ['a field', field],
    ['formatted text', rich],
  ])('leaves %s as it is where the word is gone', (_, make) => {
    const editor = make('Nothing of the kind');
    expect(replaceInDraft(editor, 'delivery', 'x')).toBe(false);
    expect(draftOf(editor)).toBe('Nothing of the kind');
    expect(commands).toEqual([]);
  });

  it.each([
    ['The border of the order', 'order', 'The border of the purchase'],
    ['Preorders, orders, order.', 'order', 'Preorders, orders, purchase.'],
    ['order2 is no order', 'order', 'order2 is no purchase'],
    ['下单，订单', '订单', '下单，purchase'],
    ['把订单交给财务', '订单', '把purchase交给财务'],
  ])('is put only where the word stands by itself: %s', (text, word, result) => {
    const made = field(text);
    expect(replaceInDraft(made, word, 'purchase')).toBe(true);
    expect(made.value).toBe(result);
    const editable = rich(text);
    expect(replaceInDraft(editable, word, 'purchase')).toBe(true);
    expect(editable.textContent).toBe(result);
  });

  it.each([
    '<div>On</div><div>delivery</div><div>we pay</div>',
    'On<br>delivery<br>we pay',
    '<p>On</p>delivery<p>we pay</p>',
  ])('is put where the word fills a line: %s', (html) => {
    const editable = rich(html);
    expect(replaceInDraft(editable, 'delivery', 'hand-over')).toBe(true);
    expect(editable.textContent).toBe('Onhand-overwe pay');
  });

  it('is not put over the border of two lines', () => {
    const editable = rich('<div>deliv</div><div>ery</div>');
    expect(replaceInDraft(editable, 'delivery', 'x')).toBe(false);
  });
});

describe('a note', () => {
  it('stands at the end of a field, after an empty line', () => {
    const made = field('The delivery is due.');
    made.setSelectionRange(0, 3);
    addToDraft(made, 'delivery: a build.');
    expect(made.value).toBe('The delivery is due.\n\ndelivery: a build.');
  });

  it('stands alone in an empty field', () => {
    const made = field(' ');
    addToDraft(made, 'delivery: a build.');
    expect(made.value).toBe(' delivery: a build.');
  });

  it('is a paragraph of its own at the end of formatted text', () => {
    const editable = rich('<p>The delivery</p>');
    addToDraft(editable, 'delivery: a build.');
    expect(commands).toEqual(['insertParagraph', 'insertText']);
    expect(editable.textContent).toBe('The deliverydelivery: a build.');
  });

  it.each([
    ['<div>The delivery</div>\n<div>soon<br></div>\n<blockquote>your launch</blockquote>', 'div + div'],
    ['<p>The delivery</p><p>is <b>due</b></p>', 'p b'],
    ['<ul><li>The delivery</li></ul><br><div><blockquote>your launch</blockquote></div>', 'li'],
    ['<p>The delivery <img></p>', 'p'],
  ])('begins in the last line of %s', (html, last) => {
    const editable = rich(html);
    addToDraft(editable, 'delivery: a build.');
    expect(editable.querySelector(last)!.textContent).toMatch(/delivery: a build\.$/);
    expect(editable.querySelector('blockquote')?.textContent ?? 'your launch').toBe('your launch');
  });
});

describe('a reply', () => {
  const word = 'delivery';

  it('is checked without what it quotes, in plain text and in rich text', () => {
    document.body.innerHTML = `<textarea></textarea>
      <div contenteditable="true"><p>My ${word}</p><p>soon</p><blockquote>your launch</blockquote></div>`;
    const field = document.querySelector('textarea')!;
    field.value = 'My delivery\n\nOn Monday Clara wrote:\n> your launch\n> soon';
    expect(draftOf(field)).toBe('My delivery\n\n');
    expect(draftOf(document.querySelector<HTMLElement>('[contenteditable]')!)).toBe('My delivery\nsoon');
    field.value = '好的\n\n周敏写道：\n> 交付';
    expect(draftOf(field)).toBe('好的\n\n');
  });

  it('is not changed in an editor that has left the page', () => {
    const editor = document.createElement('textarea');
    editor.value = word;
    expect(replaceInDraft(editor, word, 'build')).toBe(false);
    expect(addToDraft(editor, 'note')).toBe(false);
    expect(editor.value).toBe(word);
  });
});
