/**
 * Trello as of 2026-09. Facts: toggl/track-extension src/content/trello.js 2026-04-16 (card back, its title field, focus
 * lock, outside clicks), clockify/browser-extension src/integrations/trello.js 2026-03-10 (dark mode, tiles), a public
 * script checked in September 2026 (board, lists, about 20 cards in the DOM), public test suites (labels, members,
 * comments), undated. That a card opens by pushState over its board is common knowledge, unverified.
 */
import { notFound, page, type Reproduction } from './answer';

export interface TrelloCard {
  /** Short link in its address. */
  id: string;
  title: string;
  labels?: string[];
  members?: string[];
}

export interface TrelloBoard {
  id: string;
  /** After the id in its address. */
  slug: string;
  name: string;
  lists: Array<{ name: string; cards: TrelloCard[] }>;
  dark?: boolean;
}

export const trelloBoard: TrelloBoard = {
  id: 'Lamp3Brd',
  slug: 'desk-lamp-3',
  name: '[Desk Lamp 3] 台灯三代',
  lists: [
    {
      name: 'To Do',
      cards: [
        { id: 'ScndBtch', title: 'Schedule the second batch', labels: ['Production'] },
        { id: 'KeyMessg', title: 'Write the key message', labels: ['Marketing'] },
      ],
    },
    {
      name: 'Quality 质量部',
      cards: [
        {
          id: 'Yanshou1',
          title: '首批交付前的验收',
          labels: ['质量部', '生产部'],
          members: ['李娜 (lina)', 'Wang Qiang (wangqiang)'],
        },
      ],
    },
    { name: 'Done', cards: [{ id: 'HingeOrd', title: 'Order the hinge on time', labels: ['Production'] }] },
  ],
};

/** @returns a board whose first list has so many cards */
export function longTrelloBoard(cards: number): TrelloBoard {
  const first = {
    name: 'To Do',
    cards: Array.from({ length: cards }, (_, at) => ({
      id: `Card${String(at).padStart(4, '0')}`,
      title: `Delivery ${at + 1} of the second batch`,
    })),
  };
  return { ...trelloBoard, lists: [first, ...trelloBoard.lists.slice(1)] };
}

const style = `body{margin:0;font:14px sans-serif}[data-color-mode=dark] body{background:#1d2125;color:#c7d1db}
#board{display:flex;gap:8px;list-style:none;padding:8px}[data-testid=list]{width:272px}
[data-testid=list-cards]{height:480px;overflow:auto;list-style:none;margin:0;padding:0;position:relative}
.tGk2{height:40px;position:absolute;left:0;right:0}
.dLg7{position:fixed;inset:48px 20%;background:#fff;color:#172b4d;padding:16px;overflow:auto}
[data-color-mode=dark] .dLg7{background:#282e33;color:#c7d1db}`;

export function trello(board: TrelloBoard = trelloBoard): Reproduction {
  return ({ pathname }) =>
    /^\/[bc]\/\w+/.test(pathname)
      ? page('trello', board, { title: `${board.name} | Trello`, style })
      : notFound;
}
