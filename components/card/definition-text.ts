import type { Meaning } from '@/utils/messages/protocol';
import type { Translate } from '@/utils/messages/translate';

/** @returns a meaning as plain text, to be pasted into a mail or a chat */
export function definitionText(meaning: Meaning, t: Translate): string {
  const { term, counterpart, department, definition, example, links } = meaning;
  const name = counterpart ? `${term.text} (${counterpart.text})` : term.text;
  return [
    `${name} · ${department?.name ?? t('card_whole_company')}`,
    definition.text,
    ...(example ? [`${t('card_example')}: ${example.text}`] : []),
    ...links.map(({ title, url }) => `${title.text}: ${url}`),
  ].join('\n');
}
