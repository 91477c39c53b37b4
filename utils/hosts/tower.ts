/** Tower: no stable selector is known, so address and title must do. */
import type { Host } from './host';
import { inPath, withId } from './paths';
import { withoutProduct } from './titles';

export const tower: Host = {
  id: 'tower',
  name: 'Tower',
  kind: 'board',
  patterns: ['https://tower.im/*'],
  essential: {},
  anchors: {},
  place: (url) =>
    withId('card', inPath(url, /^\/(?:teams\/\d+\/)?todos\/(\w+)/)) ??
    withId('board', inPath(url, /^\/(?:teams\/\d+\/)?projects\/(\w+)/)),
  titled: (full, { kind }) => {
    const rest = withoutProduct(full, 'Tower');
    return kind === 'board' ? { board: rest } : { title: rest };
  },
};
