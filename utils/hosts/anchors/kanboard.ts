/** Kanboard: a program that companies run themselves. */
import type { Anchors } from '../host';
import { dated } from './dated';

const code = dated('2026-08-01', 'kanboard/kanboard, 1.2.53, 2026-08-01');

export const kanboard: Anchors = {
  board: [code('header h1 .title a'), code('header h1 .title')],
  title: [code('#task-summary h2')],
  id: [code('#board[data-project-id]', '@data-project-id')],
  people: [code('.comment .comment-username')],
  text: [code('#task-view article.markdown'), code('#board-container')],
  action: [code('#task-summary')],
};
