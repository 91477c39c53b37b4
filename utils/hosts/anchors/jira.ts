/** Jira: Cloud by `data-testid`, older pages of it by `data-test-id`, Data Center by its own ids. */
import type { Anchors } from '../host';
import { dated } from './dated';

const toggl = dated('2026-02-18', 'toggl/track-extension, src/content/atlassian.js, 2026-02-18');
const dataCenter = dated('2023', 'Jira Data Center, as public extensions read it, undated');

const heading = 'issue.views.issue-base.foundation.summary.heading';
const crumb = 'issue.views.issue-base.foundation.breadcrumbs.breadcrumb-current-issue-container';

export const jira: Anchors = {
  title: [
    toggl(`h1[data-testid="${heading}"]`),
    toggl(`h1[data-test-id="${heading}"]`),
    dataCenter('#summary-val'),
  ],
  id: [toggl(`[data-testid="${crumb}"] a`), toggl(`[data-test-id="${crumb}"] a`), dataCenter('#key-val')],
  action: [toggl('#jira-issue-header'), dataCenter('#summary-val')],
};
