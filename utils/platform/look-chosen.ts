/** A page of ours that stays open while the reader chooses another look elsewhere. */
import { send } from '@/utils/messages/send';
import type { Settings } from '@/utils/store/settings';
import { browser } from './browser';

/** Loads this page anew once the language or the theme is another than it was begun with. */
export function reloadWithLook({ language, theme }: Settings): void {
  browser.storage.local.onChanged.addListener(async () => {
    const now = await send('settings.get', {}).catch(() => null);
    if (now && (now.language !== language || now.theme !== theme)) location.reload();
  });
}
