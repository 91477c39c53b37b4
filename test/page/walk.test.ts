import { beforeEach, describe, expect, it } from 'vitest';
import { walk } from '@/utils/page/walk';
import { phrases, readAll } from './read-page';

const { body } = document;
const whole = () => ({ root: document.documentElement, deep: true });
beforeEach(() => {
  body.innerHTML = '';
});

describe('a walk', () => {
  it.each([
    ['<p>one <b>two</b> three</p><p>four</p>', ['one two three', 'four']],
    ['one<p>two</p>three', ['one', 'two', 'three']],
    ['<b>one <i>two</i></b> three', ['one two three']],
    ['de<b>liv</b>ery', ['delivery']],
    ['one <img> two', ['one', 'two']],
    ['one<br>two', ['one', 'two']],
    ['one <!-- three --> two', ['one two']],
    ['one <code>two</code> three', ['one', 'three']],
    ['one <script>two</script> three', ['one', 'three']],
    ['<ruby>一<rt>yi</rt>二<rt>er</rt></ruby>', ['一 二']],
    ['<a>one <div>two</div> three</a>', ['one', 'two', 'three']],
    ['<ul><li>one<li>two</ul>', ['one', 'two']],
    ['<div contenteditable>one</div><div contenteditable="false">two</div>', ['two']],
    ['<form>one<input type="password"></form><form>two</form>', ['two']],
    ['<svg><text>one</text></svg>two', ['two']],
    ['<table><tr><td>one<td>two</table>', ['one', 'two']],
  ])('of %s', (html, expected) => {
    body.innerHTML = html;
    expect(phrases(whole())).toEqual(expected);
  });

  it('that is shallow reads what flows in its root, not the blocks in it', () => {
    body.innerHTML = '<div>one <b>two</b><p>three</p>four</div>';
    expect(phrases({ root: body.firstElementChild!, deep: false })).toEqual(['one two', 'four']);
  });

  it('that is deep of an inline element reads the blocks in it, not its own text', () => {
    body.innerHTML = '<a>one <b>two</b><p>three <i>four</i></p>five</a>';
    expect(phrases({ root: body.firstElementChild!, deep: true })).toEqual(['three four']);
  });

  it('of several parts reads them all at once, each by itself', () => {
    body.innerHTML = '<p>one</p><p>two</p><p>three</p>';
    const parts = [...body.children].map((root) => ({ root, deep: true }));
    expect(phrases(...parts)).toEqual(['one', 'two', 'three']);
    expect(readAll(parts)).toHaveLength(1);
  });

  it('leaves out parts that are not on the page any more', () => {
    body.innerHTML = '<p>one</p><p>two</p>';
    const parts = [...body.children].map((root) => ({ root, deep: true }));
    parts[0]!.root.remove();
    expect(phrases(...parts)).toEqual(['two']);
  });

  it('names the block of each text', () => {
    body.innerHTML = '<div>one <b>two</b><p>three</p></div>';
    const [slice] = readAll([whole()]);
    expect(slice!.blocks.map((block) => block.localName)).toEqual(['div', 'div', 'p']);
  });
});

describe('slices', () => {
  it('end where a block does, and together hold all text', () => {
    body.innerHTML = '<p>12345 <b>6789</b></p>'.repeat(20);
    const slices = readAll([whole()], 25);
    expect(slices.length).toBeGreaterThan(5);
    expect(slices.flatMap(({ texts }) => texts).join('')).toBe('12345 6789'.repeat(20));
    for (const { tokens } of slices) expect(tokens.length % 2).toBe(0);
  });

  it('of a walk say when nothing is left', () => {
    body.innerHTML = '<p>one</p>';
    const reading = walk([whole()], { shadowRoot() {}, possibleHost() {} });
    expect(reading.done).toBe(false);
    expect(reading.next(1000)!.texts).toEqual(['one']);
    expect(reading.done).toBe(true);
    expect(reading.next(1000)).toBeNull();
  });

  it('go on after the page took away what was next', () => {
    body.innerHTML = '<p>one</p><p>two</p><p>three</p><p>four</p>';
    let read = 0;
    const slices = readAll([whole()], 1, () => {
      if (++read === 1) body.children[1]!.remove();
    });
    expect(slices.flatMap(({ texts }) => texts)).toEqual(expect.arrayContaining(['one', 'three', 'four']));
  });

  it('come to an end though the page takes away what is next each time', () => {
    body.innerHTML = '<p>one</p><p>two</p>';
    let read = 0;
    readAll([whole()], 1, () => {
      read++;
      body.replaceChildren(
        ...['a', 'b', 'c'].map((text) => Object.assign(document.createElement('p'), { textContent: text })),
      );
    });
    expect(read).toBeLessThan(200);
  });
});

describe('shadow roots', () => {
  const attach = (host: Element, html: string, mode: ShadowRootMode = 'open') => {
    const root = host.attachShadow({ mode });
    root.innerHTML = html;
    return root;
  };

  it('are read where they hang, in one another too, and told of', () => {
    body.innerHTML = '<p>one</p><div>light</div><p>two</p>';
    const outer = attach(body.querySelector('div')!, 'shadow <b>text</b><section></section>');
    const inner = attach(outer.querySelector('section')!, '<i>inner</i> text');
    const met: ShadowRoot[] = [];
    const reading = walk([whole()], { shadowRoot: (root) => met.push(root), possibleHost() {} });
    const texts: string[] = [];
    for (let slice = reading.next(1e6); slice; slice = reading.next(1e6)) texts.push(...slice.texts);
    expect(met).toEqual([outer, inner]);
    expect(texts).toEqual(['one', 'shadow ', 'text', 'inner', ' text', 'light', 'two']);
  });

  it('can be read by themselves', () => {
    body.innerHTML = '<div>light</div>';
    const root = attach(body.firstElementChild!, 'one <b>two</b><p>three</p>');
    expect(phrases({ root, deep: false })).toEqual(['one two']);
    expect(phrases({ root, deep: true })).toEqual(['one two', 'three']);
  });

  it('of inline elements end a phrase', () => {
    body.innerHTML = 'one <span>two</span> three';
    attach(body.querySelector('span')!, 'shadow');
    expect(phrases(whole())).toEqual(['one', 'shadow', 'two', 'three']);
  });

  it('may come later to what is empty and to custom elements', () => {
    body.innerHTML = '<p>one</p><div></div><x-card>two</x-card><span></span><b>three</b>';
    const hosts: string[] = [];
    const reading = walk([whole()], { shadowRoot() {}, possibleHost: (host) => hosts.push(host.localName) });
    while (reading.next(1e6));
    expect(hosts).toEqual(['div', 'x-card', 'span']);
  });
});
