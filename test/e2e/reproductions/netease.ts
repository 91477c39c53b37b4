/**
 * NetEase Mail as of 2026. Facts: public scripts for it, of 2026 (modules in the hash, a mail's body in an about:blank
 * frame, the ends of ids in its compose module). The id of its reading module is taken to be built like that one's.
 */
import { type Mailbox, notFound, page, type Reproduction } from './answer';
import { mailbox } from './mailbox';

const style = `body{margin:0;font:14px/20px system-ui,sans-serif;color:#222}#dvNavTop{margin:0;height:48px;background:#c33;list-style:none}
#dvContainer{padding:16px 24px}[role=option]{padding:12px;border-bottom:1px solid #8883;cursor:pointer}
h1{font-size:20px;margin:8px 0}#dvContainer a{margin-right:12px;color:#369}
iframe{display:block;width:90%;height:260px;border:1px solid #8883;margin-top:12px}input{display:block;width:90%;padding:8px;margin:8px 0;font:inherit}
.nui-mainBtn{display:inline-block;background:#c33;color:#fff;padding:6px 20px;margin-top:12px}`;

export function netease(data: Mailbox = mailbox): Reproduction {
  return ({ pathname }) =>
    pathname === '/js6/main.jsp' ? page('netease', data, { title: '网易邮箱6.0版', style }) : notFound;
}
