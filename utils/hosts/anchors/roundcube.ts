/** Roundcube, skin elastic: a program that companies run themselves. */
import type { Anchors } from '../host';
import { dated } from './dated';

const code = dated('2026-08-16', 'roundcube/roundcubemail, skins/elastic, 2026-08-16');
const debian = dated('2024-10', 'Roundcube 1.6.5 of Debian 12, run');

export const roundcube: Anchors = {
  frame: [code('iframe#messagecontframe')],
  board: [code('#mailboxlist li.selected > a')],
  title: [code('#message-header h2.subject'), debian('h2.subject')],
  senders: [
    code('.header-headers td.header.from .rcmContactAddress'),
    debian('.header-summary .adr .rcmContactAddress'),
  ],
  people: [
    code('.header-headers td.header.to .rcmContactAddress, .header-headers td.header.cc .rcmContactAddress'),
  ],
  text: [code('#messagebody')],
  action: [code('#message-header')],
  recipients: [debian('textarea[name="_to"], textarea[name="_cc"]', 'value')],
  subject: [debian('input[name="_subject"]', 'value')],
  editor: [debian('iframe#composebody_ifr'), debian('textarea#composebody')],
};
