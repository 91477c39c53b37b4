/** Aliyun Mail 阿里邮箱. Of its reader nothing stable is known; its editor is. */
import type { Anchors } from '../host';
import { dated } from './dated';
import { mail } from './generic';

const script = dated('2025', 'a public script for Aliyun Mail, undated');

export const aliyunMail: Anchors = {
  editor: [script('iframe.e_iframe')],
  people: mail.people ?? [],
};
