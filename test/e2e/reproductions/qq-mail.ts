/**
 * QQ Mail as of 2026. Facts: a public script for it, of 2026 (rows, reader, whose body stands in an open shadow root,
 * compose page, routes in the hash).
 */
import { type Mailbox, notFound, page, type Reproduction } from './answer';
import { mailbox } from './mailbox';

const style = `body{margin:0;font:14px/20px system-ui,sans-serif;display:grid;grid-template:48px 1fr/340px 1fr;min-height:100vh;color:#222}
.frame-header{grid-column:1/3;background:#f2f4f7;padding:14px 16px;box-sizing:border-box}
.mail-list-page{border-right:1px solid #8883}.mail-list-page-item{padding:14px 16px;border-bottom:1px solid #8883;cursor:pointer}
.mail-item-selected{background:#e3ecfc}.mail-detail{padding:20px 28px}.mail-detail-subject{font-size:20px;line-height:30px;font-weight:600}
.mail-compose-page input{display:block;width:90%;padding:8px;margin:8px 0;font:inherit}
.mail-content-editor-inner{min-height:240px;border:1px solid #8886;padding:8px}`;

export function qqMail(data: Mailbox = mailbox): Reproduction {
  return ({ pathname }) =>
    pathname.startsWith('/home/') ? page('qq-mail', data, { title: 'QQ邮箱', style }) : notFound;
}
