/** What a page does not show and its host's own interface tells is drawn, and decisions are kept by it. */
import { expect, it, vi } from 'vitest';
import { formatsOf } from '@/components/formats';
import type { View } from '@/utils/messages/view';
import { choose, settle, text } from '../page-doubles';
import { createPanel, full, title } from './double';

const panel = createPanel();
const card: Partial<View> = { kind: 'card', id: 'Ab12Cd34', title: 'Try' };
const more = (view: View): View => ({
  ...view,
  title: 'Try the screws',
  board: 'Desk Lamp 3',
  due: '2026-12-01T09:00:00.000Z',
  missing: [],
});
const untold = () => {
  let tell!: (view: View) => Promise<void>;
  const told = new Promise<View>((resolve) => {
    tell = async (view) => {
      resolve(view);
      await settle();
    };
  });
  return { told, tell };
};

it('comes after what the page shows, and is asked about', async () => {
  const { told, tell } = untold();
  const { sent } = await panel.open({ 'context.view': () => told });
  await panel.see(card);
  expect(title()).toBe('Try');
  expect(text()).toContain('Sold by spring');
  const [{ view }] = sent('context.view') as [{ view: View }];
  await tell(more(view));
  expect(title()).toBe('Try the screws');
  expect(text()).toContain(`Card · Desk Lamp 3 · ${formatsOf('en').moment(Date.UTC(2026, 11, 1, 9))}`);
  expect(sent('context')).toEqual([{ view }, { view: more(view) }]);
});

it('stays while the page changes', async () => {
  const second = untold();
  const answers = [undefined, second.told];
  await panel.open({ 'context.view': ({ view }) => answers.shift() ?? more(view) });
  await panel.see(card);
  await panel.see({ ...card, labels: ['new'] });
  expect(title()).toBe('Try the screws');
});

it('is dropped where another card is in view by then', async () => {
  const { told, tell } = untold();
  const answers = [told, null];
  const { sent } = await panel.open({ 'context.view': () => answers.shift()! });
  await panel.see(card);
  await panel.see({ ...card, id: 'Ef56', title: 'Shade' });
  await tell(more((sent('context.view') as [{ view: View }])[0].view));
  expect(title()).toBe('Shade');
});

it('is waited for before a project is chosen, which is kept by the board', async () => {
  const { told, tell } = untold();
  const { sent } = await panel.open({ 'context.view': () => told, 'context.choose': () => full });
  await panel.see(card);
  await choose('Project', 'hotel');
  expect(sent('context.choose')).toEqual([]);
  await tell(more((sent('context.view') as [{ view: View }])[0].view));
  await vi.waitFor(() =>
    expect(sent('context.choose')).toEqual([
      { view: expect.objectContaining({ board: 'Desk Lamp 3' }), project: 'hotel', private: false },
    ]),
  );
});
