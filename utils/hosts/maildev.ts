/** maildev: the reader of a mail server for trials. */
import { maildev as anchors } from './anchors/maildev';
import type { Host } from './host';

export const maildev: Host = {
  id: 'maildev',
  name: 'MailDev',
  kind: 'mail',
  patterns: [],
  ownDomain: true,
  essential: { thread: ['title', 'senders'] },
  anchors,
  place: ({ pathname }) => (/\.\w+$/.test(pathname) ? null : { kind: 'mailbox' }),
  // Always the product's name.
  titled: () => ({}),
  recognises: (document) => document.title === 'MailDev',
  placeOnPage: (document, place) => {
    if (!document.querySelector('[data-testid="email-subject"]')) return place;
    const id = document.querySelector('[data-testid="email-viewer"]')?.getAttribute('data-email-id');
    return { kind: 'thread', ...(id && { id }) };
  },
};
