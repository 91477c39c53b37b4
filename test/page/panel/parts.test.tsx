import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import type { Measure } from '@/utils/messages/context';
import { has, press, text, wordings } from '../page-doubles';
import { createPanel, full, nothing, parts, sales, title, who, words } from './double';

const panel = createPanel();

const signed: Measure = {
  name: words('Contracts signed'),
  owner: sales,
  weight: 1,
  reached: 0.65,
  value: 6.5,
  target: 10,
  unit: words('contracts'),
  better: 'higher',
};

const turn = (details: HTMLDetailsElement, open: boolean) =>
  act(() => {
    details.open = open;
    details.dispatchEvent(new Event('toggle'));
  });

describe('parts', () => {
  it('that are empty are absent', async () => {
    await panel.open({ context: () => nothing });
    await panel.see({ title: 'Hinge' });
    expect(title()).toBe('Hinge');
    expect(parts()).toEqual([]);
  });

  it('stand in their order', async () => {
    await panel.open({
      'context.words': () => [{ term: 1, frame: 0, word: 'delivery', contested: false, others: [] }],
    });
    await panel.see();
    expect(parts()).toEqual(['goal', 'who', 'handoffs', 'words', 'week', 'documents']);
  });

  it('that were folded stay folded', async () => {
    await panel.open();
    await panel.see();
    await turn(document.querySelector<HTMLDetailsElement>('.part-goal')!, false);
    await panel.close();
    await panel.open();
    await panel.see();
    expect(document.querySelector<HTMLDetailsElement>('.part-goal')!.open).toBe(false);
    expect(document.querySelector<HTMLDetailsElement>('.part-who')!.open).toBe(true);
  });

  it('list a few at first, all of them when asked', async () => {
    const many = Array.from({ length: 8 }, (_, i) => who({ id: `d${i}`, name: `Department ${i}` }));
    await panel.open({ context: () => ({ ...nothing, who: many }) });
    await panel.see();
    const rows = () => document.querySelectorAll('.part-who .row').length;
    expect(rows()).toBe(6);
    await press('Show all 8');
    expect(rows()).toBe(8);
    expect(has('Show all 8')).toBe(false);
  });

  it('measures stand behind the whole until they are opened, and stay open', async () => {
    const measured = { ...full, goal: { ...full.goal!, reached: 0.65, measures: [signed] } };
    await panel.open({ context: () => measured });
    await panel.see();
    const measures = () => document.querySelector<HTMLDetailsElement>('.composite')!;
    expect(measures().open).toBe(false);
    expect(measures().querySelector('summary')!.textContent).toBe('Overall65%');
    expect(measures().querySelector('.measure-numbers')!.textContent).toBe(
      '6.5 contracts (goal: 10 contracts) · weight 100%',
    );
    await turn(measures(), true);
    await panel.close();
    await panel.open({ context: () => measured });
    await panel.see();
    expect(measures().open).toBe(true);
  });

  it('without a handbook are absent; it can be chosen', async () => {
    await panel.open({ context: () => null });
    await panel.see();
    expect(parts()).toEqual([]);
    await press(wordings.en.catalogue.popup_first_choose!);
    expect(panel.browser.openWelcome).toHaveBeenCalledOnce();
  });
});

it('names the project that the handbook found, and that it did', async () => {
  await panel.open();
  await panel.see();
  const project = document.querySelector<HTMLElement>('.goal-project')!;
  expect(project.querySelector('label')!.textContent).toBe('Project');
  expect([...project.querySelectorAll('option')].map(({ text }) => text)).toEqual([
    'Desk Lamp',
    'Hotel line',
  ]);
  expect(project.querySelector('.hint')!.textContent).toBe('By the handbook');
});

it('speaks Chinese', async () => {
  await panel.open({}, 'zh-CN');
  await panel.see({ kind: 'card', title: '铰链', missing: ['title'] });
  const { catalogue } = wordings['zh-CN'];
  for (const key of ['panel_goal', 'panel_who', 'panel_handoffs', 'panel_week', 'panel_documents'])
    expect(text(), key).toContain(catalogue[key]);
  expect(text()).not.toContain('Shared goal');
}); // biome-ignore format: a list
