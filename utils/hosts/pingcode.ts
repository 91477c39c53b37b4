/** PingCode: no stable selector is known, so address and title must do. */
import type { Host } from './host';
import { inPath, withId } from './paths';
import { withoutProduct } from './titles';

export const pingcode: Host = {
  id: 'pingcode',
  name: 'PingCode',
  kind: 'board',
  patterns: ['https://*.pingcode.com/*'],
  essential: {},
  anchors: {},
  place: (url) =>
    withId(
      'card',
      inPath(url, /^\/pjm\/projects\/\w+\/work-items\/([\w-]+)/, /^\/pjm\/workitems\/([\w-]+)/),
    ) ?? withId('board', inPath(url, /^\/pjm\/projects\/(\w+)/, /^\/releases\/(\w+)\/workitems/)),
  titled: (full, { kind }) => {
    const rest = withoutProduct(full, 'PingCode');
    return kind === 'board' ? { board: rest } : { title: rest };
  },
};
