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

const style = `body{margin:0;font:14px sans-serif}.bkK>.nH{background:#fff;color:#222;min-height:100vh}
.dark .bkK>.nH{background:#111;color:#eee}.hidden{display:none}.dw{position:fixed;right:16px;bottom:0;width:480px;background:#fff;color:#222}
[contenteditable]{min-height:160px}`;

export function gmail(data: Mailbox = mailbox): Reproduction {
  return ({ pathname }) =>
    pathname.startsWith('/mail/')
      ? page('gmail', data, { title: 'Gmail', style, headers: { 'content-security-policy': policy } })
      : notFound;
}
