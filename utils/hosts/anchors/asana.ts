/** Asana. */
import type { Anchors } from '../host';
import { dated } from './dated';

const toggl = dated('2026-04-03', 'toggl/track-extension, src/content/asana.js, 2026-04-03');
const clockify = dated('2026-03-10', 'clockify/browser-extension, src/integrations/asana.js, 2026-03-10');

export const asana: Anchors = {
  board: [toggl('.ProjectPageHeaderProjectTitle-container')],
  title: [
    toggl('.TaskPaneTitle textarea', 'value'),
    clockify('.TaskPaneBody-main [role="heading"] textarea', 'value'),
  ],
  action: [toggl('.TaskPaneToolbarAnimation-row')],
};
