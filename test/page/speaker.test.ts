/** Whose words an element holds, by the addresses around it. */
import { beforeEach, expect, it } from 'vitest';
import { speakersNear } from '@/utils/page/speaker';

beforeEach(() => document.body.replaceChildren());

/** @returns who speaks the words of `#words` */
function speakersOn(html: string): string[] {
  document.body.innerHTML = html;
  return speakersNear(document.getElementById('words')!);
}

const message = (head: string, words = 'The delivery is late.') =>
  `<article><header>${head}</header><div><p id="words">${words}</p></div></article>`;
const lin = 'lin@sales.example.com';
const wang = 'wang@rnd.example.com';

it.each([
  ['a mailto link in its head', message(`<a href="mailto:${lin}?subject=Re">Lin</a>`)],
  [
    'the first of several, who is the sender',
    message(`<a href="mailto:${lin}">Lin</a> to <a href="mailto:${wang}">Wang</a>`),
  ],
  [
    'Gmail, wherever on the page',
    `<main><span email="${lin}">Lin</span><div><div id="words">x</div></div></main>`,
  ],
  [
    'Roundcube, in a frame of its own',
    `<div><span class="rcmContactAddress" title="${lin}">Lin</span></div><div id="words">x</div>`,
  ],
  [
    'the message itself, not the one before it',
    `${message(`<a href="mailto:${wang}">Wang</a>`).replace('id="words"', '')}${message(`<a href="mailto:${lin}">Lin</a>`)}`,
  ],
  [
    'Roundcube, in the row of its list that also holds the subject',
    `<div><div><span class="rcmContactAddress" title="${wang}">Wang</span>Launch</div></div>
    <div><div id="words"><span class="rcmContactAddress" title="${lin}">Lin</span>Delivery</div></div>`,
  ],
  ['capitals made small', message('<a href="MAILTO:Lin@Sales.example.com">Lin</a>')],
])('is told by %s', (_, html) => {
  expect(speakersOn(html)).toEqual([lin]);
});

it.each([
  ['an address in the words', message('Lin', `Ask <a href="mailto:${wang}">Wang</a> about the delivery.`)],
  [
    'an address in another paragraph',
    `<div><p><a href="mailto:${wang}">Wang</a> knows.</p><p id="words">x</p></div>`,
  ],
  [
    'who is signed in',
    `<header><a href="mailto:${wang}">Signed in as Wang</a></header><main><p id="words">x</p></main>`,
  ],
  [
    'whom to ask about the site',
    `<main><p id="words">x</p></main><footer><a href="mailto:${wang}">Help</a></footer>`,
  ],
  ['any link in the whole of a page', `<div><a href="mailto:${wang}">Contact</a></div><p id="words">x</p>`],
  ['what is no address', message('<a href="mailto:?subject=Tell%20a%20friend">Share</a>')],
])('is not told by %s', (_, html) => {
  expect(speakersOn(html)).toEqual([]);
});
