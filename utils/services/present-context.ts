/** Puts what the handbook says of a view's place into words for its reader. */
import { readable } from '@/utils/handbook/audience';
import { type Calendar, isOpen, isUsable, nextChange } from '@/utils/handbook/calendar';
import type { TouchedHandoff } from '@/utils/handbook/handoffs';
import { localise } from '@/utils/handbook/localise';
import { composite, reached, shares } from '@/utils/handbook/projects';
import type { Department, Project, Text } from '@/utils/handbook/schema';
import { day, isoWeekOf, weeksBetween } from '@/utils/handbook/weeks';
import type { Contact, Context, Goal, Handoff, Named, Role, WeekUpdate, Who } from '@/utils/messages/context';
import type { Worded } from '@/utils/messages/protocol';
import type { InUse } from './in-use';
import type { Reading } from './present';

/** What of a department differs with the view and the hour. */
interface WhoHere {
  role?: Role | undefined;
  /** Its people in view, as they are named there. */
  people: string[];
  hours: Who['hours'];
}

export interface ContextPresenter {
  words(text: Text): Worded;
  /** @param department its id, which also stands for the name of one that the handbook lacks */
  named(department: string): Named;
  /** @param chosen whether the reader chose the project for this place */
  goal(project: Project, chosen: boolean): Goal;
  who(department: Department, here: WhoHere): Who;
  handoff(touched: TouchedHandoff, isTicked: (entry: number) => boolean): Handoff;
  /** The latest of each department, the newest first. */
  updates(project: Project): WeekUpdate[];
  /** What the reader may read of a project's documents, decisions and lessons; those with a date the newest first. */
  records(project: Project): Pick<Context, 'documents' | 'decisions' | 'lessons'>;
}

/** @returns a presenter for one reader; what that reader may not read it leaves out */
export function createContextPresenter({ handbook, presenter }: InUse, reader: Reading): ContextPresenter {
  const main = handbook.languages[0] ?? 'en';
  const words = (text: Text) => localise(text, reader.languages, main);
  /** @returns texts that are there, in words, under their own names */
  const worded = <Name extends string>(texts: Partial<Record<Name, Text | undefined>>) =>
    Object.fromEntries(
      Object.entries<Text | undefined>(texts).flatMap(([name, text]) => (text ? [[name, words(text)]] : [])),
    ) as Partial<Record<Name, Worded>>;
  const named = (id: string): Named => ({ id, name: presenter.departmentName(id, reader) });
  return { words, named, goal, who, handoff, updates, records };

  function goal(project: Project, chosen: boolean): Goal {
    const measures = readable(project.measures, reader.department);
    const weights = shares(measures);
    const whole = composite(measures);
    const { milestone } = project;
    return {
      id: project.id,
      name: words(project.name),
      goal: words(project.goal),
      owners: project.departments.filter(({ role }) => role === 'accountable').map(({ id }) => named(id)),
      ...(whole !== undefined && { reached: whole }),
      measures: measures.map((measure, i) => {
        const part = reached(measure);
        return {
          name: words(measure.name),
          owner: named(measure.owner),
          weight: weights[i]!,
          target: measure.target,
          better: measure.better,
          ...worded({ unit: measure.unit }),
          ...(measure.value !== undefined && { value: measure.value }),
          ...(measure.previous !== undefined && { previous: measure.previous }),
          ...(part !== undefined && { reached: part }),
        };
      }),
      ...(milestone && {
        milestone: {
          name: words(milestone.name),
          date: milestone.date,
          days: Math.round((Date.parse(milestone.date) - Date.parse(reader.today)) / day),
        },
      }),
      chosen,
    };
  }

  function who(department: Department, { role, people, hours }: WhoHere): Who {
    return {
      department: named(department.id),
      ...(role && { role }),
      ...worded({ purpose: department.purpose, lead: department.lead }),
      contacts: department.contacts.map(({ name, address, ...rest }): Contact => {
        const href = address === undefined ? undefined : hrefOf(address);
        return {
          name: words(name),
          ...(address !== undefined && { address }),
          ...(href !== undefined && { href }),
          ...worded({ for: rest.for }),
        };
      }),
      ...(hours && { hours }),
      ...(department.answersWithin !== undefined && { answersWithin: department.answersWithin }),
      people,
      yours: department.id === reader.department,
    };
  }

  function handoff({ handoff: one, here }: TouchedHandoff, isTicked: (entry: number) => boolean): Handoff {
    return {
      id: one.id,
      from: named(one.from),
      to: named(one.to),
      when: words(one.when),
      gives: one.gives.map((text, entry) => ({ text: words(text), ticked: isTicked(entry) })),
      doneWhen: words(one.doneWhen),
      here,
    };
  }

  function updates(project: Project): WeekUpdate[] {
    const week = isoWeekOf(reader.today);
    const latest = new Map<string, Project['updates'][number]>();
    for (const update of project.updates) {
      const known = latest.get(update.department);
      // Written as ISO 8601 does, the later week is the greater text.
      if (!known || update.week >= known.week) latest.set(update.department, update);
    }
    return [...latest.values()]
      .sort((a, b) => (a.week < b.week ? 1 : a.week > b.week ? -1 : 0))
      .map(({ department, week: of, done, next, needs }) => ({
        department: named(department),
        week: of,
        age: Math.max(0, weeksBetween(of, week)),
        ...worded({ done, next, needs }),
      }));
  }

  function records({ documents, decisions, lessons }: Project) {
    return {
      documents: readable(documents, reader.department).map(({ title, url }) => ({
        title: words(title),
        url,
      })),
      decisions: newestFirst(readable(decisions, reader.department)).map(({ date, what, why, outcome }) => ({
        date,
        what: words(what),
        why: words(why),
        ...worded({ outcome }),
      })),
      lessons: newestFirst(readable(lessons, reader.department)).map(({ date, text, from }) => ({
        date,
        text: words(text),
        ...(from !== undefined && { from: named(from) }),
      })),
    };
  }
}

/** What was said of a calendar last, and when: it holds until the next change, and a panel asks with every view. */
const told = new WeakMap<Calendar, { at: number; hours: NonNullable<Who['hours']> }>();

/**
 * @param now ms since 1970
 * @returns whether a department works now, and until when; undefined where no calendar tells
 */
export function hoursOf({ calendar }: Department, now: number): Who['hours'] {
  if (!calendar || !isUsable(calendar)) return undefined;
  const known = told.get(calendar);
  if (known && known.at <= now && now < (known.hours.until ?? known.at + day)) return known.hours;
  const until = nextChange(calendar, now);
  const hours = { open: isOpen(calendar, now), ...(until !== undefined && { until }) };
  told.set(calendar, { at: now, hours });
  return hours;
}

function newestFirst<Entry extends { date: string }>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** @returns what opens an address of the handbook: itself where it is https or mailto, a mail address as mailto */
function hrefOf(address: string): string | undefined {
  if (/^(?:https|mailto):/i.test(address)) return URL.canParse(address) ? new URL(address).href : undefined;
  const mail = /^([^\s@:/]+)@([\p{L}\p{N}.-]+)$/u.exec(address);
  // RFC 6068, 2: what would end the address or begin a header field is percent-encoded.
  return mail ? `mailto:${encodeURIComponent(mail[1]!)}@${mail[2]}` : undefined;
}
