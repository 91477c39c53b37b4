/** Roundcube: mails, folders and what is written, wherever a company runs it. */
import { roundcube as anchors } from './anchors/roundcube';
import type { Host, Place } from './host';
import { withId } from './paths';

export const roundcube: Host = {
  id: 'roundcube',
  name: 'Roundcube',
  kind: 'mail',
  patterns: [],
  ownDomain: true,
  essential: { thread: ['title', 'senders'], draft: ['editor'] },
  anchors,
  place: (url): Place | null => {
    const query = url.searchParams;
    if (query.get('_task') !== 'mail') return null;
    const action = query.get('_action');
    if (action === 'compose') return { kind: 'draft' };
    if (action === 'show' || action === 'preview') return withId('thread', mailIn(query));
    return { kind: 'mailbox', id: folderIn(query) };
  },
  // `Roundcube Webmail :: Subject`; a company may have given the product another name.
  titled: (full, { kind }) => {
    const [, ...own] = full.split(' :: ');
    const text = own.join(' :: ');
    return kind === 'mailbox' ? { board: text } : kind === 'thread' ? { title: text } : {};
  },
  recognises: (document) => document.querySelector('body.task-mail, #messagecontframe') !== null,
  // The list shows a mail in a frame, and keeps its own address.
  placeOnPage: (document, place) => {
    const inner = document.querySelector<HTMLIFrameElement>('iframe#messagecontframe')?.contentDocument;
    if (place.kind !== 'mailbox' || !inner?.querySelector('#message-header')) return place;
    const id = mailIn(new URLSearchParams(inner.URL.split('?')[1] ?? ''));
    return { kind: 'thread', ...(id && { id }) };
  },
  isDark: ({ documentElement }) => (documentElement.classList.contains('dark-mode') ? true : null),
};

function folderIn(query: URLSearchParams): string {
  return query.get('_mbox') || 'INBOX';
}

/** @returns id of a mail; RFC 3501, 2.3.1.1: a UID is unique within its folder only */
function mailIn(query: URLSearchParams): string | null {
  const uid = query.get('_uid');
  return uid && `${folderIn(query)}/${uid}`;
}
