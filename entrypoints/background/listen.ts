/** What the browser tells the background, and what is done about it. */
import { onWake } from '@/utils/platform/alarms';
import { browser } from '@/utils/platform/browser';
import { onAddressBar, onLookUpGestures } from '@/utils/platform/look-up';
import { onceWhileEnabled } from '@/utils/platform/once-while-enabled';
import { onPanelGestures } from '@/utils/platform/panel-gestures';
import type { Services } from './services';

export function listen({ settings, check, define, refreshPages, refreshMenu }: Services): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome();
  });
  browser.runtime.onStartup.addListener(() => {}); // starts the background with the browser
  onceWhileEnabled(begin).catch((error) => console.error('begin:', error));
  onWake({ 'check-handbook': () => void check('schedule'), 'resume-sites': () => void refreshPages() });
  browser.permissions.onAdded.addListener(() => void refreshPages());
  browser.permissions.onRemoved.addListener(() => void refreshPages());
  onLookUpGestures();
  onPanelGestures();
  onAddressBar((query) => define.search(query, 6));

  async function begin(): Promise<void> {
    const done = await Promise.allSettled([refreshPages(), refreshMenu()]);
    await check('start');
    const failed = done.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  async function welcome(): Promise<void> {
    if (!(await settings.get()).welcomed)
      await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
  }
}
