/** Boards and mail of programs we do not know, where the user said what they are, and pages of any kind. */
import { board, mail, page } from './anchors/generic';
import type { Host } from './host';
import { lastMatch } from './paths';

export const anyBoard: Host = {
  id: 'board',
  name: 'Board',
  kind: 'board',
  patterns: [],
  ownDomain: true,
  essential: {},
  anchors: board,
  place: (url) => {
    const id = lastMatch(
      /[/?&#](?:task|card|issue|ticket|story|item|bug|work-item|workitem)s?(?:[/=-]|-view-)([\w.-]*\d[\w.-]*)/gi,
      url,
    );
    return id === null ? { kind: 'board' } : { kind: 'card', id };
  },
  titled: (title, { kind }) => (kind === 'board' ? { board: title } : { title }),
};

export const anyMail: Host = {
  id: 'mail',
  name: 'Mail',
  kind: 'mail',
  patterns: [],
  ownDomain: true,
  essential: {},
  anchors: mail,
  place: () => ({ kind: 'thread' }),
  titled: (title) => ({ title }),
};

/** The reading of what no host knows. */
export const anyPage: Host = {
  id: 'page',
  name: 'Page',
  kind: 'page',
  patterns: [],
  essential: {},
  anchors: page,
  place: () => ({ kind: 'page' }),
  titled: (title) => ({ title }),
};
