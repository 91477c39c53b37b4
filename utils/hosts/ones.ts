/** ONES: no stable selector is known, so address and title must do. Its routes stand in the hash. */
import type { Host, Place } from './host';
import { lastMatch, withId } from './paths';
import { withoutProduct } from './titles';

export const ones: Host = {
  id: 'ones',
  name: 'ONES',
  kind: 'board',
  patterns: ['https://ones.cn/project/*'],
  ownDomain: true,
  essential: {},
  anchors: {},
  place: (url): Place | null => {
    if (!url.hash.startsWith('#/team/')) return null;
    return (
      withId('card', lastMatch(/\/(?:issue|task)\/([\w-]+)/g, url)) ??
      withId('board', lastMatch(/\/project\/([\w-]+)(?=\/|$)/g, url))
    );
  },
  titled: (full, { kind }) => {
    const rest = withoutProduct(full, 'ONES', 'ONES Project');
    return kind === 'board' ? { board: rest } : { title: rest };
  },
};
