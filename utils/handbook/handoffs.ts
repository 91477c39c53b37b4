/** What one department gives another, and where that is to be seen. */
import { writtenOn } from './naming';
import type { Department, Project, Text } from './schema';
import type { FurtherFold } from './search/shape';

export interface Handoff {
  /** Stable within a revision of the handbook: `sales>operations#0`, counted among all of the giving department. */
  id: string;
  from: string;
  to: string;
  when: Text;
  gives: readonly Text[];
  doneWhen: Text;
}

/** What of a view tells which hand-offs it touches. */
export interface HandoffPlace {
  /** Name of the card's list. */
  list: string | undefined;
  labels: readonly string[];
  /** Ids of the departments of those in view; the reader's own counts as such. */
  departments: readonly string[];
  project: Pick<Project, 'departments'> | undefined;
  /** Id of the reader's own department. */
  reader: string | undefined;
}

export interface TouchedHandoff {
  handoff: Handoff;
  /** The card's list or a label names its occasion or who receives it. */
  here: boolean;
}

/** @returns all hand-offs between departments that there are, in the handbook's order */
export function handoffsOf(departments: readonly Department[]): Handoff[] {
  const known = new Set(departments.map(({ id }) => id));
  return departments.flatMap(({ id: from, handoffs }) =>
    handoffs.flatMap((handoff, index) =>
      known.has(handoff.to) ? [{ ...handoff, id: `${from}>${handoff.to}#${index}`, from }] : [],
    ),
  );
}

/**
 * @param further simplified forms, so that a list named 營運 is found
 * @returns ids of the departments that a card's list or labels name
 */
export function namedOn(
  { list, labels }: Pick<HandoffPlace, 'list' | 'labels'>,
  departments: readonly Department[],
  further?: FurtherFold,
): string[] {
  const written = writtenOn([list ?? '', ...labels], further);
  return departments.filter(({ name }) => written.names(name)).map(({ id }) => id);
}

/**
 * @param further simplified forms, so that a list named 營運 is found
 * @returns hand-offs that the card's list or labels name, between departments of the project, or between those in view;
 *   the closest first: what the card names, of that what is of the project or in view, then what passes between
 *   departments in view, then what the reader's own gives or gets
 */
export function touching(
  handoffs: readonly Handoff[],
  departments: readonly Department[],
  place: HandoffPlace,
  further?: FurtherFold,
): TouchedHandoff[] {
  const inView = new Set([...place.departments, ...(place.reader === undefined ? [] : [place.reader])]);
  const inProject = new Set(place.project?.departments.map(({ id }) => id));
  const written = writtenOn([place.list ?? '', ...place.labels], further);
  const receiving = new Set(namedOn(place, departments, further));
  return handoffs
    .map((handoff) => {
      const { from, to, when } = handoff;
      const here = receiving.has(to) || written.tells(when);
      const near = inView.has(from) && inView.has(to);
      const known = near || (inProject.has(from) && inProject.has(to));
      const own = from === place.reader || to === place.reader;
      return { handoff, here, known, closeness: here ? (known ? 4 : 3) : near ? 2 : own ? 1 : 0 };
    })
    .filter(({ here, known }) => here || known)
    .sort((a, b) => b.closeness - a.closeness)
    .map(({ handoff, here }) => ({ handoff, here }));
}
