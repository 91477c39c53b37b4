/** The numbers of a project's measures, as people of each language write them. */
import { expect, it } from 'vitest';
import type { Measure } from '@/utils/messages/context';
import { createPanel, full, rnd, words } from './double';

const panel = createPanel();

const measure = (unit: string, value: number, target: number): Measure => ({
  name: words(`Measure in ${unit}`),
  owner: rnd,
  weight: 0.3,
  reached: value / target,
  value,
  target,
  unit: words(unit),
  better: 'higher',
});

it.each([
  ['en', ['70% (goal: 100%) · weight 30%', '12 orders (goal: 40 orders) · weight 30%']],
  ['zh-CN', ['70%（目标：100%） · 权重 30%', '12 orders（目标：40 orders） · 权重 30%']],
] as const)('have no space before a percent sign, and one before a word: %s', async (language, numbers) => {
  const measures = [measure('%', 70, 100), measure('orders', 12, 40)];
  await panel.open({ context: () => ({ ...full, goal: { ...full.goal!, measures } }) }, language);
  await panel.see();
  expect([...document.querySelectorAll('.measure-numbers')].map((line) => line.textContent)).toEqual(numbers);
});

it.each([
  [60, '70% (goal: 100%) · ↑ rising, before: 60% · weight 30%'],
  [75, '70% (goal: 100%) · ↓ falling, before: 75% · weight 30%'],
  [70, '70% (goal: 100%) · → as before · weight 30%'],
])('say which way they go since %d', async (previous, numbers) => {
  const measures = [{ ...measure('%', 70, 100), previous }];
  await panel.open({ context: () => ({ ...full, goal: { ...full.goal!, measures } }) });
  await panel.see();
  expect(document.querySelector('.measure-numbers')!.textContent).toBe(numbers);
});
