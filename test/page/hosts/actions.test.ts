/** Where an Ask action may stand, and where the page is left alone. */
import { expect, it } from 'vitest';
import { findActions } from '@/utils/hosts/read';
import { hostAt } from '@/utils/hosts/registry';
import { show } from './pages';

const url = new URL('https://trello.com/c/9aBcDeF0/12-order');
const card = (title: string) => {
  show({
    title: 'Order on Lamp | Trello',
    body: `<div role="dialog" data-testid="card-back-name"><header><div><div>Doing</div></div>
      <textarea data-testid="${title}">Order</textarea></header></div>`,
  });
  return { host: hostAt(url), document, url };
};

it('is beside what a host shows', () => {
  expect(findActions(card('card-back-title-input'))?.localName).toBe('header');
});

it('is nowhere where the host has changed, though its place is there still', () => {
  expect(findActions(card('renamed'))).toBeNull();
});

it('is nowhere on a page of no host', () => {
  expect(findActions({ ...card('card-back-title-input'), host: null })).toBeNull();
});
