/** Trello. Its classes are made anew with every release: only `data-testid` holds. */
import type { Anchors } from '../host';
import { dated } from './dated';

const toggl = dated('2026-04-16', 'toggl/track-extension, src/content/trello.js, 2026-04-16');
const clockify = dated('2026-03-10', 'clockify/browser-extension, src/integrations/trello.js, 2026-03-10');
const script = dated('2026-09', 'a public script that was checked in September 2026');
const suites = dated('2026', 'public test suites over Trello, undated');

export const trello: Anchors = {
  board: [
    script('[data-testid="board-name-display"]'),
    toggl('[data-testid="board-name-input"]', 'value'),
    clockify('.board-header h1'),
  ],
  list: [
    script('[data-testid="list"]:has(a[href*="/c/{id}"]) [data-testid="list-name"]'),
    toggl('[data-testid="card-back-name"] header > div > div:first-child'),
  ],
  title: [toggl('textarea[data-testid="card-back-title-input"]', 'value')],
  labels: [suites('[data-testid="card-back-labels-container"] [data-testid="card-label"]')],
  people: [
    suites('[data-testid="card-back-member-avatar"] [title]', '@title'),
    suites('[data-testid="card-back-member-avatar"]', '@title'),
  ],
  action: [toggl('[data-testid="card-back-name"] header')],
  editor: [suites('[data-testid="editor-content-container"] [contenteditable="true"]')],
};
