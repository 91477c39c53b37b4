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
  it('without an id is known by its address, but for query and fragment, and its kind', () => {
    const { id: _, ...board } = { ...card, kind: 'board' as const, url: 'https://a.example.com/b?c=1#d' };
    expect(keyOf({ ...board, url: 'https://a.example.com/b?c=2', title: 'Other' })).toBe(keyOf(board));
    expect(keyOf({ ...board, url: 'https://a.example.com/c' })).not.toBe(keyOf(board));
    expect(keyOf({ ...board, kind: 'chat' })).not.toBe(keyOf(board));
    expect(keyOf({ ...board, url: 'no address' })).toBe('trello  board no address');
  });
  it('as a page is known by its title as well', () => {
    const page = aView({ host: 'page', kind: 'page', url: 'https://a.example.com/b?c=1#d', title: 'Plan' });
    expect(keyOf(page)).toBe('page https://a.example.com page /b Plan');
    expect(keyOf({ ...page, url: 'https://a.example.com/b?c=2' })).toBe(keyOf(page));
    expect(keyOf({ ...page, title: 'Offer' })).not.toBe(keyOf(page));
    expect(keyOf({ ...page, title: '' })).not.toBeNull();
  });
  it.each(['thread', 'draft'] as const)('as a %s without an id is known by its subject', (kind) => {
    const mail = aView({ host: 'outlook', kind, url: 'https://mail.example.com/mail', title: 'Lunch' });
    expect(keyOf({ ...mail, title: 'Dinner' })).not.toBe(keyOf(mail));
    expect(keyOf({ ...mail, title: 'Re: 回复：Lunch' })).toBe(keyOf(mail));
    expect(keyOf({ ...mail, kind: kind === 'draft' ? 'thread' : 'draft' })).not.toBe(keyOf(mail));
    expect(keyOf({ ...mail, url: 'https://mail.example.com/mail?folder=2#top' })).toBe(keyOf(mail));
  });
  it('as mail of a program that nobody knows is known by all of its address', () => {
    const mail = aView({
      host: 'mail',
      kind: 'thread',
      url: 'https://mail.example.com/?m=1#a',
      title: 'Lunch',
    });
    expect(keyOf({ ...mail, url: 'https://mail.example.com/?m=2#a' })).not.toBe(keyOf(mail));
    expect(keyOf({ ...mail, url: 'https://mail.example.com/?m=1#b' })).not.toBe(keyOf(mail));
  });
  it('as mail without id and subject is known by nothing', () => {
    const draft = aView({
      host: 'roundcube',
      kind: 'draft',
      url: 'https://mail.example.com/',
      title: 'Re: ',
    });
    expect(keyOf(draft)).toBeNull();
    expect(keyOf({ ...draft, kind: 'thread' })).toBeNull();
    expect(keyOf({ ...draft, id: 'd1' })).not.toBeNull();
    expect(placesOf(draft)).toEqual([]);
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
