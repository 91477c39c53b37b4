/** The report of a changed host: how the page is built, and nothing that stands on it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostAt, hosts } from '@/utils/hosts/registry';
import { structureReport } from '@/utils/hosts/report';
import { structural } from '@/utils/hosts/report-words';
import { show } from './pages';

const report = (address: string, declared?: string) => {
  const url = new URL(address);
  return structureReport({ host: hostAt(url, declared), document, url });
};

it('says what was found by which way, and how the page is built', () => {
  show({
    title: 'Order the shades on Desk Lamp 3 | Trello',
    body: `<div role="dialog" data-testid="card-back-name"><header id="card-17">
      <textarea data-testid="card-back-title-input">Order the shades</textarea></header>
      <button role="button" data-testid="card-back-new-thing"></button></div>`,
  });
  expect(report('https://trello.com/c/9aBcDeF0/12-order').split('\n')).toEqual(
    expect.arrayContaining([
      'host: trello',
      'view: card',
      'title (essential): #0 2026-04-16 ×1',
      'list (essential): #0 2026-09 ×0, #1 2026-04-16 ×0',
      'data-testid: card-back-name ×1, card-back-new-* ×1, card-back-title-input ×1',
      'role: button ×1, dialog ×1',
      'id: card-0 ×1',
    ]),
  );
});

const secrets = [
  'Zebrafish',
  'zebrafish',
  'merger2027',
  'lin.mei@sales.example.com',
  'Lin Mei',
  '王伟',
  '9aBcDeF0',
  'sid77',
];

it('holds nothing that stands on the page or in its address', () => {
  const [secret] = secrets;
  const everywhere = secrets
    .map(
      (
        text,
      ) => `<div id="${text}" role="${text}" data-testid="card-${text}-title" class="${text}" title="${text}" aria-label="${text}"
        email="${text}" name="${text}"><a href="mailto:${text}" data-id="${text}">${text}</a><input value="${text}">
        <h1 id="user_${text}_17" data-testid="${text}">${text}</h1><iframe srcdoc="<p id='${text}'>${text}</p>" id="messagecontframe"></iframe></div>`,
    )
    .join('');
  show({ title: secrets.join(' '), body: everywhere, attributes: { class: 'task-mail', id: secret! } });
  for (const address of [
    `https://trello.com/c/9aBcDeF0/12-zebrafish?token=sid77#Zebrafish`,
    `https://mail.example.com/?_task=mail&_mbox=Zebrafish&_uid=9aBcDeF0&_action=show`,
    `https://mail.google.com/mail/u/0/#label/Zebrafish/9aBcDeF09aBcDeF0`,
    `https://zebrafish.example.com/`,
  ]) {
    for (const declared of ['mail', 'board', 'roundcube', undefined]) {
      const text = report(address, declared);
      expect(text).toContain('data-testid: ');
      for (const planted of secrets) expect(text.toLowerCase()).not.toContain(planted.toLowerCase());
    }
  }
});

it('keeps only words that makers use, of any name', () => {
  expect(structural('issue.views.issue-base.foundation.summary.heading')).toBe(
    'issue.views.issue-base.foundation.summary.heading',
  );
  expect(structural('UniqueMessageBody_17')).toBe('*MessageBody_0');
  expect(structural('card-Jane-Doe')).toBe('card-*-*');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      for (const word of structural(name)
        .split(/[^A-Za-z]+/)
        .filter(Boolean)) {
        for (const part of word.match(/[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]/g) ?? []) {
          expect(structural(part)).toBe(part);
        }
      }
      expect(structural(name)).toMatch(/^[-_.:/*A-Za-z0]{0,80}$/);
    }),
  );
});

it('is given for every host, on a page that has nothing', () => {
  show({ title: '', body: '' });
  for (const host of hosts) {
    expect(structureReport({ host, document, url: new URL('https://example.com/') })).toContain(
      `host: ${host.id}\n`,
    );
  }
  expect(report('https://example.com/')).toContain('host: page\n');
});
