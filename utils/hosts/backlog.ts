/** Backlog.md: the web board of a team's own. */
import { backlog as anchors } from './anchors/backlog';
import type { Host } from './host';
import { inPath } from './paths';

export const backlog: Host = {
  id: 'backlog',
  name: 'Backlog.md',
  kind: 'board',
  patterns: [],
  ownDomain: true,
  essential: { card: ['title'] },
  anchors,
  place: (url) => {
    const id = inPath(url, /^\/(?:board|tasks)\/([^/]+)/);
    if (id) return { kind: 'card', id };
    return /^\/(?:board\/?|tasks\/?)?$/.test(url.pathname) ? { kind: 'board' } : null;
  },
  // `<project> - Task Management`, of a card as well
  titled: (full) => ({ board: full.replace(/ - Task Management$/, '') }),
  recognises: (document) => document.querySelector('body[data-version^="Backlog.md"]') !== null,
  placeOnPage: (document, place) =>
    document.querySelector('[role="dialog"] #modal-title') && place.kind === 'board'
      ? { kind: 'card' }
      : place,
};
