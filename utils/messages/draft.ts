/** Words of a draft that its receivers read differently: only types, as they come from the background. */
import type { Named } from './context';
import type { Worded } from './definition';

/** What a department means by a word. */
export interface Reading {
  /** Absent: it is the meaning of the whole company. */
  department?: Named;
  definition: Worded;
}

export interface DraftWord {
  /** As it is written in the draft. */
  word: string;
  /** What the writer's department means; absent: it has no meaning of its own. */
  yours?: Reading;
  /** What the receiving departments mean. */
  theirs: Reading[];
  /** Other terms of the writer's meaning that nobody reads differently. */
  instead: string[];
  /** What may stand at the end of the text, so that nobody has to guess: "delivery: …" */
  note: string;
}
