/** Answers what a view is about: the shared goal, who is involved, who hands over what, and the words read differently. */
import { type Handoff, handoffsOf, namedOn, touching } from '@/utils/handbook/handoffs';
import { digestOf } from '@/utils/handbook/parts';
import { departmentAt, peopleByDepartment } from '@/utils/handbook/people';
import { projectAt } from '@/utils/handbook/projects';
import type { Project } from '@/utils/handbook/schema';
import type { Readings } from '@/utils/handbook/search/shape';
import type { Context, Found, Named, Role, WordHere } from '@/utils/messages/context';
import type { View } from '@/utils/messages/view';
import type { WorkspaceStore } from '@/utils/store/workspace-store';
import { conceptsFor, live } from './concepts';
import type { Reader } from './define';
import type { InUse } from './in-use';
import { createContextPresenter, hoursOf } from './present-context';
import { createHandbookSearch } from './search-handbook';
import { keyOf, placesOf } from './view-keys';

export interface ContextNeeds {
  inUse(): Promise<InUse | null>;
  reader(): Promise<Reader>;
  store: WorkspaceStore;
  simplified(text: string): string;
  readings(): Promise<Readings>;
  /** ms since 1970 */
  now(): number;
}

/** A marked term as a tab's frames tell of it, in the order of the page. */
export interface SeenTerm {
  term: number;
  frame: number;
  word: string;
}

export interface ContextService {
  /** @returns what a view is about; null: there is no handbook */
  context(view: View): Promise<Context | null>;
  /** The project that the view's place belongs to by the reader's word; null: by the handbook's again. */
  choose(view: View, project: string | null): Promise<void>;
  /** Ticks an entry of a hand-off's checklist for the card or thread in view; nothing if there is no such entry. */
  tick(view: View, handoff: string, entry: number, done: boolean): Promise<void>;
  /** @returns each term once, contested ones first; none for a vocabulary no longer in use */
  words(vocabulary: string, seen: readonly SeenTerm[]): Promise<WordHere[]>;
  /** Searches departments, projects, documents and concepts; the best first. */
  search(query: string, limit: number): Promise<Found[]>;
}

const roles: readonly Role[] = ['responsible', 'accountable', 'consulted', 'informed'];

export function createContext(needs: ContextNeeds): ContextService {
  const { inUse, reader, store, simplified, now } = needs;
  return { context, choose, tick, words, search: createHandbookSearch(needs) };

  async function context(view: View): Promise<Context | null> {
    const used = await inUse();
    if (!used) return null;
    const place = keyOf(view);
    const [reading, chosenId, ticked] = await Promise.all([
      reader(),
      store.chosen(placesOf(view)),
      place === null ? new Set<string>() : store.ticked(place),
    ]);
    const { departments, projects } = used.handbook;
    const present = createContextPresenter(used, reading);
    const chosen = projects.find(({ id }) => id === chosenId);
    const project = chosen ?? projectAt(view, projects);
    const people = peopleByDepartment(view.people, departments);
    const speaking = reading.speaksAt(view.url) ?? departmentAt(view.url, departments)?.id;
    const inView = [
      ...new Set([
        ...(speaking === undefined ? [] : [speaking]),
        ...people.keys(),
        ...namedOn({ list: view.list, labels: view.labels }, departments, simplified),
      ]),
    ];

    const handoffs = touching(
      handoffsOf(departments),
      departments,
      {
        list: view.list,
        labels: view.labels,
        departments: inView,
        project,
        reader: reading.department,
      },
      simplified,
    );
    return {
      ...(project && { goal: present.goal(project, chosen !== undefined) }),
      projects: projects.map(({ id, name }) => ({ id, name: present.words(name) })),
      who: involved(inView, project).flatMap(({ id, role }) => {
        const department = departments.find((one) => one.id === id);
        if (!department) return [];
        const named = (people.get(id) ?? []).flatMap(({ name, address }) => name || address || []);
        return [present.who(department, { people: named, role, hours: hoursOf(department, now()) })];
      }),
      handoffs: await Promise.all(
        handoffs.map(async (touched) => {
          const keys = ticked.size > 0 ? await entryKeys(touched.handoff) : [];
          return present.handoff(touched, (entry) => ticked.has(keys[entry] ?? ''));
        }),
      ),
      updates: project ? present.updates(project) : [],
      ...(project ? present.records(project) : { documents: [], decisions: [], lessons: [] }),
    };
  }

  async function choose(view: View, project: string | null): Promise<void> {
    await store.choose(placesOf(view), project, now());
  }

  async function tick(view: View, id: string, entry: number, done: boolean): Promise<void> {
    const used = await inUse();
    const place = keyOf(view);
    const handoff = used && handoffsOf(used.handbook.departments).find((one) => one.id === id);
    const key = handoff && (await entryKeys(handoff))[entry];
    if (place !== null && key) await store.tick(place, key, done, now());
  }

  async function words(vocabulary: string, seen: readonly SeenTerm[]): Promise<WordHere[]> {
    const used = await inUse();
    if (!used || used.id !== vocabulary) return [];
    const reading = await reader();
    const present = createContextPresenter(used, reading);
    const found = new Map<number, WordHere>();
    for (const { term, frame, word } of seen) {
      if (found.has(term)) continue;
      const carried = conceptsFor(used, term, reading.department);
      if (carried.length === 0) continue;
      const concepts = live(carried);
      const contested = concepts.length > 1;
      const others = new Set(concepts.flatMap(({ department }) => department ?? []));
      if (reading.department !== undefined) others.delete(reading.department);
      const carriers: Named[] = contested ? [...others].map(present.named) : [];
      found.set(term, { term, frame, word, contested, others: carriers });
    }
    return [...found.values()].sort((a, b) => Number(b.contested) - Number(a.contested));
  }
}

/**
 * @param inView ids of departments, who speaks first
 * @returns them and those of the project by their role, each once
 */
function involved(
  inView: readonly string[],
  project: Project | undefined,
): Array<{ id: string; role: Role | undefined }> {
  const members = project?.departments ?? [];
  const byRole = roles.flatMap((role) => members.filter((member) => member.role === role));
  const ids = new Set([...inView, ...byRole.map(({ id }) => id)]);
  return [...ids].map((id) => ({ id, role: byRole.find((member) => member.id === id)?.role }));
}

/**
 * @returns keys of a hand-off's entries: digests of what they say, so that a tick stays with its entry when another
 *   revision of the handbook moves it, is gone when it says something else, and tells nothing by itself
 */
function entryKeys({ from, to, when, gives }: Handoff): Promise<string[]> {
  return Promise.all(
    gives.map((text) => digestOf(new TextEncoder().encode(JSON.stringify([from, to, when, text])))),
  );
}
