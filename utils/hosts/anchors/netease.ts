/** NetEase Mail 网易邮箱 (163, 126, yeah, company mail). Ids are made anew at each visit: only their ends hold. */
import type { Anchors } from '../host';
import { dated } from './dated';
import { mail } from './generic';

const script = dated('2026', 'public scripts for NetEase Mail, of 2026');

export const netease: Anchors = {
  // The body of a mail stands in a frame without an address of its own.
  frame: [script('[id^="_dvModuleContainer_read.ReadModule_"] iframe')],
  title: [script('[id^="_dvModuleContainer_read.ReadModule_"] h1')],
  text: [script('[id^="_dvModuleContainer_read.ReadModule_"] iframe')],
  action: [script('[id^="_dvModuleContainer_read.ReadModule_"] h1')],
  recipients: [
    script('input.nui-editableAddr-ipt', 'value'),
    script('input[aria-label^="收件人地址输入框"]', 'value'),
  ],
  subject: [script('input[id$="_subjectInput"]', 'value')],
  editor: [script('div[id^="_mail_editor_"] iframe')],
  people: mail.people ?? [],
};
