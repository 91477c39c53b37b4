/** Who writes the mail in view, where only its host tells. */
import { expect, it } from 'vitest';
import { sendersIn } from '@/utils/hosts/read';
import { hostAt } from '@/utils/hosts/registry';
import { show } from './pages';

const mail = (sender: string, hash = '#/email/a1') => {
  const url = new URL(`https://mail.example.com/${hash}`);
  show({
    title: 'MailDev',
    body: `<div data-testid="email-viewer-pane"><h2 data-testid="email-subject">Delivery</h2>
      <div><div><span>From:</span><span>${sender}</span></div>
      <div><span>To:</span><span>Lin &lt;lin@rnd.example.com&gt;</span></div></div></div>`,
  });
  return { host: hostAt(url, 'maildev'), document, url };
};

it('is its sender, though that is text only', () => {
  expect(sendersIn(mail('Liu Wei &lt;liu.wei@sales.example.com&gt;'))).toEqual(['liu.wei@sales.example.com']);
});

it('is nobody where a name has no address, and no receiver in its place', () => {
  expect(sendersIn(mail('Liu Wei'))).toEqual([]);
});

it('is nobody in a list of mails, on a board, or on any other page', () => {
  const sender = 'liu.wei@sales.example.com';
  expect(sendersIn(mail(sender, '#/'))).toEqual([]);
  const reading = mail(sender);
  expect(sendersIn({ ...reading, host: null })).toEqual([]);
  expect(sendersIn({ ...reading, host: hostAt(reading.url, 'kanboard') })).toEqual([]);
});
