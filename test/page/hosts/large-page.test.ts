/** In a file of its own: happy-dom takes long to clear such a page away. */
import { expect, it } from 'vitest';
import { readView } from '@/utils/hosts/read';
import { hostAt } from '@/utils/hosts/registry';

it('reads a page of a hundred thousand elements', () => {
  const row = document.createElement('div');
  row.innerHTML = '<i email="a@b.example"></i><h1></h1>'.repeat(50);
  for (let at = 0; at < 1000; at++) document.body.append(row.cloneNode(true));
  document.title = 'Shades';
  const url = new URL('https://mail.example.com/');
  expect(readView({ host: hostAt(url, 'mail'), document, url })).toMatchObject({
    host: 'mail',
    title: 'Shades',
    people: [{ address: 'a@b.example' }],
  });
});
