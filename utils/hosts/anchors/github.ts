/** GitHub: Projects and the issues and pull requests that lie on them. */
import type { Anchors } from '../host';
import { dated } from './dated';

const both = dated('2026-03-10', 'clockify/browser-extension, 2026-03-10; toggl/track-extension, 2026-04-03');

export const github: Anchors = {
  board: [both('[data-testid="project-title"]')],
  title: [both('[data-testid="issue-title"]'), both('h1[data-component="PH_Title"]')],
  action: [both('[data-component="PH_Actions"]')],
};
