/** What a page is about, as the script that reads its host tells it: schema first, types inferred. */
import * as v from 'valibot';

const Line = v.pipe(v.string(), v.maxLength(300));
const lines = (most: number) => v.pipe(v.array(Line), v.maxLength(most));

const viewKinds = ['board', 'card', 'mailbox', 'thread', 'draft', 'chat', 'page'] as const;

/** Somebody named on the page. */
const Person = v.object({ name: v.exactOptional(Line), address: v.exactOptional(Line) });
export type Person = v.InferOutput<typeof Person>;
export const People = v.pipe(v.array(Person), v.maxLength(60));

export const View = v.object({
  /** Id of the host (`utils/hosts`); `page`: none of those known. */
  host: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,30}$/)),
  kind: v.picklist(viewKinds),
  /** Address of the page in the tab, whatever frame was read. */
  url: v.pipe(v.string(), v.maxLength(4000)),
  /** Of card or thread, else of board or folder, as the host names it in its addresses. */
  id: v.exactOptional(Line),
  /** Of card, thread or page; of the board, where that is all that is in view. */
  title: Line,
  /** Name of the board or project that a card lies on, or of a mail's folder. */
  board: v.exactOptional(Line),
  /** Name of the card's list. */
  list: v.exactOptional(Line),
  labels: lines(30),
  /** As the page writes it. */
  due: v.exactOptional(Line),
  /** Senders first, then receivers; members of a card. */
  people: People,
  /** What the host should show here and was not found: it has changed, and only address and title tell what is in view. */
  missing: lines(20),
  /** What two ways of finding it do not agree on. */
  doubtful: lines(20),
  dark: v.boolean(),
});
export type View = v.InferOutput<typeof View>;
export type ViewKind = View['kind'];
