/** Teambition: no stable selector is known, so address and title must do. */
import type { Host } from './host';
import { inPath, withId } from './paths';
import { withoutProduct } from './titles';

export const teambition: Host = {
  id: 'teambition',
  name: 'Teambition',
  kind: 'board',
  patterns: ['https://www.teambition.com/*'],
  essential: {},
  anchors: {},
  place: (url) =>
    withId('card', inPath(url, /^\/(?:project\/\w+\/.*)?task\/(\w+)/)) ??
    withId('board', inPath(url, /^\/project\/(\w+)/)),
  titled: (full, { kind }) => {
    const rest = withoutProduct(full, 'Teambition');
    return kind === 'board' ? { board: rest } : { title: rest };
  },
};
