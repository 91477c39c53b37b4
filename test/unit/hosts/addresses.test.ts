/** What addresses tell: which host, and what of it is in view. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostAt, hostPatterns, hosts } from '@/utils/hosts/registry';

/** `declared` is what the user says of addresses that belong to no one host. */
function seen(address: string, declared?: string) {
  const url = new URL(address);
  const host = hostAt(url, declared);
  const place = host?.place(url);
  return (
    host && [host.id, ...(place ? [place.kind, ...(place.id === undefined ? [] : [place.id])] : [])].join(' ')
  );
}

const examples: Array<[host: string, examples: Array<[address: string, seen: string]>]> = [
  [
    'trello',
    [
      ['https://trello.com/b/Xy12Zab9/desk-lamp', 'trello board Xy12Zab9'],
      ['https://trello.com/b/Xy12Zab9', 'trello board Xy12Zab9'],
      ['https://trello.com/c/9aBcDeF0/12-order-the-shades', 'trello card 9aBcDeF0'],
      ['https://trello.com/u/lin/boards', 'trello'],
      ['https://trello.com/power-ups/admin', 'trello'],
    ],
  ],
  [
    'kanboard',
    [
      ['https://kanban.example.com/board/3', 'kanboard board 3'],
      ['https://example.com/kanboard/b/3', 'kanboard board 3'],
      ['https://kanban.example.com/task/42', 'kanboard card 42'],
      ['https://kanban.example.com/public/task/42/0a1b2c', 'kanboard card 42'],
      ['https://kanban.example.com/public/board/0a1b2c', 'kanboard board'],
      [
        'http://kanban.example.com/?controller=BoardViewController&action=show&project_id=1',
        'kanboard board 1',
      ],
      ['http://kanban.example.com/?controller=TaskViewController&action=show&task_id=7', 'kanboard card 7'],
      ['https://kanban.example.com/settings', 'kanboard'],
    ],
  ],
  [
    'jira',
    [
      ['https://lantern.atlassian.net/jira/software/projects/DEV/boards/4', 'jira board 4'],
      [
        'https://lantern.atlassian.net/jira/software/c/projects/DEV/boards/4?selectedIssue=DEV-7',
        'jira card DEV-7',
      ],
      ['https://lantern.atlassian.net/jira/core/projects/OPS/board', 'jira board OPS'],
      ['https://lantern.atlassian.net/browse/DEV-7', 'jira card DEV-7'],
      ['https://jira.example.com/secure/RapidBoard.jspa?rapidView=12', 'jira board 12'],
      ['https://jira.example.com/secure/RapidBoard.jspa?rapidView=12&selectedIssue=AB-1', 'jira card AB-1'],
      ['https://lantern.atlassian.net/wiki/spaces/DEV/overview', 'jira'],
      ['https://lantern.atlassian.net/browse/DEV', 'jira'],
    ],
  ],
  [
    'github',
    [
      ['https://github.com/orgs/lantern/projects/5/views/2', 'github board lantern/projects/5'],
      ['https://github.com/users/lin/projects/1', 'github board lin/projects/1'],
      ['https://github.com/orgs/lantern/projects/5/views/2?pane=issue&itemId=77', 'github card 77'],
      ['https://github.com/lantern/lamp/issues/12', 'github card lantern/lamp/issues/12'],
      ['https://github.com/lantern/lamp/pull/13/files', 'github card lantern/lamp/pull/13'],
      ['https://github.com/lantern/lamp', 'github'],
      ['https://github.com/lantern/lamp/issues', 'github'],
    ],
  ],
  [
    'asana',
    [
      ['https://app.asana.com/1/11/project/22/board/33', 'asana board 22'],
      ['https://app.asana.com/1/11/project/22/task/44', 'asana card 44'],
      ['https://app.asana.com/1/11/task/44', 'asana card 44'],
      ['https://app.asana.com/0/22/44', 'asana card 44'],
      ['https://app.asana.com/0/22/list', 'asana board 22'],
      ['https://app.asana.com/0/inbox/22', 'asana'],
    ],
  ],
  [
    'feishu-project',
    [
      [
        'https://project.feishu.cn/lamp/story/detail/123?parentUrl=%2Flamp%2FissueView%2Fab',
        'feishu-project card 123',
      ],
      ['https://project.feishu.cn/lamp/issueView/ab12', 'feishu-project board ab12'],
      ['https://project.larksuite.com/lamp/story/homepage', 'feishu-project board lamp'],
      ['https://project.feishu.cn/', 'feishu-project'],
    ],
  ],
  [
    'teambition',
    [
      ['https://www.teambition.com/project/5f/tasks/view/77', 'teambition board 5f'],
      ['https://www.teambition.com/project/5f/tasks/view/77/task/99', 'teambition card 99'],
      ['https://www.teambition.com/project/5f/tasks/scrum/1', 'teambition board 5f'],
      ['https://www.teambition.com/organization/1', 'teambition'],
    ],
  ],
  [
    'tower',
    [
      ['https://tower.im/teams/12/projects/ab/', 'tower board ab'],
      ['https://tower.im/teams/12/todos/345/', 'tower card 345'],
      ['https://tower.im/teams/12/members/', 'tower'],
    ],
  ],
  [
    'ones',
    [
      ['https://ones.cn/project/#/team/T1/project/P1/component/C1', 'ones board P1'],
      [
        'https://ones.cn/project/#/team/T1/project/P1/component/C1/sprint/S1/tasks/issue_type/I1/issue/LAMP-7',
        'ones card LAMP-7',
      ],
      ['https://ones.cn/project/#/team/T1/task/ab12', 'ones card ab12'],
      ['https://ones.example.com/#/team/T1/task/ab12', 'ones card ab12'],
      ['https://ones.cn/project/#/auth/login', 'ones'],
    ],
  ],
  [
    'pingcode',
    [
      ['https://lantern.pingcode.com/pjm/projects/LAMP/work-items/LAMP-7', 'pingcode card LAMP-7'],
      ['https://lantern.pingcode.com/pjm/workitems/q1W2', 'pingcode card q1W2'],
      ['https://lantern.pingcode.com/pjm/projects/LAMP/sprint/9/list', 'pingcode board LAMP'],
      ['https://lantern.pingcode.com/releases/5/workitems', 'pingcode board 5'],
      ['https://www.pingcode.com/price', 'pingcode'],
    ],
  ],
  [
    'zentao',
    [
      ['https://zentao.example.com/task-view-12.html', 'zentao card 12'],
      ['https://example.com/zentao/bug-view-9.html#app=qa', 'zentao card 9'],
      ['https://zentao.example.com/execution-kanban-4.html', 'zentao board 4'],
      ['https://zentao.example.com/execution-task-4.html', 'zentao board 4'],
      ['https://zentao.example.com/index.php?m=task&f=view&taskID=12', 'zentao card 12'],
      ['https://zentao.example.com/index.php?m=execution&f=kanban&executionID=4', 'zentao board 4'],
      ['https://zentao.example.com/user-login.html', 'zentao'],
    ],
  ],
  [
    'backlog',
    [
      ['http://127.0.0.1:6420/', 'backlog board'],
      ['http://127.0.0.1:6420/tasks', 'backlog board'],
      ['http://127.0.0.1:6420/board/TASK-3/order-the-shades', 'backlog card TASK-3'],
      ['http://127.0.0.1:6420/tasks/TASK-3', 'backlog card TASK-3'],
      ['http://127.0.0.1:6420/settings', 'backlog'],
    ],
  ],
  [
    'gmail',
    [
      ['https://mail.google.com/mail/u/0/', 'gmail mailbox inbox'],
      ['https://mail.google.com/mail/u/0/#inbox/p2', 'gmail mailbox inbox'],
      ['https://mail.google.com/mail/u/1/#label/Desk%20Lamp', 'gmail mailbox label/Desk Lamp'],
      ['https://mail.google.com/mail/u/0/#inbox/FMfcgzQbfxAbCdEfGhIj', 'gmail thread FMfcgzQbfxAbCdEfGhIj'],
      [
        'https://mail.google.com/mail/u/0/#search/from%3Alin/FMfcgzQbfxAbCdEfGhIj?compose=new',
        'gmail thread FMfcgzQbfxAbCdEfGhIj',
      ],
      ['https://mail.google.com/mail/u/0/#inbox?compose=new', 'gmail draft'],
      ['https://mail.google.com/mail/?view=cm&fs=1&to=lin@sales.example.com', 'gmail draft'],
      ['https://mail.google.com/mail/u/0/?to=a@example.com&tf=cm', 'gmail draft'],
      ['https://mail.google.com/mail/u/0/#chat/dm/12', 'gmail chat'],
      ['https://mail.google.com/mail/u/0/#settings/general', 'gmail'],
    ],
  ],
  [
    'outlook',
    [
      ['https://outlook.live.com/mail/0/', 'outlook mailbox inbox'],
      ['https://outlook.office.com/mail/inbox', 'outlook mailbox inbox'],
      ['https://outlook.office365.com/mail/0/inbox/id/AAQkAD%2Bx%3D', 'outlook thread AAQkAD+x='],
      ['https://outlook.cloud.microsoft/mail/0/sentitems', 'outlook mailbox sentitems'],
      ['https://outlook.office.com/mail/deeplink/compose?to=a@example.com', 'outlook draft'],
      ['https://outlook.live.com/mail/0/options/mail', 'outlook'],
    ],
  ],
  [
    'roundcube',
    [
      ['https://mail.example.com/?_task=mail&_mbox=INBOX', 'roundcube mailbox INBOX'],
      ['https://mail.example.com/?_task=mail', 'roundcube mailbox INBOX'],
      [
        'https://example.com/roundcube/?_task=mail&_uid=3&_mbox=INBOX&_action=show',
        'roundcube thread INBOX/3',
      ],
      [
        'https://mail.example.com/?_task=mail&_uid=3&_mbox=Sent%2F2026&_action=show',
        'roundcube thread Sent/2026/3',
      ],
      ['https://mail.example.com/?_task=mail&_uid=3&_framed=1&_action=preview', 'roundcube thread INBOX/3'],
      ['https://mail.example.com/?_task=mail&_action=compose&_id=1', 'roundcube draft'],
      ['https://mail.example.com/?_task=settings', 'roundcube'],
      ['https://mail.example.com/', 'roundcube'],
    ],
  ],
  [
    'qq-mail',
    [
      ['https://wx.mail.qq.com/home/index?sid=zz#/list/1/1', 'qq-mail mailbox 1'],
      ['https://wx.mail.qq.com/home/index?sid=zz#/compose/new', 'qq-mail draft'],
      ['https://wx.mail.qq.com/home/index?sid=zz#/setting', 'qq-mail'],
      ['https://mail.qq.com/cgi-bin/frame_html?sid=zz', 'qq-mail mailbox'],
      ['https://mail.qq.com/cgi-bin/readmail?mailid=ZC12', 'qq-mail thread ZC12'],
      ['https://mail.qq.com/', 'qq-mail'],
    ],
  ],
  [
    'netease',
    [
      ['https://mail.163.com/js6/main.jsp?sid=zz&df=mail163_letter', 'netease mailbox'],
      [
        'https://hw.mail.163.com/js6/main.jsp?sid=zz#module=mbox.ListModule%7C%7B%22fid%22%3A1%7D',
        'netease mailbox 1',
      ],
      [
        'https://mail.126.com/js6/main.jsp?sid=zz#module=read.ReadModule|{"area":"normal","id":"15:1tbiAQ","fid":1}',
        'netease thread 15:1tbiAQ',
      ],
      [
        'https://mail.yeah.net/js6/main.jsp?sid=zz#module=compose.ComposeModule|{"type":"compose","cid":"c:17"}',
        'netease draft',
      ],
      ['https://mail.qiye.163.com/js6/main.jsp?sid=zz', 'netease mailbox'],
      ['https://mail.campus.example.com/coremail/js6/main.jsp?sid=zz', 'netease mailbox'],
      ['https://mail.163.com/', 'netease'],
    ],
  ],
  [
    'aliyun-mail',
    [
      ['https://qiye.aliyun.com/alimail/entries/v5.1/mail/inbox/all', 'aliyun-mail mailbox inbox'],
      ['https://qiye.aliyun.com/alimail/#h=WyJm', 'aliyun-mail mailbox'],
    ],
  ],
  [
    'maildev',
    [
      ['http://127.0.0.1:1080/', 'maildev mailbox'],
      ['http://127.0.0.1:1080/#/email/c1np7113', 'maildev thread c1np7113'],
    ],
  ],
  ['dingtalk', [['https://im.dingtalk.com/', 'dingtalk chat']]],
  [
    'feishu',
    [
      ['https://lantern.feishu.cn/next/messenger/', 'feishu chat'],
      ['https://lantern.larksuite.com/messenger', 'feishu chat'],
      ['https://lantern.feishu.cn/docx/ab12', 'feishu'],
    ],
  ],
  [
    'slack',
    [
      ['https://app.slack.com/client/T01/C02', 'slack chat C02'],
      ['https://app.slack.com/client/T01', 'slack chat'],
      ['https://app.slack.com/signin', 'slack'],
    ],
  ],
  [
    'teams',
    [
      ['https://teams.microsoft.com/v2/', 'teams chat'],
      ['https://teams.cloud.microsoft/', 'teams chat'],
    ],
  ],
  [
    'board',
    [
      ['https://plan.example.com/', 'board board'],
      ['https://plan.example.com/projects/lamp/tasks/77', 'board card 77'],
      ['https://plan.example.com/index.php?issue=77', 'board card 77'],
      ['https://plan.example.com/#/board/3/card/LAMP-7', 'board card LAMP-7'],
    ],
  ],
  ['mail', [['https://post.example.com/webmail/?folder=1', 'mail thread']]],
];

describe.each(examples)('%s', (host, addresses) => {
  it.each(addresses)('%s', (address, what) => {
    expect(seen(address, host)).toBe(what);
  });
});

it('has examples of every host, and each has a name of its own', () => {
  expect(examples.map(([host]) => host)).toEqual(hosts.map(({ id }) => id));
  expect(new Set(hosts.map(({ name }) => name)).size).toBe(hosts.length);
});

describe('look-alike addresses', () => {
  const real = [
    'https://trello.com/b/Xy12Zab9/desk-lamp',
    'https://lantern.atlassian.net/browse/DEV-7',
    'https://github.com/orgs/lantern/projects/5',
    'https://app.asana.com/0/22/44',
    'https://project.feishu.cn/lamp/story/detail/123',
    'https://www.teambition.com/project/5f/tasks/view/77',
    'https://tower.im/teams/12/projects/ab/',
    'https://ones.cn/project/#/team/T1/task/ab12',
    'https://lantern.pingcode.com/pjm/workitems/q1W2',
    'https://mail.google.com/mail/u/0/',
    'https://outlook.office.com/mail/inbox',
    'https://wx.mail.qq.com/home/index',
    'https://mail.163.com/js6/main.jsp',
    'https://qiye.aliyun.com/alimail/',
    'https://im.dingtalk.com/',
    'https://lantern.feishu.cn/next/messenger/',
    'https://app.slack.com/client/T01/C02',
    'https://teams.microsoft.com/v2/',
  ].map((address) => new URL(address));

  it.each(real)('%s is known, and nothing that looks like it', (url) => {
    const { hostname, pathname } = url;
    expect(hostAt(url)).not.toBeNull();
    for (const wrong of [
      `https://${hostname}.evil.example${pathname}`,
      `https://evil.example/${hostname}${pathname}`,
      `https://evil.example/?${url.href}`,
      `https://evil.example/#${url.href}`,
      `https://${hostname}@evil.example${pathname}`,
      `https://evil-${hostname.split('.').slice(-2).join('.')}${pathname}`,
      `https://${hostname}:8443${pathname}`,
      `https://${hostname}.${pathname}`,
      `http://${hostname}${pathname}`,
    ]) {
      expect(hostAt(new URL(wrong)), wrong).toBeNull();
    }
  });

  it('stay what they are, whatever the user says', () => {
    // Trello runs in one place: nobody's own site is Trello.
    expect(hostAt(new URL('https://evil.example/b/Xy12Zab9'), 'trello')).toBeNull();
    expect(hostAt(new URL('https://trello.com/b/Xy12Zab9'), 'mail')?.id).toBe('trello');
  });
});

describe('what the user says of a site', () => {
  it.each(['kanboard', 'roundcube', 'jira', 'board', 'mail'])('%s', (declared) => {
    const url = new URL('https://tools.example.com:8443/');
    expect(hostAt(url)).toBeNull();
    expect(hostAt(url, declared)?.id).toBe(declared);
    expect(hostAt(new URL('ftp://tools.example.com/'), declared)).toBeNull();
  });

  it.each(['', 'page', 'constructor', 'no-host'])('means nothing: %s', (declared) => {
    expect(hostAt(new URL('https://tools.example.com/'), declared)).toBeNull();
  });
});

it('lists the patterns of all hosts, each one narrow', () => {
  const patterns = hostPatterns();
  expect(patterns).toContain('https://trello.com/*');
  expect(patterns).toContain('https://*.atlassian.net/*');
  expect(new Set(patterns).size).toBe(patterns.length);
  for (const pattern of patterns)
    expect(pattern).toMatch(/^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/(?:[a-z]+\/)?\*$/);
});

it('takes any address without harm', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
      const url = new URL(address);
      for (const host of hosts) {
        const place = host.place(url);
        if (place?.id !== undefined) expect(place.id).not.toBe('');
      }
    }),
  );
});
