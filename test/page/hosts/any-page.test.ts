/** Whatever a page holds: reading never throws, and what it tells always has the shape of a view. */
import fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { slotNames } from '@/utils/hosts/host';
import { findSlot, readView } from '@/utils/hosts/read';
import { hostAt, hosts } from '@/utils/hosts/registry';
import { structureReport } from '@/utils/hosts/report';
import { View } from '@/utils/messages/view';
import { show } from './pages';

afterEach(() => vi.restoreAllMocks());

/** Addresses that show something, with the host that reads them. */
const addresses = [
  ['https://trello.com/c/9aBcDeF0/12-order'],
  ['https://trello.com/b/9aBcDeF0'],
  ['https://trello.com/login'],
  ['https://mail.google.com/mail/u/0/#inbox/FMfcgzQbfxAbCdEfGhIj'],
  ['https://mail.google.com/mail/u/0/#inbox?compose=new'],
  ['https://outlook.office.com/mail/inbox'],
  ['https://wx.mail.qq.com/home/index#/list/1/1'],
  ['https://lantern.atlassian.net/browse/DEV-7'],
  ['https://app.slack.com/client/T1/C1'],
  ['https://mail.example.com/?_task=mail', 'mail'],
  ['https://mail.example.com/?_task=mail&_action=compose', 'roundcube'],
  ['https://plan.example.com/task/7', 'board'],
  ['https://example.com/'],
] as const;

function readAt(address: string, declared?: string): View {
  const url = new URL(address);
  return readView({ host: hostAt(url, declared), document, url });
}

function expectView(view: View) {
  const parsed = v.safeParse(View, view);
  expect(parsed.issues).toBeUndefined();
  for (const text of [view.title, view.board, view.list, view.due, ...view.labels]) {
    expect(text ?? '').not.toMatch(/\s{2}|^\s|\s$|\n/);
  }
}

/** Everything at once that reads a page. */
function readAll() {
  for (const [address, declared] of addresses) {
    const url = new URL(address);
    const host = hostAt(url, declared);
    expectView(readAt(address, declared));
    expect(structureReport({ host, document, url })).toContain('host: ');
    if (host) for (const slot of slotNames) findSlot(host, document, slot);
  }
}

/** Openings of elements that our anchors look for. */
const openings = [
  '<div data-testid="card-back-name"><header><div><div>',
  '<textarea data-testid="card-back-title-input">',
  '<span data-testid="board-name-display">',
  '<span data-testid="card-label">',
  '<button data-testid="card-back-member-avatar" title="Lin (lin)">',
  '<div role="main"><h2 class="hP">',
  '<td class="gF"><span email="lin@sales.example.com" name="Lin">',
  '<div class="M9"><div contenteditable="true">',
  '<div id="UniqueMessageBody_1">',
  '<div role="heading" id="A_SUBJECT" title="x">',
  '<div class="mail-detail-subject">',
  '<div id="message-header"><h2 class="subject">',
  '<a class="rcmContactAddress" href="mailto:%zz" title="@">',
  '<iframe id="messagecontframe" srcdoc="<h2 class=subject>x</h2>">',
  '<textarea name="_to">',
  '<input type="password" name="_subject" value="hunter2">',
  '<h1>',
  '<div role="dialog"><h2 id="modal-title">',
  '<p>',
  '<script type="text/plain">',
  '<!--',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom(
    'Lin <lin@sales.example.com>, 王伟 <wang@rnd.example.com>;',
    '🛋'.repeat(400),
    ' \n\t\u00a0',
    '</div>',
  ),
);

it('tells a view of any page', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...openings), text), { maxLength: 12 }),
      text,
      fc.constantFrom(...addresses),
      (parts, title, [address, declared]) => {
        show({
          title,
          body: parts.map(([opening, words]) => `${opening}${words.replaceAll('<iframe', '')}`).join(''),
        });
        const view = readAt(address, declared);
        expectView(view);
        expect(JSON.stringify(view)).not.toContain('hunter2');
      },
    ),
    { numRuns: 300 },
  );
});

it('tells a view of any address', () => {
  show({ title: 'x', body: '<h1>y</h1>' });
  fc.assert(
    fc.property(
      fc.constantFrom(...hosts),
      fc.webUrl({ withFragments: true, withQueryParameters: true, size: 'large' }),
      (host, address) => {
        const view = readView({ host, document, url: new URL(address) });
        expectView(view);
        expect(['page', 'board', 'mail', 'maildev', host.id]).toContain(view.host);
      },
    ),
  );
});

describe('a page that is against us', () => {
  it('names ten thousand people and labels', () => {
    const many = Array.from(
      { length: 10_000 },
      (_, at) => `<span email="p${at}@b.example">P ${at}</span>`,
    ).join('');
    show({ title: 'x', body: many });
    expect(readAt('https://mail.example.com/', 'mail').people).toHaveLength(60);
  });

  it('nests deeper than a call stack', () => {
    show({ title: 'x', body: '<h1></h1>' });
    let inner: Element = document.querySelector('h1')!;
    for (let at = 0; at < 5000; at++) inner = inner.appendChild(document.createElement('b'));
    inner.textContent = 'deep';
    expectView(readAt('https://plan.example.com/', 'board'));
  });

  it.each<[name: string, spoil: () => void]>([
    ['a title', () => vi.spyOn(document, 'title', 'get').mockImplementation(refuse)],
    ['a body', () => vi.spyOn(document, 'body', 'get').mockImplementation(refuse)],
    ['no body', () => vi.spyOn(document, 'body', 'get').mockReturnValue(null as unknown as HTMLElement)],
    ['a root', () => vi.spyOn(document, 'documentElement', 'get').mockImplementation(refuse)],
    ['a search', () => vi.spyOn(document, 'querySelectorAll').mockImplementation(refuse)],
    ['a first', () => vi.spyOn(document, 'querySelector').mockImplementation(refuse)],
    ['attributes', () => vi.spyOn(Element.prototype, 'getAttribute').mockImplementation(refuse)],
    ['visibility', () => vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(refuse)],
    ['text', () => vi.spyOn(Node.prototype, 'nodeValue', 'get').mockImplementation(refuse)],
    ['an address', () => vi.spyOn(document, 'URL', 'get').mockImplementation(refuse)],
    ['styles', () => vi.spyOn(window, 'getComputedStyle').mockImplementation(refuse)],
  ])('refuses %s', (_, spoil) => {
    show({ title: 'Order | Trello', body: openings.slice(0, -2).join('words') });
    spoil();
    readAll();
  });

  it('has no elements at all', () => {
    const root = document.documentElement;
    root.remove();
    try {
      readAll();
    } finally {
      document.append(root);
    }
  });
});

function refuse(): never {
  throw new Error('The page does not allow it.');
}

describe('a host that has changed', () => {
  const places = [
    [
      'https://trello.com/c/9aBcDeF0/12-order',
      'Order the shades on Desk Lamp 3 | Trello',
      undefined,
      ['title', 'list'],
    ],
    ['https://trello.com/b/9aBcDeF0', 'Desk Lamp 3 | Trello', undefined, ['board']],
    [
      'https://lantern.atlassian.net/browse/DEV-7',
      '[DEV-7] Order the shades - Jira',
      undefined,
      ['title', 'id'],
    ],
    ['https://app.asana.com/0/22/44', 'Order the shades - Asana', undefined, ['title']],
    [
      'https://mail.google.com/mail/u/0/#inbox/FMfcgzQbfxAbCdEfGhIj',
      'Order the shades - anna@marketing.example.com - Gmail',
      undefined,
      ['title', 'senders'],
    ],
    ['https://kanban.example.com/board/3', 'Desk Lamp 3', 'kanboard', ['board', 'id']],
    [
      'https://mail.example.com/?_task=mail&_action=show&_uid=3',
      'Mail :: Order the shades',
      'roundcube',
      ['title', 'senders'],
    ],
  ] as const;

  it.each(places)(
    '%s: says what is missing, and tells title and place all the same',
    (address, title, declared, missing) => {
      const renamed = openings
        .slice(0, 6)
        .join('words')
        .replace(/(class|data-testid|id)="/g, '$1="v2-');
      show({ title, body: renamed });
      const view = readAt(address, declared);
      expectView(view);
      expect(view.missing).toEqual(missing);
      expect(view.title).toMatch(/^(?:Order the shades|Desk Lamp 3)$/);
      expect(view.id).not.toBe('');
    },
  );

  it('is doubted where title and page do not agree, and the page leads', () => {
    show({
      title: 'Order the shades on Desk Lamp 3 | Trello',
      body: `<h1 data-testid="board-name-display">Desk Lamp 4</h1><div data-testid="card-back-name"><header><div><div>Doing</div></div>
        <textarea data-testid="card-back-title-input">Pack the parcels</textarea></header></div>`,
    });
    expect(readAt('https://trello.com/c/9aBcDeF0/12-order')).toMatchObject({
      title: 'Pack the parcels',
      missing: [],
      doubtful: ['title'],
    });
  });

  it('is doubted where two places of the page name different lists', () => {
    const page = (
      list: string,
    ) => `<div data-testid="list"><h2 data-testid="list-name">${list}</h2><a href="/c/9aBcDeF0/1-x">x</a></div>
      <div data-testid="card-back-name"><header><div><div>in list Doing</div></div><textarea data-testid="card-back-title-input">Order</textarea></header></div>`;
    show({ title: 'Order | Trello', body: page('Done') });
    expect(readAt('https://trello.com/c/9aBcDeF0/1-x')).toMatchObject({ list: 'Done', doubtful: ['list'] });
    show({ title: 'Order | Trello', body: page('Doing') });
    expect(readAt('https://trello.com/c/9aBcDeF0/1-x')).toMatchObject({ list: 'Doing', doubtful: [] });
  });

  it('is doubted where address and page name different things', () => {
    show({ title: 'x', body: '<h1 class="title">x</h1><table id="board" data-project-id="4"></table>' });
    expect(readAt('https://kanban.example.com/board/3', 'board').doubtful).toEqual(['id']);
  });

  it('is found again by a correction', () => {
    show({
      title: 'Order the shades on Desk Lamp 3 | Trello',
      body: '<div data-testid="list-title">Doing</div><input data-testid="card-title" value="Order the shades">',
    });
    const url = new URL('https://trello.com/c/9aBcDeF0/12-order');
    const corrections = [
      {
        host: 'trello',
        anchors: {
          list: [
            { css: '[data-testid="list-title"]', since: '2026-12' },
            { css: 'not a [selector', since: '2026-12' },
          ],
          title: [{ css: '[data-testid="card-title"]', read: 'value', since: '2026-12' }],
        },
      },
      { host: 'gmail', anchors: { title: [{ css: 'div', since: '2026-12' }] } },
    ];
    const view = readView({ host: hostAt(url), document, url, corrections });
    expect(view).toMatchObject({ title: 'Order the shades', list: 'Doing', missing: [], doubtful: [] });
    expect(findSlot(hostAt(url)!, document, 'title', corrections)?.localName).toBe('input');
  });
});
