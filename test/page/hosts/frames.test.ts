/** Frames that hold the mail or what is written, and what a slot's element is. */
import { beforeEach, describe, expect, it } from 'vitest';
import { findSlot, readView } from '@/utils/hosts/read';
import { hostAt, hosts } from '@/utils/hosts/registry';
import { readPage, show } from './pages';

beforeEach(() => show({ title: '', body: '' }));

const head = `<div id='message-header'><h2 class='subject'>台灯三代 首批交付</h2>
  <table class='header-headers'><tr><td class='header from'><a class='rcmContactAddress' href='mailto:wang@production.example.com'>王强</a></td></tr></table></div>
  <div id='messagebody'>首批下周三交付</div>`;
const list = (frame: string) => ({
  address: 'https://mail.example.com/?_task=mail&_mbox=INBOX',
  declared: 'mail',
  title: 'Roundcube Webmail :: Inbox',
  attributes: { class: 'task-mail action-none' },
  body: `<ul id="mailboxlist"><li class="selected"><a href="#">Inbox<span class="unreadcount">3</span></a></li></ul>${frame}`,
});
const roundcube = hosts.find(({ id }) => id === 'roundcube')!;

describe('Roundcube, whose list shows a mail in a frame', () => {
  it('is a folder as long as the frame holds none', () => {
    const view = readPage(list('<iframe id="messagecontframe" srcdoc="<p>Pick a mail</p>"></iframe>'));
    expect(view).toMatchObject({
      host: 'roundcube',
      kind: 'mailbox',
      id: 'INBOX',
      title: 'Inbox',
      people: [],
    });
  });

  it('is the mail in the frame, whose folder the page around it names', () => {
    const view = readPage(list(`<iframe id="messagecontframe" srcdoc="${head}"></iframe>`));
    expect(view).toMatchObject({
      kind: 'thread',
      title: '台灯三代 首批交付',
      board: 'Inbox',
      people: [{ name: '王强', address: 'wang@production.example.com' }],
      missing: [],
      doubtful: [],
    });
    const action = findSlot(roundcube, document, 'action');
    expect(action?.id).toBe('message-header');
    expect(action?.ownerDocument).not.toBe(document);
  });

  it('is a folder where the frame is another site, or refuses', () => {
    for (const read of [
      () => null,
      () => {
        throw new Error('Blocked');
      },
    ]) {
      show(list('<iframe id="messagecontframe" srcdoc=""></iframe>'));
      Object.defineProperty(document.querySelector('iframe'), 'contentDocument', { get: read });
      const url = new URL(list('').address);
      expect(readView({ host: hostAt(url, 'mail'), document, url })).toMatchObject({
        kind: 'mailbox',
        title: 'Inbox',
      });
    }
  });
});

describe('what is written', () => {
  const at = 'https://mail.example.com/?_task=mail&_action=compose';

  it('is a field, or the body of the frame that takes its place', () => {
    readPage({
      address: at,
      declared: 'roundcube',
      title: '',
      body: '<textarea id="composebody"></textarea>',
    });
    expect(findSlot(roundcube, document, 'editor')?.localName).toBe('textarea');
    document.body.innerHTML +=
      '<iframe id="composebody_ifr" srcdoc="<body contenteditable>你好</body>"></iframe>';
    const editor = findSlot(roundcube, document, 'editor');
    expect(editor?.localName).toBe('body');
    expect(editor?.textContent).toContain('你好');
  });

  it('is, of several, where the focus is', () => {
    show({
      title: '',
      body: `<div class="M9"><div id="a" contenteditable="true" tabindex="0"></div></div><div class="M9"><div id="b" contenteditable="true" tabindex="0"></div></div>`,
    });
    const gmail = hosts.find(({ id }) => id === 'gmail')!;
    expect(findSlot(gmail, document, 'editor')?.id).toBe('a');
    document.getElementById('b')!.focus();
    expect(findSlot(gmail, document, 'editor')?.id).toBe('b');
  });

  it('is nothing where there is none', () => {
    for (const host of hosts) expect(findSlot(host, document, 'editor')).toBeNull();
  });
});

it('prefers what is shown to what is kept for later', () => {
  const view = readPage({
    address: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQbfxAbCdEfGhIj',
    title: 'Now - anna@marketing.example.com - Gmail',
    body: `<div style="display:none"><div class="ha"><h2 class="hP">Before</h2></div></div><div class="ha"><h2 class="hP">Now</h2></div>`,
  });
  expect(view.title).toBe('Now');
});
