/** The reproductions that end-to-end tests serve are read as what they show. */
import { afterEach, describe, expect, it } from 'vitest';
import { findSlot, readView } from '@/utils/hosts/read';
import { hostAt } from '@/utils/hosts/registry';
import type { View } from '@/utils/messages/view';
import {
  gmail,
  longTrelloBoard,
  mailbox,
  netease,
  outlook,
  qqMail,
  type Reproduction,
  reproductions,
  trello,
  trelloBoard,
} from '../../e2e/reproductions';

declare global {
  interface Window {
    happyDOM: { setURL(url: string): void };
  }
}

/** Listeners of the pages opened in a test, which share one window. */
let opened: Array<[EventTarget, string, EventListenerOrEventListenerObject]> = [];
for (const target of [window, document]) {
  const add = target.addEventListener;
  target.addEventListener = (type: string, listener: EventListenerOrEventListenerObject) => {
    opened.push([target, type, listener]);
    add.call(target, type, listener);
  };
}
afterEach(() => {
  for (const [target, type, listener] of opened) target.removeEventListener(type, listener);
  opened = [];
});

/** Loads a reproduction as a browser would, and runs its script. */
function open(address: string, reproduction: Reproduction = reproductionOf(address)): Document {
  const { status, body } = reproduction(new URL(address));
  expect(status).toBe(200);
  window.happyDOM.setURL(address);
  const page = new DOMParser().parseFromString(body, 'text/html');
  for (const { name } of [...document.documentElement.attributes])
    document.documentElement.removeAttribute(name);
  document.body.innerHTML = page.body.innerHTML;
  document.head.replaceChildren(...page.querySelectorAll('head style'));
  document.title = page.title;
  const script = page.querySelector('script:not([type])')?.textContent ?? '';
  new Function(script)();
  return document;
}

function reproductionOf(address: string): Reproduction {
  const [, reproduction] = Object.entries(reproductions).find(([prefix]) => address.startsWith(prefix))!;
  return reproduction;
}

function view(): View {
  const url = new URL(location.href);
  return readView({ host: hostAt(url), document, url });
}

const [delivery, batch] = mailbox.threads as [(typeof mailbox.threads)[0], (typeof mailbox.threads)[0]];
const people = (thread: typeof delivery) => {
  const all = [...thread.messages.map(({ from }) => from), ...thread.messages.flatMap(({ to }) => to)];
  return [...new Map(all.map((person) => [person.address, person])).values()];
};

describe('Trello', () => {
  const card = trelloBoard.lists[1]!.cards[0]!;
  const board = `https://trello.com/b/${trelloBoard.id}/${trelloBoard.slug}`;

  it('shows its board', () => {
    open(board);
    expect(view()).toMatchObject({
      host: 'trello',
      kind: 'board',
      id: trelloBoard.id,
      title: trelloBoard.name,
      missing: [],
      doubtful: [],
    });
  });

  it('opens a card over its board', () => {
    open(board);
    document.querySelector<HTMLElement>(`a[href^="/c/${card.id}"]`)!.click();
    expect(location.pathname).toContain(`/c/${card.id}/`);
    expect(view()).toMatchObject({
      kind: 'card',
      id: card.id,
      title: card.title,
      board: trelloBoard.name,
      list: 'Quality 质量部',
      labels: card.labels,
      people: card.members!.map((name) => ({ name })),
      missing: [],
      doubtful: [],
    });
    document.querySelector<HTMLElement>('[data-testid="card-back-new-comment-input-skeleton"]')!.click();
    expect(findSlot(hostAt(new URL(location.href))!, document, 'editor')?.getAttribute('role')).toBe(
      'textbox',
    );
    document.querySelector('[data-testid="CloseIcon"]')!.parentElement!.click();
    expect(view()).toMatchObject({ kind: 'board', title: trelloBoard.name });
  });

  it('has few of many cards in its document', () => {
    open(board, trello(longTrelloBoard(2000)));
    const shown = document.querySelectorAll('[data-testid="trello-card"]').length;
    expect(shown).toBeGreaterThan(10);
    expect(shown).toBeLessThan(25);
    const list = document.querySelector('[data-testid="list-cards"]')!;
    list.scrollTop = 1000 * 40;
    list.dispatchEvent(new Event('scroll'));
    expect(list.textContent).toContain('Delivery 1001 of');
    expect(list.textContent).not.toContain('Delivery 1 of');
    expect(document.querySelectorAll('[data-testid="trello-card"]').length).toBeLessThan(25);
  });

  it('says that it is dark', () => {
    open(board, trello({ ...trelloBoard, dark: true }));
    expect(view().dark).toBe(true);
  });
});

describe('Gmail', () => {
  const at = (hash: string) => `https://mail.google.com/mail/u/0/${hash}`;

  it('shows its inbox, and no mail of it', () => {
    open(at(''));
    expect(view()).toMatchObject({ host: 'gmail', kind: 'mailbox', id: 'inbox', title: 'Inbox', people: [] });
  });

  it('shows a thread, its people and label', () => {
    open(at(`#inbox/${delivery.id}`));
    expect(view()).toMatchObject({
      kind: 'thread',
      id: delivery.id,
      title: delivery.subject,
      labels: [delivery.label],
      people: people(delivery),
      missing: [],
      doubtful: [],
    });
  });

  it('shows another by its hash', () => {
    open(at(`#inbox/${delivery.id}`));
    location.hash = `#inbox/${batch.id}`;
    window.dispatchEvent(new Event('hashchange'));
    expect(view()).toMatchObject({ title: batch.subject, people: people(batch), labels: [] });
  });

  it('writes', () => {
    open(at('#inbox?compose=new'));
    expect(view()).toMatchObject({
      kind: 'draft',
      title: '',
      people: [delivery.messages[0]!.from],
      missing: [],
    });
    expect(
      findSlot(hostAt(new URL(location.href))!, document, 'editor')?.getAttribute('contenteditable'),
    ).toBe('true');
  });

  it('allows no script but its own, and no HTML by string', () => {
    const { headers } = gmail()(new URL(at('')));
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  it('is dark where it is painted so', () => {
    open(at(''), gmail({ ...mailbox, dark: true }));
    expect(view().dark).toBe(true);
    open(at(''), gmail());
    expect(view().dark).toBe(false);
  });
});

describe('Outlook', () => {
  it.each(['en', 'zh-CN'] as const)('shows a mail of the list it is chosen in: %s', (language) => {
    open('https://outlook.office.com/mail/inbox', outlook({ ...mailbox, language }));
    expect(view()).toMatchObject({ host: 'outlook', kind: 'mailbox', id: 'inbox' });
    document.querySelector<HTMLElement>(`[data-convid="${delivery.id}"]`)!.click();
    expect(view()).toMatchObject({
      kind: 'thread',
      id: delivery.id,
      title: delivery.subject,
      missing: [],
      doubtful: [],
    });
    expect(view().people).toEqual(people(delivery));
  });

  it('writes under an address of its own', () => {
    open('https://outlook.office.com/mail/deeplink/compose?to=a@example.com');
    expect(view()).toMatchObject({ kind: 'draft', missing: [] });
    expect(findSlot(hostAt(new URL(location.href))!, document, 'editor')).not.toBeNull();
  });
});

describe('QQ Mail', () => {
  it('shows a mail beside its list', () => {
    open('https://wx.mail.qq.com/home/index?sid=zz#/list/1/1');
    expect(view()).toMatchObject({ host: 'qq-mail', kind: 'mailbox' });
    document.querySelector<HTMLElement>(`[data-mailid="${batch.id}"]`)!.click();
    expect(view()).toMatchObject({
      kind: 'thread',
      id: batch.id,
      title: batch.subject,
      missing: [],
      doubtful: [],
    });
    const root = document.querySelector('.mail-detail-content')!.shadowRoot;
    expect(root?.textContent).toContain('首批下周三交付');
  });

  it('writes', () => {
    open('https://wx.mail.qq.com/home/index?sid=zz#/compose/new', qqMail());
    expect(view()).toMatchObject({ kind: 'draft', missing: [] });
  });
});

describe('NetEase Mail', () => {
  const at = (module: string, told: object) =>
    `https://mail.163.com/js6/main.jsp?sid=zz#module=${module}|${JSON.stringify(told)}`;

  it('shows a mail', () => {
    open(at('read.ReadModule', { area: 'normal', id: delivery.id, fid: 1 }));
    expect(view()).toMatchObject({
      host: 'netease',
      kind: 'thread',
      id: delivery.id,
      title: delivery.subject,
    });
    expect(view().people.map(({ address }) => address)).toEqual(
      expect.arrayContaining(people(delivery).map(({ address }) => address)),
    );
  });

  it('writes', () => {
    open(at('compose.ComposeModule', { type: 'compose', cid: 'c:1' }), netease());
    expect(view()).toMatchObject({ kind: 'draft', missing: [] });
  });
});

it('answers nothing else', () => {
  for (const [prefix, reproduction] of Object.entries(reproductions)) {
    expect(reproduction(new URL(`${prefix}favicon.ico`)).status, prefix).toBe(404);
  }
});
