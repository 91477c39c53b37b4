import { describe, expect, it } from 'vitest';
import { aView } from '@/test/fixtures/views';
import { keyOf, placesOf } from '@/utils/services/view-keys';

describe('what is in view', () => {
  const card = aView({ kind: 'card', url: 'https://trello.com/c/x1/5-title?filter=me#here', id: 'x1' });
  it('is known by its id, whatever else of the address changes', () => {
    expect(keyOf({ ...card, url: 'https://trello.com/c/x1/5-other-title' })).toBe(keyOf(card));
    expect(keyOf({ ...card, id: 'x2' })).not.toBe(keyOf(card));
    expect(keyOf({ ...card, kind: 'board' })).not.toBe(keyOf(card));
    expect(keyOf({ ...card, host: 'kanboard' })).not.toBe(keyOf(card));
  });
  it('is another on another server', () => {
    expect(keyOf({ ...card, url: 'https://board.example.com/c/x1' })).not.toBe(keyOf(card));
  });
  it('without an id is known by its address, but for query and fragment', () => {
    const { id: _, ...page } = aView({ host: 'page', kind: 'page', url: 'https://a.example.com/b?c=1#d' });
    expect(keyOf(page)).toBe('page https://a.example.com /b');
    expect(keyOf({ ...page, url: 'https://a.example.com/b?c=2' })).toBe(keyOf(page));
    expect(keyOf({ ...page, url: 'https://a.example.com/c' })).not.toBe(keyOf(page));
    expect(keyOf({ ...page, url: 'no address' })).toBe('page  no address');
  });
});

describe('the place whose project it shares', () => {
  const board = aView({ kind: 'board', url: 'https://trello.com/b/b1/lamp', id: 'b1', title: 'Lamp' });
  const card = aView({ kind: 'card', url: 'https://trello.com/c/x1/5', id: 'x1', title: '5', board: 'Lamp' });
  it('of a card is its board, by name; a board is known by its id first', () => {
    expect(placesOf(card)).toEqual(['trello https://trello.com board: Lamp']);
    expect(placesOf(board)).toEqual([keyOf(board), ...placesOf(card)]);
    expect(placesOf({ ...board, title: '' })).toEqual([keyOf(board)]);
  });
  it('of a card without a board, a mail or a page is itself', () => {
    const { board: _, ...alone } = card;
    expect(placesOf(alone)).toEqual([keyOf(alone)]);
    const mail = aView({ host: 'gmail', kind: 'thread', id: 't1', board: 'Inbox' });
    expect(placesOf(mail)).toEqual([keyOf(mail)]);
  });
});
