import type { Found } from '@/utils/messages/context';
import type { MessageKey } from '@/utils/messages/translate';
import { Icon } from '../Icon';
import { SearchResult } from '../SearchResult';
import { useWords } from '../use-words';
import { Worded } from '../Worded';

type Other = Exclude<Found, { kind: 'concept' }>;

const kinds: Record<Other['kind'], MessageKey> = {
  department: 'found_department',
  project: 'found_project',
  document: 'found_document',
};

/** One line of what the panel found: a concept as in every search, or another entry of the handbook. */
export function FoundResult({ found }: { found: Found }) {
  const { t } = useWords();
  if (found.kind === 'concept') return <SearchResult hit={found.hit} />;
  return (
    <>
      <span class="result-head">
        <span class="result-term">{nameOf(found)}</span>
        <span class="result-contested">
          {found.kind === 'document' && <Icon name="link" />}
          {t(kinds[found.kind])}
        </span>
      </span>
      <span class="result-definition">{aboutOf(found)}</span>
    </>
  );
}

function nameOf(found: Other) {
  if (found.kind === 'department') return found.who.department.name;
  return <Worded text={found.kind === 'project' ? found.name : found.title} />;
}

function aboutOf(found: Other) {
  if (found.kind === 'department') return found.who.purpose && <Worded text={found.who.purpose} />;
  return <Worded text={found.kind === 'project' ? found.goal : found.project} />;
}
