/** Kanboard: boards and tasks, wherever a company runs it. */
import { kanboard as anchors } from './anchors/kanboard';
import type { Host } from './host';
import { inPath, withId } from './paths';
import { withoutProduct } from './titles';

export const kanboard: Host = {
  id: 'kanboard',
  name: 'Kanboard',
  kind: 'board',
  patterns: [],
  ownDomain: true,
  essential: { board: ['board', 'id'], card: ['title'] },
  anchors,
  place: (url) => {
    // Without rewriting: /?controller=TaskViewController&action=show&task_id=1
    const query = url.searchParams;
    const controller = query.get('controller') ?? '';
    if (/^Task/.test(controller)) return withId('card', query.get('task_id'));
    if (/^Board/.test(controller)) return withId('board', query.get('project_id'));
    // A shared board's address holds a token, no id.
    if (/\/public\/board\/[^/]+$/.test(url.pathname)) return { kind: 'board' };
    return (
      withId('card', inPath(url, /\/(?:task|t|public\/task)\/(\d+)(?:\/[\da-f]+)?$/)) ??
      withId('board', inPath(url, /\/(?:board|b|list)\/(\d+)$/))
    );
  },
  titled: (full, { kind }) => {
    const rest = withoutProduct(full, 'Kanboard');
    return kind === 'board' ? { board: rest } : { title: rest };
  },
  recognises: (document) =>
    document.querySelector('table#board[data-project-id], #task-view, #task-summary') !== null,
};
