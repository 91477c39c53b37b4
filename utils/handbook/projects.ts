/** Which project is worked on at a place, and how far it has come. */
import { bestFit } from './globs';
import type { Project } from './schema';

/** A place as its host or the page itself tells it. */
export interface ProjectPlace {
  url: string;
  /** Subject of a mail, title of a card or page. */
  title: string;
  /** Name of the board that a card lies on. */
  board?: string;
  /** As of `View`. */
  kind?: string;
}

/**
 * @param place a mail is told by its subject first, as its address is that of the mail program; all else by its
 *   address first, as a card may be entitled in any way
 * @returns the project whose pattern fits best, for which see `bestFit`
 */
export function projectAt(place: ProjectPlace, projects: readonly Project[]): Project | undefined {
  const byAddress = () =>
    bestFit(projects, ({ where }) => where.flatMap((one) => ('url' in one ? [one.url] : [])), place.url);
  const called = (text: string | undefined) =>
    text
      ? bestFit(
          projects,
          ({ where }) => where.flatMap((one) => ('subject' in one ? [one.subject] : [])),
          withoutPrefixes(text),
        )
      : undefined;
  return place.kind === 'thread' || place.kind === 'draft'
    ? (called(place.title) ?? byAddress())
    : (byAddress() ?? called(place.board) ?? called(place.title));
}

/**
 * Prefixes that mail programs put before a subject: "Re:" (RFC 5322, 3.6.5), and what others have made of it, in
 * either width of the colon: Fw:, Fwd:, AW:, WG:, 回复：, 答复：, 转发：, also counted as in Re[2]:.
 */
const prefix =
  /^\s*(?:re|fwd?|aw|wg|回复|回覆|答复|答覆|转发|轉發|轉寄)\s*(?:[[(（]\d+[\])）])?\s*[:：]\s*/iu;

/** @returns a subject without what mail programs put before it, however often */
export function withoutPrefixes(subject: string): string {
  const rest = subject.replace(prefix, '');
  return rest === subject ? subject.trim() : withoutPrefixes(rest);
}

type Measured = Pick<Project['measures'][number], 'weight' | 'target' | 'value' | 'better'>;

/**
 * @returns how much of its target a measure has reached, 0 to 1: value / target where higher is better, target / value
 *   where lower is; 0 where such a ratio says nothing (a target of 0 or less, missed). undefined: nothing is known yet
 */
export function reached({ target, value, better }: Pick<Measured, 'target' | 'value' | 'better'>) {
  if (value === undefined) return undefined;
  if (better === 'higher' ? value >= target : value <= target) return 1;
  if (target <= 0) return 0;
  return Math.max(0, better === 'higher' ? value / target : target / value);
}

/** @returns the share of each, all of them together 1; equal shares where none weighs anything */
export function shares(measures: ReadonlyArray<{ weight: number }>): number[] {
  const most = Math.max(...measures.map(({ weight }) => weight));
  if (most === 0) return measures.map(() => 1 / measures.length);
  // Set against the largest first, or a sum of large weights would overflow.
  const scaled = measures.map(({ weight }) => weight / most);
  const sum = scaled.reduce((a, b) => a + b, 0);
  return scaled.map((weight) => weight / sum);
}

/** @returns the weighted mean of what is known of the measures, 0 to 1; undefined while nothing is */
export function composite(measures: readonly Measured[]): number | undefined {
  const weights = shares(measures);
  let sum = 0;
  let known = 0;
  measures.forEach((measure, i) => {
    const part = reached(measure);
    if (part === undefined) return;
    sum += weights[i]! * part;
    known += weights[i]!;
  });
  // What it is divided by is rounded as well.
  return known > 0 ? Math.min(1, sum / known) : undefined;
}
