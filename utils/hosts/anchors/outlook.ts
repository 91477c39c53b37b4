/** Outlook on the web. Its aria-labels are in the reader's language: ids and roles first. */
import type { Anchors } from '../host';
import { dated } from './dated';

const extension = dated('2026', 'public extensions for Outlook on the web, of 2026');
const script = dated('2025', 'a public script, undated');

export const outlook: Anchors = {
  title: [
    extension('[role="heading"][id$="_SUBJECT"]'),
    script('#ReadingPaneContainerId [role="heading"][title]', '@title'),
    script('[data-app-section="ReadingPane"] [role="heading"][title]', '@title'),
  ],
  senders: [extension('[id$="_FROM"]'), script('#ReadingPaneContainerId span[aria-label^="From:"]')],
  people: [script('#ReadingPaneContainerId span[title*="@"]', '@title')],
  text: [
    script('[id^="UniqueMessageBody"]'),
    script('#ReadingPaneContainerId [role="document"]'),
    script('[data-app-section="ReadingPane"] [role="document"]'),
  ],
  action: [
    extension('[role="heading"][id$="_SUBJECT"]'),
    script('#ReadingPaneContainerId [role="heading"][title]'),
  ],
  recipients: [extension('[role="textbox"]:has(#removeButton)')],
  subject: [
    script('input.ms-TextField-field', 'value'),
    script('input[aria-label="Add a subject"]', 'value'),
  ],
  editor: [extension('[id*="editorParent"] [contenteditable="true"]')],
};
