/** Asana: projects and tasks. */
import { asana as anchors } from './anchors/asana';
import type { Host } from './host';
import { inPath, withId } from './paths';
import { partsOf } from './titles';

export const asana: Host = {
  id: 'asana',
  name: 'Asana',
  kind: 'board',
  patterns: ['https://app.asana.com/*'],
  essential: { board: ['board'], card: ['title'] },
  anchors,
  // Old: /0/<project>/<task>; new: /1/<workspace>/project/<project>/board/<view>/task/<task>
  place: (url) =>
    withId('card', inPath(url, /^\/1\/\d+\/(?:.*\/)?task\/(\d+)/, /^\/0\/\d+\/(\d+)(?:\/|$)/)) ??
    withId('board', inPath(url, /^\/1\/\d+\/project\/(\d+)/, /^\/0\/(\d+)(?:\/|$)/)),
  titled: (full, { kind }) => {
    const [first = ''] = partsOf(full, 'Asana');
    return kind === 'board' ? { board: first } : { title: first };
  },
  isDark: (document) =>
    document.body.classList.contains('DesignTokenThemeSelectors-theme--darkMode') ? true : null,
};
