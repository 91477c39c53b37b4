/** Feishu 飞书 and Lark on the web: chats, by address and title alone. */
import type { Host } from './host';
import { withoutProduct } from './titles';

export const feishu: Host = {
  id: 'feishu',
  name: 'Feishu',
  kind: 'chat',
  patterns: ['https://*.feishu.cn/*', 'https://*.larksuite.com/*'],
  essential: {},
  anchors: {},
  place: ({ pathname }) => (/^\/(?:next\/)?messenger(?:\/|$)/.test(pathname) ? { kind: 'chat' } : null),
  titled: (full) => ({ title: withoutProduct(full, '飞书', 'Feishu', 'Lark') }),
};
