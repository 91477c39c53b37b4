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
  place: (url) => {
    const id = /^#\/email\/([\w-]+)/.exec(url.hash)?.[1];
    return id ? { kind: 'thread', id } : { kind: 'mailbox' };
  },
  // Always the product's name.
  titled: () => ({}),
  recognises: (document) =>
    document.querySelector('[data-testid="email-viewer-pane"], [data-testid="email-subject"]') !== null,
};
