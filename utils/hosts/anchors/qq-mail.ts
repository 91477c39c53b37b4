/** QQ Mail 邮箱: the interface of 2026, and the one of frames before it. Who wrote is not known to stand anywhere stable. */
import type { Anchors } from '../host';
import { dated } from './dated';
import { mail } from './generic';

const script = dated('2026', 'a public script for QQ Mail, of 2026');

export const qqMail: Anchors = {
  frame: [script('iframe[src*="/cgi-bin/readmail"]')],
  title: [script('.mail-detail-subject')],
  // The body stands in an open shadow root of it.
  text: [script('.mail-detail-content')],
  action: [script('.mail-detail-subject')],
  recipients: [script('input[aria-label="收件人"], input[aria-label="To"]', 'value')],
  subject: [script('input[aria-label="主题"], input[aria-label="Subject"]', 'value')],
  editor: [script('.mail-content-editor-inner[contenteditable]')],
  people: mail.people ?? [],
};
