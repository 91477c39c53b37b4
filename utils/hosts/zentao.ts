/**
 * ZenTao 禅道, wherever a company runs it. Applications stand in frames, and the page around them takes over their
 * address; what is in them is told by address and title, as no stable selector is known.
 */
import { zentao as anchors } from './anchors/zentao';
import type { Host } from './host';
import { inPath, withId } from './paths';
import { withoutProduct } from './titles';

const items = 'task|story|bug|testcase|ticket|feedback|todo';
const boards = 'execution|project|product|kanban|productplan|program|projectstory';

export const zentao: Host = {
  id: 'zentao',
  name: 'ZenTao',
  kind: 'board',
  patterns: [],
  ownDomain: true,
  essential: {},
  anchors,
  place: (url) => {
    // Without rewriting: /index.php?m=task&f=view&taskID=1
    const query = url.searchParams;
    const module = query.get('m') ?? '';
    const id = [...query].find(([name]) => name.toLowerCase() === `${module}id`)?.[1];
    if (RegExp(`^(?:${items})$`).test(module)) return query.get('f') === 'view' ? withId('card', id) : null;
    if (RegExp(`^(?:${boards})$`).test(module)) return withId('board', id);
    return (
      withId('card', inPath(url, RegExp(`/(?:${items})-view-(\\d+)`))) ??
      withId('board', inPath(url, RegExp(`/(?:${boards})-[a-zA-Z]+-(\\d+)`)))
    );
  },
  titled: (full, { kind }) => {
    const rest = withoutProduct(full, '禅道', 'ZenTao');
    return kind === 'board' ? { board: rest } : { title: rest };
  },
  recognises: (document) =>
    document.querySelector('#apps iframe[name^="app-"], #appTabs li[data-app]') !== null,
};
