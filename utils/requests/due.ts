/** When an answer is due: in working hours of the department that is asked, which stand still while the asker is asked back. */
import { addWorkingHours, type Calendar, isUsable, workingHoursBetween } from '@/utils/handbook/calendar';
import type { Standing, Turn } from './life';

/** What is known of departments' time. */
export interface Hours {
  /** @returns the department's calendar; undefined: it has none */
  calendar(department: string | undefined): Calendar | undefined;
  /** @returns working hours in which the department answers; undefined: it does not say */
  answersWithin(department: string | undefined): number | undefined;
}

export interface Due {
  /** Working hours left; below 0: so much too late. */
  left: number;
  /** When that is, ms since 1970, if the receiver has the ball from now on; absent: it is past, or years away. */
  at?: number;
  /** The clock stands still: it is the asker's move. */
  paused: boolean;
}

/** Where a department has no calendar all hours count. */
const always: Calendar = {
  timeZone: 'UTC',
  days: [1, 2, 3, 4, 5, 6, 7],
  hours: [['00:00', '24:00']],
  holidays: [],
  workdays: [],
};

/**
 * @param now ms since 1970
 * @returns null where it is over, or neither the asker nor the department said by when
 */
export function dueOf(standing: Standing, hours: Hours, now: number): Due | null {
  const { turns, to, content, waitsFor } = standing;
  if (!waitsFor) return null;
  const department = to.department?.id;
  // Who was handed a request begins with a clock of their own.
  const first = turns.findLastIndex((turn, index) => isHandover(turn, turns[index - 1], department));
  const own = turns.slice(Math.max(first, 0)).filter(({ side }) => side === 'receiver');
  const calendar = usable(hours.calendar(department));
  const begun = own[0]?.from;
  if (begun === undefined) return null;
  const allowed =
    content.by === undefined
      ? hours.answersWithin(department)
      : workingHoursBetween(calendar, begun, content.by);
  if (allowed === undefined) return null;
  const used = own.reduce((sum, turn) => sum + workingHoursBetween(calendar, turn.from, turn.to ?? now), 0);
  const left = allowed - used;
  const at = left < 0 ? undefined : addWorkingHours(calendar, now, left);
  return { left, ...(at !== undefined && { at }), paused: waitsFor === 'asker' };
}

/** Whether with this turn a department has the ball that did not have it before. */
function isHandover(turn: Turn, before: Turn | undefined, department: string | undefined): boolean {
  return (
    turn.side === 'receiver' &&
    turn.department === department &&
    (before === undefined || (before.side === 'receiver' && before.department !== department))
  );
}

function usable(calendar: Calendar | undefined): Calendar {
  return calendar && isUsable(calendar) ? calendar : always;
}
