/** Gmail. Attributes (`email`, `role`) outlive its classes. */
import type { Anchors } from '../host';
import { dated } from './dated';

const inboxSdk = dated('2026-07-23', 'InboxSDK/InboxSDK 2.2.18, 2026-07-23');
const gmailJs = dated('2026-03-25', 'KartikTalwar/gmail.js 1.1.16, 2026-03-25');

export const gmail: Anchors = {
  title: [inboxSdk('[role="main"] h2.hP'), inboxSdk('.ha h2')],
  labels: [inboxSdk('[role="main"] .ha .hX .hN'), gmailJs('[role="main"] .ha div.hN')],
  senders: [inboxSdk('[role="main"] td.gF span[email]'), gmailJs('[role="main"] span[email].gD')],
  people: [inboxSdk('[role="main"] .hb span[email]'), gmailJs('[role="main"] span[email].g2')],
  text: [inboxSdk('[role="main"] div.ii.gt div.a3s'), gmailJs('div.a3s')],
  action: [inboxSdk('[role="main"] .ha')],
  recipients: [inboxSdk('.M9 span[email]'), gmailJs('div.dw [email]')],
  subject: [inboxSdk('input[name="subjectbox"]', 'value')],
  editor: [
    inboxSdk('.M9 div[contenteditable="true"]:not([id="subject"])'),
    gmailJs('div[contenteditable="true"][role="textbox"]'),
  ],
};
