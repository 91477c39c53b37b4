/** Whom a draft goes to, by its own window: several may be open, and over an open thread. */
import { expect, it } from 'vitest';
import { readView, recipientsNear } from '@/utils/hosts/read';
import { hostAt } from '@/utils/hosts/registry';
import { show } from './pages';

const editorOf = (id: string) => document.querySelector(`#${id} [contenteditable]`)!;
const addresses = (id: string, url: URL) =>
  recipientsNear({ host: hostAt(url), document, url }, editorOf(id)).map(({ address }) => address);

const thread = `<div role="main"><div class="ha"><h2 class="hP">Delivery</h2></div>
  <table><tr><td class="gF"><span class="gD" email="liu@sales.example.com" name="Liu">Liu</span></td></tr></table></div>`;
/** A window that one writes in, as Gmail stacks them. */
const writing = (id: string, ...to: string[]) => `<div id="${id}"><div class="M9">
  <div>${to.map((address) => `<span email="${address}">${address}</span>`).join('')}</div>
  <div contenteditable="true" role="textbox"></div></div></div>`;
const gmail = new URL('https://mail.google.com/mail/u/0/#inbox/FMfcgzQbfxLampDelivery?compose=new');

it("is told of each of Gmail's windows by itself", () => {
  show({
    title: 'Delivery - me@rnd.example.com - Gmail',
    body: `${thread}<div class="dw">${writing('one', 'bo@operations.example.com')}${writing('two', 'li@finance.example.com', 'Wu@finance.example.com')}</div>`,
  });
  expect(readView({ host: hostAt(gmail), document, url: gmail })).toMatchObject({
    kind: 'thread',
    people: [{ address: 'liu@sales.example.com' }],
  });
  expect(addresses('one', gmail)).toEqual(['bo@operations.example.com']);
  expect(addresses('two', gmail)).toEqual(['li@finance.example.com', 'wu@finance.example.com']);
});

it("is nobody where none is named yet, and not another window's", () => {
  show({
    title: 'Gmail',
    body: `${thread}<div class="dw">${writing('one')}${writing('two', 'li@finance.example.com')}</div>`,
  });
  expect(addresses('one', gmail)).toEqual([]);
});

it("is told of Outlook's editor, whose recipients stand above it", () => {
  show({
    title: 'Mail',
    body: `<div id="ReadingPaneContainerId"><div role="heading" id="C_SUBJECT">Delivery</div>
      <span id="M_FROM">Liu&lt;liu@sales.example.com&gt;</span><div id="UniqueMessageBody_1">…</div>
      <div id="one"><div role="textbox" contenteditable="false"><span>Bo&lt;bo@operations.example.com&gt;<button id="removeButton">×</button></span></div>
      <div id="editorParent_1"><div contenteditable="true"></div></div></div></div>`,
  });
  const url = new URL('https://outlook.office.com/mail/inbox/id/AAQk1');
  const editor = document.querySelector('#editorParent_1 [contenteditable]')!;
  expect(recipientsNear({ host: hostAt(url), document, url }, editor)).toEqual([
    { name: 'Bo', address: 'bo@operations.example.com' },
  ]);
});

it('is nobody on a board, or on a page of no host', () => {
  show({
    title: 'Card',
    body: `<span email="a@b.example"></span>${writing('one', 'li@finance.example.com')}`,
  });
  for (const address of ['https://trello.com/c/Ab12/1-card', 'https://wiki.example.com/'])
    expect(addresses('one', new URL(address))).toEqual([]);
});
