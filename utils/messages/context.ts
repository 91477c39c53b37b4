/** What the panel shows beside a view: only types, as it comes from the background, which is trusted. */
import type { SearchHit, Worded } from './definition';

/** A department, as it is named. */
export interface Named {
  id: string;
  name: string;
}

/** Responsible, accountable, consulted, informed (RACI). */
export type Role = 'responsible' | 'accountable' | 'consulted' | 'informed';

export interface Measure {
  name: Worded;
  owner: Named;
  /** Share in the composite measure, 0 to 1; all of a project's sum to 1. */
  weight: number;
  /** How much of the target is reached, 0 to 1; absent: nothing is known yet. */
  reached?: number;
  value?: number;
  /** The value before. */
  previous?: number;
  target: number;
  unit?: Worded;
  better: 'higher' | 'lower';
}

export interface Goal {
  id: string;
  name: Worded;
  goal: Worded;
  /** The accountable departments. */
  owners: Named[];
  /** The composite: weighted mean of what its measures reached, 0 to 1; absent while none is known. */
  reached?: number;
  measures: Measure[];
  /** `days` from today, negative: past. */
  milestone?: { name: Worded; date: string; days: number };
  /** The reader chose it for this place; else the handbook says so. */
  chosen: boolean;
}

export interface Contact {
  name: Worded;
  /** What to open: https or mailto. */
  href?: string;
  /** The address as it is read. */
  address?: string;
  for?: Worded;
}

export interface Who {
  department: Named;
  role?: Role;
  purpose?: Worded;
  lead?: Worded;
  contacts: Contact[];
  /** Working hours by its calendar, now: absent where it keeps none. */
  hours?: { open: boolean /** When that changes next, ms since 1970. */; until?: number };
  /** Working hours until it usually answers. */
  answersWithin?: number;
  /** Who of the view's people belongs to it, as they are named there. */
  people: string[];
  /** The reader's own. */
  yours: boolean;
}

export interface Handoff {
  /** Stable within a revision of the handbook: `sales>operations#0`. */
  id: string;
  from: Named;
  to: Named;
  when: Worded;
  gives: Array<{ text: Worded; ticked: boolean }>;
  doneWhen: Worded;
  /** The card's list is named in it. */
  here: boolean;
}

export interface WeekUpdate {
  department: Named;
  /** ISO 8601 week. */
  week: string;
  /** Whole weeks since; 0: of this week. */
  age: number;
  done?: Worded;
  next?: Worded;
  needs?: Worded;
}

export interface Context {
  /** Absent: no project is known for this place. */
  goal?: Goal;
  /** All projects, to choose from. */
  projects: Array<{ id: string; name: Worded }>;
  /** Those that speak, of the people in view, named by the card's list or labels, and of the project, in this order. */
  who: Who[];
  handoffs: Handoff[];
  updates: WeekUpdate[];
  documents: Array<{ title: Worded; url: string }>;
  decisions: Array<{ date: string; what: Worded; why: Worded; outcome?: Worded }>;
  lessons: Array<{ date: string; text: Worded; from?: Named }>;
}

/** A term that is marked on the page. */
export interface WordHere {
  /** Id in the vocabulary. */
  term: number;
  /** Frame it stands in. */
  frame: number;
  word: string;
  contested: boolean;
  /** Other departments than the reader's that mean something else by it. */
  others: Named[];
}

/** What a search from the panel finds, the best first. */
export type Found =
  | { kind: 'concept'; hit: SearchHit }
  | { kind: 'department'; who: Who }
  | { kind: 'project'; id: string; name: Worded; goal: Worded }
  /** `project`: the one it belongs to. */
  | { kind: 'document'; title: Worded; url: string; project: Worded };
