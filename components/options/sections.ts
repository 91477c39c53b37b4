import type { MessageKey } from '@/utils/messages/translate';
import type { IconName } from '../Icon';

/** The parts of the settings page, in their order. Ids stand in links to them. */
export const sections = [
  { id: 'handbook', title: 'options_handbook', icon: 'book' },
  { id: 'you', title: 'options_you', icon: 'person' },
  { id: 'pages', title: 'options_pages', icon: 'page' },
  { id: 'sites', title: 'options_sites', icon: 'site' },
  { id: 'trello', title: 'options_trello', icon: 'panel' },
  { id: 'stored', title: 'options_stored', icon: 'box' },
] as const satisfies ReadonlyArray<{ id: string; title: MessageKey; icon: IconName }>;

export type SectionId = (typeof sections)[number]['id'];
