/** GitHub: Projects, and the issues and pull requests that lie on them. */
import { github as anchors } from './anchors/github';
import { colorMode } from './dark';
import type { Host } from './host';
import { inPath, withId } from './paths';
import { partsOf } from './titles';

export const github: Host = {
  id: 'github',
  name: 'GitHub',
  kind: 'board',
  patterns: ['https://github.com/*'],
  essential: { board: ['board'], card: ['title'] },
  anchors,
  place: (url) => {
    const board = inPath(
      url,
      /^\/(?:orgs|users)\/([^/]+\/projects\/\d+)(?:\/|$)/,
      /^\/([^/]+\/[^/]+\/projects\/\d+)(?:\/|$)/,
    );
    // A card opened over its board: ?pane=issue&itemId=1
    const item = url.searchParams.get('itemId') ?? url.searchParams.get('issue');
    if (board) return item ? { kind: 'card', id: item } : { kind: 'board', id: board };
    return withId('card', inPath(url, /^\/([^/]+\/[^/]+\/(?:issues|pull)\/\d+)(?:\/|$)/));
  },
  // `Title · Issue #1 · owner/repository`, `View · Project`
  titled: (full, { id, kind }) => {
    const parts = partsOf(full, 'GitHub');
    if (kind === 'board') return { board: parts.at(-1) ?? '' };
    return id?.includes('/') ? { title: parts[0] ?? '' } : { board: parts.at(-1) ?? '' };
  },
  isDark: colorMode,
};
