/** Where the browser tests run: one process for all of them, with one browser of each engine that ends with it. */
import type { Environment } from 'vitest/environments';
import type { Launched } from '../../scripts/browser/launch.mjs';
import type { Engine } from '../../scripts/setup/find-browsers.mjs';

/** On the global object, since vitest loads this file twice: as the environment, and as what tests import. */
const held = globalThis as { browsersOfRun?: Map<Engine, Launched> };
held.browsersOfRun ??= new Map();

/** Browsers that run, by engine; none before the first suite asks for one. */
export const browsersOfRun = held.browsersOfRun;

export default {
  name: 'browsers',
  viteEnvironment: 'ssr',
  setup: () => ({
    teardown: async () => {
      await Promise.all([...browsersOfRun.values()].map(({ close }) => close()));
    },
  }),
} satisfies Environment;
