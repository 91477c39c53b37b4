/** Where a request stands, from its events alone: whoever has the same events sees the same state. */
import type { EventKind, RequestEvent } from './events';
import { inOrder } from './order';
import type { Content, Party } from './request';

export type State =
  | 'queued'
  | 'sent'
  | 'restated'
  | 'confirmed'
  | 'corrected'
  | 'accepted'
  | 'answered'
  | 'declined'
  | 'reopened'
  | 'closed'
  | 'cancelled';
export type Side = 'asker' | 'receiver';

/** Time in which it was one side's move. */
export interface Turn {
  side: Side;
  /** The department whose move it was, by its id; absent: it is not known. */
  department?: string;
  /** ms since 1970 */
  from: number;
  /** ms since 1970; absent: it still is. */
  to?: number;
}

export interface Standing {
  id: string;
  state: State;
  /** Whose move it is; null: it is over. */
  waitsFor: Side | null;
  from: Party;
  /** Who is asked now, after it was handed on. */
  to: Party;
  content: Content;
  /** When it was asked, ms since 1970. */
  asked: number;
  restatement?: Extract<RequestEvent, { kind: 'restated' }>;
  /** How often a restatement was corrected. */
  corrections: number;
  answer?: Extract<RequestEvent, { kind: 'answered' }>;
  closing?: Extract<RequestEvent, { kind: 'closed' }>;
  turns: Turn[];
  /** When the receiver was reminded, ms since 1970. */
  reminders: number[];
  /** What made the state, in its order. */
  history: RequestEvent[];
  /** What changes nothing: it came from somebody whose move it is not, or what it speaks of was over. */
  aside: RequestEvent[];
}

interface Step {
  side: Side;
  /** States it leads on from. */
  from: readonly State[];
  to: State | 'same';
}

const underway = ['queued', 'sent', 'restated', 'confirmed', 'corrected', 'accepted', 'reopened'] as const;
const unclear = ['queued', 'sent', 'restated', 'corrected', 'accepted', 'reopened'] as const;

const steps: Record<Exclude<EventKind, 'queued'>, Step> = {
  sent: { side: 'asker', from: ['queued'], to: 'sent' },
  restated: { side: 'receiver', from: unclear, to: 'restated' },
  confirmed: { side: 'asker', from: ['restated'], to: 'confirmed' },
  corrected: { side: 'asker', from: ['restated'], to: 'corrected' },
  accepted: { side: 'receiver', from: unclear, to: 'accepted' },
  declined: { side: 'receiver', from: underway, to: 'declined' },
  'handed-on': { side: 'receiver', from: underway, to: 'sent' },
  answered: { side: 'receiver', from: underway, to: 'answered' },
  closed: { side: 'asker', from: [...underway, 'answered', 'declined'], to: 'closed' },
  cancelled: { side: 'asker', from: underway, to: 'cancelled' },
  reopened: { side: 'asker', from: ['answered', 'declined', 'closed', 'cancelled'], to: 'reopened' },
  reminded: { side: 'asker', from: underway, to: 'same' },
};

const moves: Record<State, Side | null> = {
  queued: 'receiver',
  sent: 'receiver',
  restated: 'asker',
  confirmed: 'receiver',
  corrected: 'receiver',
  accepted: 'receiver',
  answered: 'asker',
  declined: 'asker',
  reopened: 'receiver',
  closed: null,
  cancelled: null,
};

/**
 * @param events of one request, in any order, some twice
 * @returns null where what was asked is not among them
 */
export function standingOf(events: readonly RequestEvent[]): Standing | null {
  let standing: Standing | null = null;
  const early: RequestEvent[] = [];
  for (const event of inOrder(events)) {
    if (!standing) {
      if (event.kind === 'queued') standing = begin(event);
      else early.push(event);
    } else if (event.request === standing.id && follows(standing, event)) take(standing, event);
    else standing.aside.push(event);
  }
  standing?.aside.unshift(...early);
  return standing;
}

/** @returns what somebody on a side may do now */
export function possible({ state }: Standing, side: Side): Array<Exclude<EventKind, 'queued'>> {
  return (Object.keys(steps) as Array<keyof typeof steps>).filter((kind) => {
    const step = steps[kind];
    return step.side === side && step.from.includes(state);
  });
}

/** @returns the sides that somebody is on: both, where a department asks itself and no address tells */
function sidesOf({ from, to }: Pick<Standing, 'from' | 'to'>, person: Party): Side[] {
  const [asker, receiver] = [likeness(from, person), likeness(to, person)];
  // Who wrote it is not who answers it, though both are of one department.
  if (asker === 'person' && receiver !== 'person') return ['asker'];
  if (receiver === 'person' && asker !== 'person') return ['receiver'];
  return [...(asker ? (['asker'] as const) : []), ...(receiver ? (['receiver'] as const) : [])];
}

function likeness(party: Party, person: Party): 'person' | 'department' | null {
  if (party.address && party.address.toLowerCase() === person.address?.toLowerCase()) return 'person';
  return party.department && party.department.id === person.department?.id ? 'department' : null;
}

function follows(
  standing: Standing,
  event: RequestEvent,
): event is Exclude<RequestEvent, { kind: 'queued' }> {
  if (event.kind === 'queued') return false;
  const { side, from } = steps[event.kind];
  return from.includes(standing.state) && sidesOf(standing, event.who).includes(side);
}

function begin(event: Extract<RequestEvent, { kind: 'queued' }>): Standing {
  const { request: id, who: from, to, content, at } = event;
  const standing: Standing = {
    ...{ id, state: 'queued', waitsFor: 'receiver', from, to, content, asked: at },
    ...{ corrections: 0, turns: [], reminders: [], history: [event], aside: [] },
  };
  pass(standing, at);
  return standing;
}

function take(standing: Standing, event: Exclude<RequestEvent, { kind: 'queued' }>): void {
  standing.history.push(event);
  if (event.kind === 'reminded') standing.reminders.push(event.at);
  if (event.kind === 'restated') standing.restatement = event;
  if (event.kind === 'corrected') standing.corrections++;
  if (event.kind === 'answered') standing.answer = event;
  if (event.kind === 'closed') standing.closing = event;
  if (event.kind === 'handed-on') standing.to = event.to;
  const { to } = steps[event.kind];
  if (to === 'same') return;
  standing.state = to;
  standing.waitsFor = moves[to];
  pass(standing, event.at);
}

/** Ends the turn that is, where it is another's now, and begins the next. Clocks differ; no turn ends before it began. */
function pass({ turns, waitsFor, from, to }: Standing, at: number): void {
  const last = turns.at(-1);
  const department = (waitsFor === 'receiver' ? to : from).department?.id;
  if (last && last.to === undefined && last.side === waitsFor && last.department === department) return;
  const begins = Math.max(at, last?.to ?? last?.from ?? at);
  if (last && last.to === undefined) last.to = begins;
  if (waitsFor) turns.push({ side: waitsFor, ...(department !== undefined && { department }), from: begins });
}
