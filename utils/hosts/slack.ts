/** Slack on the web: chats, by address and title alone. */
import type { Host } from './host';
import { inPath } from './paths';
import { partsOf } from './titles';

export const slack: Host = {
  id: 'slack',
  name: 'Slack',
  kind: 'chat',
  patterns: ['https://app.slack.com/*'],
  essential: {},
  anchors: {},
  place: (url) => {
    if (!url.pathname.startsWith('/client/')) return null;
    const id = inPath(url, /^\/client\/\w+\/(\w+)/);
    return { kind: 'chat', ...(id && { id }) };
  },
  // `general (Channel) - Company - Slack`
  titled: (full) => {
    const [title = '', ...rest] = partsOf(full, 'Slack');
    return { title: title.replace(/\s*\([^()]*\)$/, ''), board: rest[0] ?? '' };
  },
};
