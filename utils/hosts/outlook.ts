/** Outlook on the web: threads, folders and what is written. */
import { outlook as anchors } from './anchors/outlook';
import type { Host, Place } from './host';
import { inPath } from './paths';

const page = /^\/mail(?:\/|$)/;

export const outlook: Host = {
  id: 'outlook',
  name: 'Outlook',
  kind: 'mail',
  patterns: [
    'https://outlook.live.com/mail/*',
    'https://outlook.office.com/mail/*',
    'https://outlook.office365.com/mail/*',
    'https://outlook.cloud.microsoft/mail/*',
  ],
  essential: { thread: ['title', 'text'], draft: ['editor'] },
  anchors,
  place: (url): Place | null => {
    if (!page.test(url.pathname) || /^\/mail\/(?:\d+\/)?options/.test(url.pathname)) return null;
    if (/\/(?:deeplink\/)?compose(?:\/|$)/.test(url.pathname)) return { kind: 'draft' };
    const thread = inPath(url, /\/id\/([^/]+)/);
    if (thread) return { kind: 'thread', id: thread };
    return { kind: 'mailbox', id: inPath(url, /^\/mail\/(?:\d+\/)?([a-z][^/]*)/i) ?? 'inbox' };
  },
  // Its titles name the account, not the mail.
  titled: () => ({}),
  placeOnPage: (document, place) => {
    if (place.kind !== 'mailbox' || !document.querySelector('[id^="UniqueMessageBody"]')) return place;
    const id = document
      .querySelector('[role="option"][data-convid][aria-selected="true"]')
      ?.getAttribute('data-convid');
    return { kind: 'thread', ...(id && { id }) };
  },
};
