/** QQ Mail 邮箱: mails, folders and what is written. Its routes stand in the hash. */
import { qqMail as anchors } from './anchors/qq-mail';
import type { Host, Place } from './host';
import { withoutProduct } from './titles';

export const qqMail: Host = {
  id: 'qq-mail',
  name: 'QQ Mail',
  kind: 'mail',
  patterns: ['https://wx.mail.qq.com/*', 'https://mail.qq.com/*'],
  essential: { thread: ['title', 'text'], draft: ['editor'] },
  anchors,
  place: (url): Place | null => {
    // Before 2026: a page of frames.
    if (url.pathname.startsWith('/cgi-bin/frame_html')) return { kind: 'mailbox' };
    if (url.pathname.startsWith('/cgi-bin/readmail')) {
      const id = url.searchParams.get('mailid');
      return { kind: 'thread', ...(id && { id }) };
    }
    if (!url.pathname.startsWith('/home/')) return null;
    const [view = 'list', ...rest] = url.hash.replace(/^#\//, '').split('?')[0]?.split('/') ?? [];
    if (view === 'compose') return { kind: 'draft' };
    return view === 'list' || view === 'search' || view === ''
      ? { kind: 'mailbox', id: rest[0] ?? '1' }
      : null;
  },
  titled: (full, { kind }) => {
    const text = withoutProduct(full, 'QQ邮箱', 'QQ Mail');
    return kind === 'mailbox' ? { board: text } : kind === 'thread' ? { title: text } : {};
  },
  // A mail is read beside its list, under the list's address.
  placeOnPage: (document, place) => {
    if (place.kind !== 'mailbox' || !document.querySelector('.mail-detail-subject')) return place;
    const id = document.querySelector('.mail-item-selected[data-mailid]')?.getAttribute('data-mailid');
    return { kind: 'thread', ...(id && { id }) };
  },
};
