/** What is read off a page of each host that has anchors, and what is said where the page has changed. */
import { describe, expect, it } from 'vitest';
import { hosts } from '@/utils/hosts/registry';
import type { View } from '@/utils/messages/view';
import { type Page, readPage } from './pages';

const lin = { name: 'Lin Mei', address: 'lin.mei@sales.example.com' };
const wang = { name: '王伟', address: 'wang.wei@rnd.example.com' };

interface Example extends Page {
  host: string;
  /** What of the view is told; the rest is empty. */
  tells: Partial<View>;
}

const examples: Example[] = [
  {
    host: 'trello',
    address: 'https://trello.com/b/Xy12Zab9/desk-lamp',
    title: '(2) Desk Lamp 3 | Trello',
    body: `<h1 data-testid="board-name-display">Desk Lamp 3</h1>
      <ol id="board"><li data-testid="list-wrapper"><div data-testid="list"><h2 data-testid="list-name">Doing</h2></div></li></ol>`,
    tells: { kind: 'board', id: 'Xy12Zab9', title: 'Desk Lamp 3' },
  },
  {
    host: 'trello',
    address: 'https://trello.com/c/9aBcDeF0/12-order-the-shades',
    title: 'Order the shades on time on Desk Lamp 3 | Trello',
    body: `<h1 data-testid="board-name-display">Desk Lamp 3</h1>
      <div data-testid="list"><h2 data-testid="list-name">Backlog</h2>
        <div data-testid="trello-card"><a data-testid="card-name" href="/c/00000000/1-other">Other</a></div></div>
      <div data-testid="list"><h2 data-testid="list-name">Ready to ship</h2>
        <div data-testid="trello-card"><a data-testid="card-name" href="/c/9aBcDeF0/12-order-the-shades">Order</a></div></div>
      <div role="dialog" data-testid="card-back-name"><header><div><div>Ready to ship</div></div>
        <textarea data-testid="card-back-title-input">Order the shades on time</textarea></header>
        <div data-testid="card-back-labels-container"><button data-testid="card-label">Urgent</button><button data-testid="card-label">采购</button></div>
        <button data-testid="card-back-member-avatar" title="Lin Mei (linmei)"></button></div>`,
    tells: {
      kind: 'card',
      id: '9aBcDeF0',
      title: 'Order the shades on time',
      board: 'Desk Lamp 3',
      list: 'Ready to ship',
      labels: ['Urgent', '采购'],
      people: [{ name: 'Lin Mei (linmei)' }],
    },
  },
  {
    host: 'kanboard',
    address: 'https://kanban.example.com/board/3',
    declared: 'board',
    title: '台灯三代',
    body: `<header><h1><span class="title">台灯三代</span></h1></header>
      <div id="board-container"><table id="board" data-project-id="3"></table></div>`,
    tells: { kind: 'board', id: '3', title: '台灯三代' },
  },
  {
    host: 'kanboard',
    address: 'https://kanban.example.com/?controller=TaskViewController&action=show&task_id=42',
    declared: 'kanboard',
    title: 'Order the shades',
    body: `<header><h1><span class="title"><a href="/board/3">Desk Lamp 3</a></span></h1></header>
      <section id="task-summary"><h2>#42 Order the shades</h2></section>
      <div id="comment-1" class="comment"><strong class="comment-username">王伟</strong></div>`,
    tells: {
      kind: 'card',
      id: '42',
      title: 'Order the shades',
      board: 'Desk Lamp 3',
      people: [{ name: '王伟' }],
    },
  },
  {
    host: 'jira',
    address: 'https://lantern.atlassian.net/browse/DEV-7',
    title: '[DEV-7] Order the shades - Jira',
    body: `<div data-testid="issue.views.issue-base.foundation.breadcrumbs.breadcrumb-current-issue-container"><a href="/browse/DEV-7">DEV-7</a></div>
      <h1 data-testid="issue.views.issue-base.foundation.summary.heading">Order the shades</h1>`,
    tells: { kind: 'card', id: 'DEV-7', title: 'Order the shades' },
  },
  {
    host: 'github',
    address: 'https://github.com/orgs/lantern/projects/5/views/2',
    title: 'Board · Desk Lamp 3',
    body: '<h1 data-testid="project-title">Desk Lamp 3</h1><div id="memex-project-view-root"></div>',
    tells: { kind: 'board', id: 'lantern/projects/5', title: 'Desk Lamp 3' },
  },
  {
    host: 'github',
    address: 'https://github.com/lantern/lamp/issues/12',
    title: 'Order the shades · Issue #12 · lantern/lamp',
    body: '<h1 data-component="PH_Title"><bdi>Order the shades</bdi></h1><div data-component="PH_Actions"></div>',
    tells: { kind: 'card', id: 'lantern/lamp/issues/12', title: 'Order the shades' },
  },
  {
    host: 'asana',
    address: 'https://app.asana.com/1/11/project/22/task/44',
    title: 'Order the shades - Asana',
    body: `<div class="ProjectPageHeaderProjectTitle-container">Desk Lamp 3</div>
      <div class="TaskPane"><div class="TaskPaneTitle"><textarea>Order the shades</textarea></div></div>`,
    tells: { kind: 'card', id: '44', title: 'Order the shades', board: 'Desk Lamp 3' },
  },
  {
    host: 'zentao',
    address: 'https://zentao.example.com/task-view-12.html',
    declared: 'board',
    title: '订灯罩 - 禅道',
    body: '<ul id="appTabs"><li data-app="project"></li></ul><div id="apps"></div>',
    tells: { kind: 'card', id: '12', title: '订灯罩' },
  },
  {
    host: 'backlog',
    address: 'http://127.0.0.1:6420/board/TASK-3/order-the-shades',
    declared: 'board',
    title: 'Desk Lamp 3 - Task Management',
    attributes: { 'data-version': 'Backlog.md - v1.52.0' },
    body: `<div class="h-full min-h-96"><div><h3>In Progress</h3></div>
        <div role="button" aria-label="Open TASK-3: Order the shades"><h4>Order the shades</h4></div></div>
      <div role="dialog"><h2 id="modal-title">TASK-3 — Order the shades</h2>
        <div><span><span>@wang</span><button aria-label="Remove @wang"></button></span><input id="chip-input-assignee"></div>
        <div><span><span>sales</span></span><span><span>采购</span></span><input id="chip-input-labels"></div></div>`,
    tells: {
      kind: 'card',
      id: 'TASK-3',
      title: 'Order the shades',
      board: 'Desk Lamp 3',
      list: 'In Progress',
      labels: ['sales', '采购'],
      people: [{ name: '@wang' }],
    },
  },
  {
    host: 'gmail',
    address: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQbfxAbCdEfGhIj',
    title: 'Shades for the lamp - anna@marketing.example.com - Gmail',
    body: `<div role="main"><div class="iY"><div class="ha"><h2 class="hP">Shades for the lamp</h2><div class="hX"><div class="hN">Suppliers</div></div></div>
      <div role="list"><div class="adn" data-message-id="1"><table><tr><td class="gF"><span class="gD" email="${lin.address}" name="${lin.name}">Lin Mei</span></td></tr></table>
        <div class="hb"><span class="g2" email="${wang.address}" name="${wang.name}">me</span></div><div class="ii gt"><div class="a3s">Hello</div></div></div>
      <div class="adn" data-message-id="2"><table><tr><td class="gF"><span class="gD" email="${wang.address.toUpperCase()}" name="${wang.name}">王伟</span></td></tr></table></div></div></div></div>`,
    tells: {
      kind: 'thread',
      id: 'FMfcgzQbfxAbCdEfGhIj',
      title: 'Shades for the lamp',
      labels: ['Suppliers'],
      people: [lin, wang],
    },
  },
  {
    host: 'gmail',
    address: 'https://mail.google.com/mail/u/0/#inbox?compose=new',
    title: 'Inbox (3) - anna@marketing.example.com - Gmail',
    body: `<div class="dw"><div class="M9"><span email="${lin.address}">Lin Mei</span><input name="subjectbox" value="Shades">
      <div contenteditable="true" role="textbox">Hello</div></div></div>`,
    tells: { kind: 'draft', title: 'Shades', people: [lin] },
  },
  {
    host: 'outlook',
    address: 'https://outlook.office.com/mail/inbox/id/AAQkAD',
    title: 'Mail - Anna - Outlook',
    body: `<div id="ReadingPaneContainerId" data-app-section="ReadingPane"><div role="heading" title="Shades for the lamp" id="CONV_1_SUBJECT">Shades for the lamp</div>
      <span id="MSG_1_FROM">Lin Mei&lt;${lin.address}&gt;</span><div id="UniqueMessageBody_1" role="document">Hello</div></div>`,
    tells: { kind: 'thread', id: 'AAQkAD', title: 'Shades for the lamp', people: [lin] },
  },
  {
    host: 'outlook',
    address: 'https://outlook.live.com/mail/0/',
    title: 'Mail - Anna - Outlook',
    body: `<div role="option" data-convid="AAQ1"></div><div role="option" data-convid="AAQ2" aria-selected="true"></div>
      <div id="ReadingPaneContainerId"><div role="heading" title="灯罩">灯罩</div><div id="UniqueMessageBody_1">你好</div></div>`,
    tells: { kind: 'thread', id: 'AAQ2', title: '灯罩' },
  },
  {
    host: 'roundcube',
    address: 'https://mail.example.com/?_task=mail&_uid=3&_mbox=INBOX&_action=show&_extwin=1',
    declared: 'mail',
    title: 'Roundcube Webmail :: Shades :: for the lamp',
    attributes: { class: 'task-mail action-show' },
    body: `<div id="message-header"><h2 class="subject"><span class="voice">Subject: </span>Shades :: for the lamp<a class="extwin" href="#">Open</a></h2>
      <div class="header-summary">From <span class="adr"><a class="rcmContactAddress" href="mailto:${lin.address}" title="${lin.address}">Lin Mei</a></span></div>
      <table class="header-headers"><tr><td class="header from"><a class="rcmContactAddress" href="mailto:${lin.address}" title="${lin.address}">Lin Mei</a></td></tr>
      <tr><td class="header to"><span class="rcmContactAddress" title="${wang.address}">王伟</span></td></tr></table></div><div id="messagebody"></div>`,
    tells: { kind: 'thread', id: 'INBOX/3', title: 'Shades :: for the lamp', people: [lin, wang] },
  },
  {
    host: 'roundcube',
    address: 'https://mail.example.com/?_task=mail&_action=compose&_id=1',
    declared: 'roundcube',
    title: 'Roundcube Webmail :: Compose',
    body: `<textarea name="_to">Lin Mei &lt;${lin.address}&gt;, ${wang.address}, </textarea><input name="_subject" value="灯罩"><textarea id="composebody"></textarea>`,
    tells: { kind: 'draft', title: '灯罩', people: [lin, { address: wang.address }] },
  },
  {
    host: 'qq-mail',
    address: 'https://wx.mail.qq.com/home/index?sid=zz#/list/1/1',
    title: 'QQ邮箱',
    body: `<div class="mail-list-page-item mail-item-selected" data-mailid="ZC12"></div>
      <div class="mail-detail-subject">台灯三代 灯罩</div><div class="mail-detail-content"></div>`,
    tells: { kind: 'thread', id: 'ZC12', title: '台灯三代 灯罩' },
  },
  {
    host: 'netease',
    address:
      'https://mail.163.com/js6/main.jsp?sid=zz#module=compose.ComposeModule|{"type":"compose","cid":"c:17"}',
    title: '网易邮箱6.0版',
    body: `<input class="nui-editableAddr-ipt" value="${lin.address}"><input id="1700_subjectInput" value="灯罩">
      <div id="_mail_editor_0_1700"><iframe srcdoc="<body contenteditable>你好</body>"></iframe></div>`,
    tells: { kind: 'draft', title: '灯罩', people: [{ address: lin.address }] },
  },
  {
    host: 'aliyun-mail',
    address: 'https://qiye.aliyun.com/alimail/entries/v5.1/mail/inbox/all',
    title: '收件箱 - 阿里邮箱',
    body: '<iframe class="e_iframe e_scroll" srcdoc=""></iframe>',
    tells: { kind: 'mailbox', id: 'inbox', title: '收件箱' },
  },
  {
    host: 'maildev',
    address: 'http://127.0.0.1:1080/#/email/q7',
    declared: 'mail',
    title: '(3) MailDev',
    body: `<div data-testid="email-viewer" data-email-id="q7"><h1 data-testid="email-subject">Shades for the lamp</h1><div>
      <div><span>from </span><span>Lin Mei &lt;${lin.address}&gt;</span></div><div><span>to </span><span>王伟 &lt;${wang.address}&gt;</span></div></div></div>`,
    tells: { kind: 'thread', id: 'q7', title: 'Shades for the lamp', people: [lin, wang] },
  },
  {
    host: 'board',
    address: 'https://plan.example.com/projects/lamp',
    declared: 'board',
    title: 'Desk Lamp 3',
    body: '<main><h1>Desk Lamp 3</h1></main>',
    tells: { kind: 'board', title: 'Desk Lamp 3' },
  },
  {
    host: 'mail',
    address: 'https://post.example.com/webmail/?m=1',
    declared: 'mail',
    title: 'Shades for the lamp',
    body: `<main><h1>Shades for the lamp</h1><a href="mailto:${lin.address}?subject=Re">Lin Mei</a></main><footer><a href="mailto:help@post.example.com">Help</a></footer>`,
    tells: { kind: 'thread', title: 'Shades for the lamp', people: [lin] },
  },
  {
    host: 'page',
    address: 'https://wiki.example.com/lamp',
    title: '(1) Desk Lamp 3',
    body: '<h1>Lamp</h1><a href="mailto:help@wiki.example.com">Help</a>',
    tells: { kind: 'page', title: 'Desk Lamp 3' },
  },
];

describe.each(examples)('$host at $address', ({ host, tells, ...page }) => {
  it('tells what is in view', () => {
    expect(readPage(page)).toEqual({
      host,
      url: new URL(page.address).href,
      labels: [],
      people: [],
      missing: [],
      doubtful: [],
      dark: false,
      ...tells,
    });
  });
});

it('has an example of every host that has anchors', () => {
  const shown = new Set(examples.map(({ host }) => host));
  const known = hosts.filter(({ anchors }) => Object.keys(anchors).length > 0).map(({ id }) => id);
  expect(known.filter((id) => !shown.has(id))).toEqual([]);
});
