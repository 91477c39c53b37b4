/**
 * NetEase Mail as of 2026. Facts: public scripts for it, of 2026 (modules in the hash, a mail's body in an about:blank
 * frame, the ends of ids in its compose module). The id of its reading module is taken to be built like that one's.
 */
import { type Mailbox, notFound, page, type Reproduction } from './answer';
import { mailbox } from './mailbox';

const style = 'body{margin:0;font:14px sans-serif}iframe{width:90%;height:240px;border:0}';

export function netease(data: Mailbox = mailbox): Reproduction {
  return ({ pathname }) =>
    pathname === '/js6/main.jsp' ? page('netease', data, { title: '网易邮箱6.0版', style }) : notFound;
}
