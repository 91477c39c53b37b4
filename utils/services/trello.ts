/** Asks Trello's own API for what its page does not show of a card: the board draws only what is in view. */
import * as v from 'valibot';
import type { View } from '@/utils/messages/view';

/** The user's own key and token; the token is a password. */
export interface TrelloAccess {
  key: string;
  token: string;
}

export interface TrelloNeeds {
  fetch: typeof fetch;
  /** @returns null where the user gave none */
  access(): Promise<TrelloAccess | null>;
  /** ms since 1970 */
  now(): number;
}

/** https://developer.atlassian.com/cloud/trello/rest/api-group-cards/#api-cards-id-get */
const Card = v.object({
  name: v.string(),
  due: v.nullish(v.string()),
  labels: v.optional(v.array(v.object({ name: v.string() })), []),
  list: v.optional(v.object({ name: v.string() })),
  board: v.optional(v.object({ name: v.string() })),
  members: v.optional(v.array(v.object({ fullName: v.string() })), []),
});
type Card = v.InferOutput<typeof Card>;

const api = 'https://api.trello.com/1/cards';
const query =
  'fields=name,due,labels&list=true&list_fields=name&board=true&board_fields=name&members=true&member_fields=fullName';
/** ms that an answer holds. */
const fresh = 60_000;
/** ms that an answer is waited for. */
const patience = 4000;
/** ms that nothing is asked after a failure. */
const rest = 60_000;
/** Cards remembered at most. */
const mostKept = 100;
/** Characters that are taken over of any text. */
const longest = 300;

/** @returns a function that adds to a view what its page does not show; null where it has nothing to add */
export function createTrello({ fetch, access, now }: TrelloNeeds): (view: View) => Promise<View | null> {
  const kept = new Map<string, { at: number; card: Promise<Card | null> }>();
  let quietUntil = 0;
  return async (view) => {
    const { host, kind, id, list, due, missing } = view;
    if (host !== 'trello' || kind !== 'card' || id === undefined) return null;
    if (list !== undefined && due !== undefined && missing.length === 0) return null;
    const given = await access();
    const card = given && (await cardOf(id, given));
    return card ? filled(view, card) : null;
  };

  /** Asked once, however many views of it come meanwhile. */
  function cardOf(id: string, given: TrelloAccess): Promise<Card | null> | null {
    const known = kept.get(id);
    if (known && now() - known.at < fresh) return known.card;
    if (now() < quietUntil) return null;
    if (kept.size >= mostKept) kept.clear();
    const card = ask(id, given).catch(() => {
      quietUntil = now() + rest;
      return null;
    });
    kept.set(id, { at: now(), card });
    return card;
  }

  /** @throws where Trello refuses, cannot be reached, or takes too long */
  async function ask(id: string, given: TrelloAccess): Promise<Card> {
    const secrets = new URLSearchParams({ key: given.key, token: given.token });
    const response = await fetch(`${api}/${encodeURIComponent(id)}?${query}&${secrets}`, {
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new Error(`Trello: ${response.status}`);
    return v.parse(Card, await response.json());
  }
}

function filled(view: View, { name, due, labels, list, board, members }: Card): View {
  const told = { title: true, list: list !== undefined, board: board !== undefined };
  const names = labels.map((label) => cut(label.name)).filter(Boolean);
  return {
    ...view,
    title: cut(name) || view.title,
    ...(list && { list: cut(list.name) }),
    ...(board && { board: cut(board.name) }),
    ...(due && { due: cut(due) }),
    labels: names.length > 0 ? names.slice(0, 30) : view.labels,
    people:
      view.people.length > 0
        ? view.people
        : members.slice(0, 60).map(({ fullName }) => ({ name: cut(fullName) })),
    missing: view.missing.filter((slot) => !told[slot as keyof typeof told]),
  };
}

const cut = (text: string) => text.trim().slice(0, longest);
