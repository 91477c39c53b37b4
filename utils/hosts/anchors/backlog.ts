/** Backlog.md: a board that a team runs itself. It has no stable classes. */
import type { Anchors } from '../host';
import { dated } from './dated';

const code = dated('2026-11', 'MrLesk/Backlog.md, src/web, 2026');
const release = dated('2026-11', 'backlog.md 1.52.0, run');

const card = '[role="button"][aria-label^="Open {id}:" i]';

export const backlog: Anchors = {
  list: [
    code(`[data-column-status]:has(${card})`, '@data-column-status'),
    release(`div[class*="min-h-96"]:has(${card}) h3`),
  ],
  title: [release('[role="dialog"] #modal-title')],
  labels: [release('[role="dialog"] div:has(> #chip-input-labels) > span')],
  people: [release('[role="dialog"] div:has(> #chip-input-assignee) > span')],
  text: [release('[role="dialog"]')],
  action: [release('[role="dialog"] #modal-title')],
};
