/**
 * Outlook on the web as of 2026. Facts: public scripts and extensions for it, of 2026 and undated (list rows, reading
 * pane, subject, sender, body, compose); clockify/browser-extension src/integrations/outlook.js 2026-03-10 (dark mode).
 * Its labels are in the reader's language.
 */
import { type Mailbox, notFound, page, type Reproduction } from './answer';
import { mailbox } from './mailbox';

const style = `body{margin:0;font:14px/20px system-ui,sans-serif;display:grid;grid-template:48px 1fr/320px 1fr;min-height:100vh;background:#f5f5f5;color:#222}
#mectrl_currentAccount_secondary{grid-column:1/3;border:0;background:#0f6cbd;color:#fff;text-align:right;padding:0 16px;font:inherit}
[role=listbox]{background:#fff;border-right:1px solid #8883}[role=option]{padding:14px 16px;border-bottom:1px solid #8883;cursor:pointer}
[aria-selected=true]{background:#cfe4fa}#ReadingPaneContainerId{padding:16px 24px;background:#fff;margin:8px}
[role=heading]{font-size:20px;line-height:28px;margin-bottom:12px}#ReadingPaneContainerId span{margin-right:8px}
[id$=_FROM]{font-weight:600}[id^=editorParent] [contenteditable]{min-height:240px;padding:8px 0;outline:0}
input{width:90%;padding:8px 0;border:0;border-bottom:1px solid #8886;font:inherit}
html.dark body,html.dark [role=listbox],html.dark #ReadingPaneContainerId{background:#1f1f1f;color:#eee}
html.dark [aria-selected=true]{background:#0e4775}`;

export function outlook(data: Mailbox & { language?: 'en' | 'zh-CN' } = mailbox): Reproduction {
  return ({ pathname }) =>
    /^\/mail(\/|$)/.test(pathname)
      ? page('outlook', data, { title: `Mail - ${data.account.name} - Outlook`, style })
      : notFound;
}
