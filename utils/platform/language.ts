/** Which language the interface speaks, and its texts. */

import type { Catalogue } from '@/utils/messages/translate';
import type { Settings } from '@/utils/store/settings';
import { browser } from './browser';

/** A catalogue with the BCP 47 tag of its language. */
export interface Wording {
  catalogue: Catalogue;
  language: 'en' | 'zh-CN';
}

const folders = { en: 'en', 'zh-CN': 'zh_CN' } as const;

/**
 * @param setting the user's choice; `auto` follows the browser
 * @returns the language of the interface, English where the browser's is not offered
 */
export function interfaceLanguage(setting: Settings['language']): Wording['language'] {
  if (setting !== 'auto') return setting;
  return /^zh\b/i.test(browser.i18n.getUILanguage()) ? 'zh-CN' : 'en';
}

/** @returns the texts of the interface in the language that `setting` asks for */
export async function loadWording(setting: Settings['language']): Promise<Wording> {
  const language = interfaceLanguage(setting);
  const response = await fetch(browser.runtime.getURL(`_locales/${folders[language]}/messages.json`));
  const messages = (await response.json()) as Record<string, { message: string }>;
  return {
    language,
    catalogue: Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message])),
  };
}
