/** Wakes the background at a time; it sleeps in between. */
import { browser } from './browser';

/** What it is woken for. */
const names = ['check-handbook', 'resume-sites'] as const;
export type AlarmName = (typeof names)[number];

/** @param at ms since 1970; undefined: not any more */
export async function wakeAt(name: AlarmName, at: number | undefined): Promise<void> {
  if (at === undefined) await browser.alarms.clear(name);
  else browser.alarms.create(name, { when: at });
}

/** To be called while the background starts. */
export function onWake(listeners: Record<AlarmName, () => void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    const known = names.find((one) => one === name);
    if (known) listeners[known]();
  });
}
