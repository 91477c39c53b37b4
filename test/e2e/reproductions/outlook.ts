/**
 * Outlook on the web as of 2026. Facts: public scripts and extensions for it, of 2026 and undated (list rows, reading
 * pane, subject, sender, body, compose); clockify/browser-extension src/integrations/outlook.js 2026-03-10 (dark mode).
 * Its labels are in the reader's language.
 */
import { type Mailbox, notFound, page, type Reproduction } from './answer';
import { mailbox } from './mailbox';

const style = `body{margin:0;font:14px sans-serif;display:flex}html.dark body{background:#1f1f1f;color:#eee}
[role=listbox]{width:320px}#ReadingPaneContainerId{flex:1;padding:16px}`;

export function outlook(data: Mailbox & { language?: 'en' | 'zh-CN' } = mailbox): Reproduction {
  return ({ pathname }) =>
    /^\/mail(\/|$)/.test(pathname)
      ? page('outlook', data, { title: `Mail - ${data.account.name} - Outlook`, style })
      : notFound;
}
