/** What every page of ours has to know before it can show anything. */
import { send } from '@/utils/messages/send';
import { defaults, type Settings } from '@/utils/store/settings';
import { loadWording, type Wording } from './language';

/** @returns the settings, or their defaults while the background is silent, and the texts in the language they ask for */
export async function startPage(): Promise<{ settings: Settings; wording: Wording }> {
  const settings = await send('settings.get', {}).catch(() => defaults);
  return { settings, wording: await loadWording(settings.language) };
}
