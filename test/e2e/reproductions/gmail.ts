/**
 * Gmail as of 2026-07. Facts: InboxSDK/InboxSDK 2.2.18 of 2026-07-23 (views, toolbar, compose, colours, routes in the
 * hash, a strict Content Security Policy with Trusted Types), KartikTalwar/gmail.js 1.1.16 of 2026-03-25 (messages,
 * people, ids).
 */
import { type Mailbox, nonce, notFound, page, type Reproduction } from './answer';
import { mailbox } from './mailbox';

const policy = [
  `script-src 'nonce-${nonce}' 'strict-dynamic'`,
  `style-src 'nonce-${nonce}'`,
  "object-src 'none'",
  "base-uri 'self'",
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types gapi#html',
].join('; ');

const style = `body{margin:0;font:14px/20px system-ui,sans-serif;background:#f6f8fc;color:#222;display:flex;gap:16px}
.dark{background:#111;color:#eee}.dark body{background:#111;color:#eee}
.aeN{width:180px;padding:16px 0 0 16px}.T-I{background:#c2e7ff;color:#001d35;border-radius:16px;padding:16px 24px;margin-bottom:16px}
.bkK{flex:1;padding:16px 16px 16px 0}.bkK>.nH{background:#fff;color:#222;min-height:calc(100vh - 64px);border-radius:16px;padding:16px}
.dark .bkK>.nH{background:#1b1b1b;color:#eee}.hidden{display:none}
table{border-collapse:collapse}[gh=tl] table{width:100%}.zA td{padding:10px 12px;border-bottom:1px solid #8883;cursor:pointer}
.ha{display:flex;align-items:center;gap:12px}h2.hP{font-size:22px;font-weight:400;margin:8px 0}
.hN{background:#8883;border-radius:4px;padding:0 6px;font-size:12px}
.adn{padding:12px 0;border-bottom:1px solid #8883}.gD{font-weight:600}.hb,.g3{color:#777;font-size:12px}.hb span{margin-right:8px}
.dw{position:fixed;right:80px;bottom:0;width:480px;background:#fff;color:#222;border-radius:8px 8px 0 0;box-shadow:0 4px 16px #0006}
.M9{padding:12px 16px}.M9 input{width:100%;border:0;border-bottom:1px solid #8883;padding:8px 0;font:inherit;outline:0}
.dw [contenteditable]{min-height:200px;padding:8px 0;outline:0}`;

export function gmail(data: Mailbox = mailbox): Reproduction {
  return ({ pathname }) =>
    pathname.startsWith('/mail/')
      ? page('gmail', data, { title: 'Gmail', style, headers: { 'content-security-policy': policy } })
      : notFound;
}
