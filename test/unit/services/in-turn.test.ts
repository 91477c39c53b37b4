import { expect, it } from 'vitest';
import { inTurn } from '@/utils/services/in-turn';

it('runs one at a time, and once more for all that came meanwhile', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const work = inTurn(async () => {
    runs++;
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve));
    running--;
  });
  await Promise.all([work(), work(), work(), work()]);
  expect({ most, runs }).toEqual({ most: 1, runs: 2 });
  await work();
  expect(runs).toBe(3);
});

it('goes on after a run that failed, and tells only who asked for it', async () => {
  let fails = true;
  const work = inTurn(async () => {
    if (!fails) return;
    fails = false;
    throw new Error('first');
  });
  const results = await Promise.allSettled([work(), work()]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});
