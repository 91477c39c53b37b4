/** Wakes the background when the handbook is to be looked at anew. */
import { browser } from './browser';

const name = 'check-handbook';

/** @param at ms since 1970; undefined: no check is due */
export async function scheduleCheck(at: number | undefined): Promise<void> {
  if (at === undefined) await browser.alarms.clear(name);
  else browser.alarms.create(name, { when: at });
}

export function onCheckDue(listener: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener();
  });
}
