import { beforeEach, describe, expect, it } from 'vitest';
import {
  BESIDE,
  BLOCK,
  blockOf,
  flowOf,
  INLINE,
  isWithinSkipped,
  kindOf,
  SKIPPED,
} from '@/utils/page/readable';

const { body } = document;
beforeEach(() => {
  body.innerHTML = '';
});
function first(html: string): Element {
  body.innerHTML = html;
  return body.firstElementChild!;
}

describe('the kind of an element', () => {
  it.each([
    ['<b></b>', INLINE],
    ['<span class="x" id="y"></span>', INLINE],
    ['<div></div>', BLOCK],
    ['<x-card></x-card>', BLOCK],
    ['<unheard></unheard>', BLOCK],
    ['<br>', BLOCK],
    ['<rt></rt>', BESIDE],
    ['<pre></pre>', SKIPPED],
    ['<svg></svg>', SKIPPED],
    ['<div role="textbox"></div>', SKIPPED],
    ['<div role="button"></div>', BLOCK],
    ['<span contenteditable="plaintext-only"></span>', SKIPPED],
    ['<span contenteditable="FALSE"></span>', INLINE],
    ['<form><input type="password"></form>', SKIPPED],
    ['<form><input autocomplete="cc-csc"></form>', SKIPPED],
    ['<form><input type="search"></form>', BLOCK],
    ['<i class="x material-icons y"></i>', SKIPPED],
    ['<i class="nonmaterial-icons"></i>', INLINE],
  ])('%s', (html, kind) => {
    expect(kindOf(first(html))).toBe(kind);
  });

  it('is the same for what lies in an element as for the element', () => {
    for (const html of [
      '<pre><b></b></pre>',
      '<div contenteditable><p><b></b></p></div>',
      '<form><b></b><input type="password"></form>',
    ]) {
      expect(isWithinSkipped(first(html).querySelector('b')!), html).toBe(true);
    }
    expect(isWithinSkipped(first('<div><b></b></div>').querySelector('b')!)).toBe(false);
  });

  it('is asked over the borders of shadow trees', () => {
    const root = first('<div contenteditable><p></p></div>')
      .querySelector('p')!
      .attachShadow({ mode: 'open' });
    root.innerHTML = '<b></b>';
    expect(isWithinSkipped(root.querySelector('b')!)).toBe(true);
  });
});

describe('what text flows in', () => {
  it('is the nearest element that is not inline', () => {
    const div = first('<div><a><b>text</b></a></div>');
    expect(flowOf(div.querySelector('b')!.firstChild!)).toBe(div);
    expect(blockOf(div.querySelector('b')!.firstChild!)).toBe(div);
  });

  it('is the shadow root where there is none', () => {
    const root = first('<div></div>').attachShadow({ mode: 'open' });
    root.innerHTML = 'one <b>two</b>';
    expect(flowOf(root.firstChild!)).toBe(root);
    expect(flowOf(root.querySelector('b')!.firstChild!)).toBe(root);
  });

  it('is an inline element that has a shadow root', () => {
    const span = first('<span>light</span>');
    span.attachShadow({ mode: 'open' });
    expect(flowOf(span.firstChild!)).toBe(span);
  });

  it('is nothing away from the page', () => {
    expect(flowOf(document.createTextNode('x'))).toBeNull();
  });
});
