/** Reproductions of hosts that cannot be run, by the beginning of the addresses they stand at. */
import type { Reproduction } from './answer';
import { gmail } from './gmail';
import { netease } from './netease';
import { outlook } from './outlook';
import { qqMail } from './qq-mail';
import { trello } from './trello';

export type { Reproduction } from './answer';
export { mailbox } from './mailbox';
export { longTrelloBoard, trelloBoard } from './trello';
export { gmail, netease, outlook, qqMail, trello };

/** With their own data; the functions above make others. */
export const reproductions: Readonly<Record<string, Reproduction>> = {
  'https://trello.com/': trello(),
  'https://mail.google.com/': gmail(),
  'https://outlook.office.com/': outlook(),
  'https://wx.mail.qq.com/': qqMail(),
  'https://mail.163.com/': netease(),
};
