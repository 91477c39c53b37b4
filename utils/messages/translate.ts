/** The interface's texts, from `_locales`, in the language the user chose rather than only the browser's. */
import type english from '@/public/_locales/en/messages.json';

export type MessageKey = keyof typeof english;
export type Translate = (key: MessageKey, ...names: Array<string | number>) => string;

/** `messages.json` of one language, reduced to key and text. */
export type Catalogue = Readonly<Record<string, string>>;

/**
 * @param catalogue texts by key; `$1` to `$9` stand for names, as browser.i18n has it
 * @returns a function from key and names to text; a key that is missing shows itself
 */
export function translator(catalogue: Catalogue): Translate {
  return (key, ...names) =>
    (catalogue[key] ?? key).replace(/\$([1-9])/g, (_, digit: string) =>
      String(names[Number(digit) - 1] ?? ''),
    );
}
