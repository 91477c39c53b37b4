/** DingTalk 钉钉 on the web: chats, by address and title alone. */
import type { Host } from './host';
import { withoutProduct } from './titles';

export const dingtalk: Host = {
  id: 'dingtalk',
  name: 'DingTalk',
  kind: 'chat',
  patterns: ['https://im.dingtalk.com/*'],
  essential: {},
  anchors: {},
  place: () => ({ kind: 'chat' }),
  titled: (full) => ({ title: withoutProduct(full, '钉钉', 'DingTalk') }),
};
