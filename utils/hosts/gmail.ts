/** Gmail: threads, folders and what is written. Its routes stand in the hash. */
import { gmail as anchors } from './anchors/gmail';
import { painted } from './dark';
import type { Host, Place } from './host';
import { decoded } from './paths';
import { partsOf } from './titles';

/** No mail: settings, add-ons. */
const elsewhere = /^(?:settings|contacts)$/;

export const gmail: Host = {
  id: 'gmail',
  name: 'Gmail',
  kind: 'mail',
  patterns: ['https://mail.google.com/mail/*'],
  essential: { thread: ['title', 'senders'], draft: ['editor'] },
  anchors,
  place: (url): Place | null => {
    if (url.searchParams.get('view') === 'cm' || url.searchParams.get('tf') === 'cm')
      return { kind: 'draft' };
    const [path = '', query = ''] = url.hash.slice(1).split('?');
    const parts = path.split('/').filter(Boolean);
    const [view = 'inbox'] = parts;
    const last = parts.at(-1) ?? '';
    if (elsewhere.test(view)) return null;
    if (view === 'chat') return { kind: 'chat' };
    if (parts.length > 1 && /^[0-9a-zA-Z]{16,}$/.test(last)) return { kind: 'thread', id: last };
    if (new URLSearchParams(query).has('compose')) return { kind: 'draft' };
    // A page of a folder is the folder: #inbox/p2
    return {
      kind: 'mailbox',
      id:
        parts
          .filter((part) => !/^p\d+$/.test(part))
          .map(decoded)
          .join('/') || view,
    };
  },
  // `Subject - somebody@example.com - Gmail`, `Inbox (3) - …`
  titled: (full, { kind }) => {
    const parts = partsOf(full);
    const account = parts.findIndex((part) => /^\S+@\S+$/.test(part));
    const own = (account > 0 ? parts.slice(0, account) : partsOf(full, 'Gmail')).join(' - ');
    if (kind === 'mailbox') return { board: own.replace(/\s*\([\d,.]+\)$/, '') };
    return kind === 'thread' || kind === 'chat' ? { title: own } : {};
  },
  isDark: (document) => painted(document, '.bkK > .nH'),
};
