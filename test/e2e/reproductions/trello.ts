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

const style = `body{margin:0;font:14px/20px system-ui,sans-serif;background:#cfe0f5;color:#172b4d}
[data-color-mode=dark] body{background:#1d2125;color:#c7d1db}
body>header{padding:0 16px;height:48px;display:flex;align-items:center;background:#fff6}
[data-color-mode=dark] body>header{background:#0006}
h1{font-size:18px;margin:0}h2{font-size:14px;margin:0;padding:8px 8px 4px}
#board{display:flex;gap:12px;list-style:none;margin:0;padding:12px;align-items:flex-start}
[data-testid=list]{width:272px;background:#f1f2f4;border-radius:12px;padding:4px}
[data-color-mode=dark] [data-testid=list]{background:#161a1d}
[data-testid=list-cards]{height:480px;overflow:auto;list-style:none;margin:0;padding:0;position:relative}
.tGk2{height:40px;position:absolute;left:4px;right:4px}
.tGk2 a{display:block;height:34px;line-height:34px;padding:0 12px;border-radius:8px;background:#fff;color:inherit;
text-decoration:none;box-shadow:0 1px 1px #0004;white-space:nowrap;overflow:hidden}
[data-color-mode=dark] .tGk2 a{background:#22272b}
button{font:inherit;border:0;border-radius:4px;padding:6px 12px;background:#091e4210;color:inherit;margin:0 4px 4px 0}
[data-color-mode=dark] button{background:#a1bdd914}
.dLg7{position:fixed;inset:64px 20% 64px;background:#fff;color:#172b4d;padding:24px;overflow:auto;border-radius:12px;
box-shadow:0 8px 32px #0008;outline:0}
[data-color-mode=dark] .dLg7{background:#282e33;color:#c7d1db}
.dLg7>button:first-child{float:right}.dLg7 section{margin:12px 0}
[data-testid=card-back-title-input]{font:600 20px/28px system-ui,sans-serif;display:block;width:90%;height:32px;
border:0;resize:none;background:none;color:inherit}
[data-testid=card-back-member-avatar]{border-radius:16px}
.ProseMirror{border:1px solid #8590a2;border-radius:4px;min-height:80px;padding:8px 12px;margin-bottom:8px}`;

export function trello(board: TrelloBoard = trelloBoard): Reproduction {
  return ({ pathname }) =>
    /^\/[bc]\/\w+/.test(pathname)
      ? page('trello', board, { title: `${board.name} | Trello`, style })
      : notFound;
}
