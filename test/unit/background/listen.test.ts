import { beforeEach, expect, it, vi } from 'vitest';
import { listen } from '@/entrypoints/background/listen';
import type { Services } from '@/entrypoints/background/services';

const memory = vi.hoisted(() => ({ begun: false }));
vi.mock('@/utils/platform/browser', () => {
  const event = { addListener: () => {} };
  return {
    browser: {
      runtime: { onInstalled: event, onStartup: event },
      permissions: { onAdded: event, onRemoved: event },
      alarms: { onAlarm: event },
      contextMenus: { onClicked: event },
      commands: { onCommand: event },
      omnibox: { onInputChanged: event, onInputEntered: event },
      storage: {
        session: {
          get: async () => memory,
          set: async (items: Partial<typeof memory>) => Object.assign(memory, items),
        },
      },
    },
  };
});

let failing: string[];
let done: string[];
beforeEach(() => {
  memory.begun = false;
  done = [];
});

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** The background starts. */
async function start(): Promise<void> {
  const work = (name: string) => async () => {
    done.push(name);
    if (failing.includes(name)) throw new Error(name);
  };
  listen({
    refreshPages: work('scripts'),
    refreshMenu: work('menu'),
    check: work('check'),
  } as unknown as Services);
  await settle();
}

it('begins once', async () => {
  failing = [];
  await start();
  await start();
  expect(done).toEqual(['scripts', 'menu', 'check']);
});

it.each(['scripts', 'menu', 'check'])('begins whole and again where this failed: %s', async (name) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  failing = [name];
  await start();
  expect(done).toEqual(['scripts', 'menu', 'check']);
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
  failing = [];
  await start();
  await start();
  expect(done).toEqual(['scripts', 'menu', 'check', 'scripts', 'menu', 'check']);
});
