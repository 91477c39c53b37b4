/** Feishu Project 飞书项目 and Lark Project: no stable selector is known, so address and title must do. */
import type { Host } from './host';
import { inPath, withId } from './paths';
import { withoutProduct } from './titles';

export const feishuProject: Host = {
  id: 'feishu-project',
  name: 'Feishu Project',
  kind: 'board',
  patterns: ['https://project.feishu.cn/*', 'https://project.larksuite.com/*'],
  essential: {},
  anchors: {},
  place: (url) =>
    withId('card', inPath(url, /^\/[\w-]+\/\w+\/detail\/(\w+)/)) ??
    withId('board', inPath(url, /^\/[\w-]+\/\w*[vV]iew\/([\w-]+)/, /^\/([\w-]+)\/\w+/)),
  titled: (full, { kind }) => {
    const rest = withoutProduct(full, '飞书项目', 'Feishu Project', 'Lark Project');
    return kind === 'board' ? { board: rest } : { title: rest };
  },
};
