/** maildev: an SMTP server with a reader, for trying mail out. */
import type { Anchors } from '../host';
import { dated } from './dated';

const release = dated('2026-11', 'maildev/maildev 3.0.0, run');
const head = '[data-testid="email-subject"] + div';

export const maildev: Anchors = {
  frame: [release('iframe[srcdoc][title="Email HTML content"]')],
  title: [release('[data-testid="email-subject"]')],
  senders: [release(`${head} > div:first-child > span:last-child`)],
  people: [release(`${head} > div:not(:first-child) > span:last-child`)],
  action: [release('[data-testid="email-subject"]')],
};
