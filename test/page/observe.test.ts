import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { observe } from '@/utils/page/observe';
import { phrases } from './read-page';

const { body } = document;
let end: AbortController;
let stirs: number;
let changes: ReturnType<typeof observe>;
beforeEach(() => {
  body.innerHTML = '';
  end = new AbortController();
  stirs = 0;
  changes = observe(document, () => stirs++, end.signal);
  changes.watch(document);
});
afterEach(() => end.abort());

/** Starts from a page, changes it, and tells what is read again. */
function reread(html: string, change: () => void): string[] {
  body.innerHTML = html;
  changes.take();
  change();
  return phrases(...changes.take().parts);
}
const at = (selector: string) => body.querySelector(selector)!;

describe('what is read again', () => {
  it.each<[string, string, () => void, string[]]>([
    [
      'text that changed',
      '<p>one <b>two</b></p><p>x</p>',
      () => {
        at('b').firstChild!.nodeValue = 'three';
      },
      ['one three'],
    ],
    [
      'a block that was added',
      '<p>one</p>',
      () => at('p').insertAdjacentHTML('afterend', '<p>two</p>'),
      ['two'],
    ],
    ['text that was added', '<p>one</p><p>x</p>', () => at('p').append(' two'), ['one two']],
    [
      'an inline element that was added, with its surroundings',
      '<p>net </p><p>x</p>',
      () => at('p').insertAdjacentHTML('beforeend', '<b>revenue</b>'),
      ['net revenue'],
    ],
    [
      'an inline element with a block in it',
      '<p>one</p>',
      () => at('p').insertAdjacentHTML('beforeend', '<a> two<div>three</div></a>'),
      ['three', 'one two'],
    ],
    [
      'text around what was removed',
      '<p>net <b>x</b>revenue</p><p>x</p>',
      () => at('b').remove(),
      ['net revenue'],
    ],
    [
      'text that a line break cut in two',
      '<p><b>net</b> <i>revenue</i></p>',
      () => at('i').before(document.createElement('br')),
      ['net', 'revenue'],
    ],
    [
      'text that joined where a line break was',
      '<p>net <br>revenue</p>',
      () => at('br').remove(),
      ['net revenue'],
    ],
    [
      'nothing around a block that was added between blocks',
      '<p>one</p>\n<p>two</p>',
      () => at('p').after(document.createElement('hr')),
      [],
    ],
    ['nothing where a block was removed', '<p>one</p><div>two</div>', () => at('div').remove(), []],
    [
      'what was added in what was added, once',
      '<main></main>',
      () => {
        at('main').innerHTML = '<section></section>';
        at('section').innerHTML = '<p>one</p>';
        at('p').append(' two');
      },
      ['one two'],
    ],
    ['text of a block, once for many changes', '<p>a</p>', () => at('p').append('b', 'c', 'd'), ['abcd']],
    ['nothing of an editor', '<div contenteditable>one</div>', () => at('div').append(' two'), []],
    ['nothing of code', '<pre>one</pre>', () => at('pre').append(' two'), []],
    [
      'what is no editor any more',
      '<div contenteditable>one</div>',
      () => at('div').removeAttribute('contenteditable'),
      ['one'],
    ],
    ['what moved', '<p>one</p><main></main>', () => at('main').append(at('p')), ['one']],
    [
      'nothing that came and went',
      '<main></main>',
      () => {
        at('main').innerHTML = '<p>one</p>';
        at('p').remove();
      },
      [],
    ],
  ])('%s', (_, html, change, expected) => {
    expect(reread(html, change)).toEqual(expected);
  });

  it('text right under a shadow root', () => {
    body.innerHTML = '<div>light</div>';
    const root = at('div').attachShadow({ mode: 'open' });
    root.innerHTML = 'net <b>x</b>';
    changes.watch(root);
    changes.take();
    root.querySelector('b')!.firstChild!.nodeValue = 'revenue';
    expect(phrases(...changes.take().parts)).toEqual(['net revenue']);
    root.append(' fell');
    expect(phrases(...changes.take().parts)).toEqual(['net revenue fell']);
  });
});

describe('changes', () => {
  it('say whether nodes went', () => {
    body.innerHTML = '<p>one</p>';
    changes.take();
    at('p').append(' two');
    expect(changes.take().removed).toBe(false);
    at('p').remove();
    expect(changes.take().removed).toBe(true);
  });

  it('name what must not be read any longer', () => {
    body.innerHTML = '<p>one</p><div contenteditable></div><section>two</section>';
    changes.take();
    at('div').append(at('p'));
    at('section').setAttribute('contenteditable', 'true');
    const { parts, closed } = changes.take();
    expect(parts).toEqual([]);
    expect(closed).toEqual([at('p'), at('section')]);
  });

  it.each<[string, () => void]>([
    ['got', () => at('form').insertAdjacentHTML('beforeend', '<label><input type="password"></label>')],
    ['showed', () => at('input').setAttribute('type', 'password')],
    ['named', () => at('input').setAttribute('autocomplete', 'cc-number')],
  ])('close a form once it %s a secret field', (_, change) => {
    body.innerHTML = '<form>one <input></form>';
    changes.take();
    change();
    const { parts, closed } = changes.take();
    expect(parts).toEqual([]);
    expect(closed).toEqual([at('form')]);
  });

  it('are told nothing twice', () => {
    body.innerHTML = '<p>one</p>';
    expect(changes.take().parts).toHaveLength(1);
    expect(changes.take()).toEqual({ parts: [], removed: false, closed: [] });
  });

  it('stir each time some come', async () => {
    for (let i = 1; i <= 3; i++) {
      body.append('x');
      await Promise.resolve();
      expect(stirs).toBe(i);
    }
    end.abort();
    body.append('x');
    await Promise.resolve();
    expect(stirs).toBe(3);
  });

  it('that are too many to keep are the whole page', async () => {
    const text = body.appendChild(document.createTextNode(''));
    for (let i = 0; i < 10_001; i++) text.data = `${i}`;
    await Promise.resolve();
    expect(changes.take()).toEqual({
      parts: [{ root: document.documentElement, deep: true }],
      removed: true,
      closed: [],
    });
    text.data = 'x';
    expect(changes.take().parts).toEqual([{ root: body, deep: false }]);
  });
});
