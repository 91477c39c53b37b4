/** Jira: boards and issues, Cloud and Data Center. */
import { jira as anchors } from './anchors/jira';
import type { Host } from './host';
import { inPath, withId } from './paths';
import { partsOf } from './titles';

const key = /^[A-Z][A-Z0-9_]*-\d+$/;

export const jira: Host = {
  id: 'jira',
  name: 'Jira',
  kind: 'board',
  patterns: ['https://*.atlassian.net/*'],
  ownDomain: true,
  essential: { card: ['title', 'id'] },
  anchors,
  place: (url) => {
    // Confluence lives under the same address.
    if (url.pathname.startsWith('/wiki')) return null;
    const issue = url.searchParams.get('selectedIssue') ?? inPath(url, /\/browse\/([^/]+)$/) ?? '';
    if (key.test(issue)) return { kind: 'card', id: issue };
    if (url.pathname.endsWith('/RapidBoard.jspa')) return withId('board', url.searchParams.get('rapidView'));
    return withId(
      'board',
      inPath(url, /\/projects\/[A-Z][A-Z0-9_]*\/boards\/(\d+)/, /\/projects\/([A-Z][A-Z0-9_]*)(?:\/|$)/),
    );
  },
  // `[DEV-1] Summary - Jira`, `DEV board - Agile board - Jira`
  titled: (full, { kind }) => {
    const [first = '', ...rest] = partsOf(full, 'Jira', 'Jira Software', 'Agile board');
    if (kind === 'board') return { board: first };
    return { title: [first.replace(/^\[[^\]]*\]\s*/, ''), ...rest].join(' - ') };
  },
  recognises: (document) =>
    document.querySelector('#jira, meta[name="application-name"][content^="JIRA" i]') !== null,
};
