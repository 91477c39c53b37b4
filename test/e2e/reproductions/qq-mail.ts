/**
 * QQ Mail as of 2026. Facts: a public script for it, of 2026 (rows, reader, whose body stands in an open shadow root,
 * compose page, routes in the hash).
 */
import { type Mailbox, notFound, page, type Reproduction } from './answer';
import { mailbox } from './mailbox';

const style = `body{margin:0;font:14px sans-serif;display:flex}.mail-list-page{width:320px}.mail-detail{flex:1;padding:16px}`;

export function qqMail(data: Mailbox = mailbox): Reproduction {
  return ({ pathname }) =>
    pathname.startsWith('/home/') ? page('qq-mail', data, { title: 'QQ邮箱', style }) : notFound;
}
