import { localise } from '@/utils/handbook/localise';
import type { HandbookStatus } from '@/utils/messages/protocol';
import type { HandbookAbout, SyncState } from '@/utils/store/handbook-store';

/**
 * @param setting where the handbook should come from; the one in use may still be from elsewhere
 * @param languages of the reader, the best first
 * @returns the state of the handbook as the user sees it
 */
export function handbookStatus(
  setting: Pick<HandbookStatus, 'source' | 'address'>,
  about: HandbookAbout | null,
  state: SyncState,
  languages: readonly string[],
  busy: boolean,
): HandbookStatus {
  const main = about?.languages[0] ?? 'en';
  const { checkedAt, nextCheckAt, error } = state;
  return {
    ...setting,
    ...(about && {
      name: localise(about.name, languages, main).text,
      ...(about.revision !== undefined && { revision: about.revision }),
      counts: about.counts,
      loadedAt: about.loadedAt,
    }),
    ...(checkedAt !== undefined && { checkedAt }),
    ...(nextCheckAt !== undefined && { nextCheckAt }),
    ...(error && { error }),
    problems: about?.problems ?? [],
    departments: (about?.departments ?? []).map(({ id, name }) => ({
      id,
      name: localise(name, languages, main).text,
    })),
    busy,
  };
}
