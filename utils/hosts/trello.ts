/** Trello: boards and cards. */
import { trello as anchors } from './anchors/trello';
import { colorMode } from './dark';
import type { Host } from './host';
import { inPath, withId } from './paths';
import { withoutProduct } from './titles';

export const trello: Host = {
  id: 'trello',
  name: 'Trello',
  kind: 'board',
  patterns: ['https://trello.com/*'],
  essential: { board: ['board'], card: ['title', 'list'] },
  anchors,
  place: (url) =>
    withId('card', inPath(url, /^\/c\/([^/]+)/)) ?? withId('board', inPath(url, /^\/b\/([^/]+)/)),
  // `<board> | Trello`, `<card> on <board> | Trello`
  titled: (full, { kind }) => {
    const rest = withoutProduct(full, 'Trello');
    if (kind === 'board') return { board: rest };
    const [, title, board] = /^(.+) on (.+)$/.exec(rest) ?? [];
    return title && board ? { title, board } : { title: rest };
  },
  isDark: colorMode,
};
