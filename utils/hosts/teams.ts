/** Microsoft Teams on the web: chats, by address and title alone. */
import type { Host } from './host';
import { partsOf } from './titles';

export const teams: Host = {
  id: 'teams',
  name: 'Microsoft Teams',
  kind: 'chat',
  patterns: ['https://teams.microsoft.com/*', 'https://teams.live.com/*', 'https://teams.cloud.microsoft/*'],
  essential: {},
  anchors: {},
  place: () => ({ kind: 'chat' }),
  // `Chat | Name | Microsoft Teams`
  titled: (full) => ({ title: partsOf(full, 'Microsoft Teams').at(-1) ?? '' }),
};
