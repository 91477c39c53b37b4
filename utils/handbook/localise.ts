/** Picks the text a reader can read best. */
import type { Text } from './schema';

/**
 * @param text a handbook text, one string or one per language
 * @param languages BCP 47 tags, the one read best first
 * @param main language of a text given as one string
 * @returns the text in the first of `languages` it has, compared whole, then by primary language (`zh-HK` reads
 *   `zh-CN`: RFC 4647 lookup), else its first one; with the language it is in
 */
export function localise(
  text: Text,
  languages: readonly string[],
  main: string,
): { text: string; language: string } {
  if (typeof text === 'string') return { text, language: main };
  const tags = Object.keys(text);
  for (const wanted of languages) {
    const tag =
      tags.find((tag) => tag.toLowerCase() === wanted.toLowerCase()) ??
      tags.find((tag) => primary(tag) === primary(wanted));
    if (tag) return { text: text[tag]!, language: tag };
  }
  const first = tags[0] ?? main;
  return { text: text[first] ?? '', language: first };
}

/** @returns the language without script and region: `zh-CN` → `zh` */
export function primary(tag: string): string {
  return tag.split('-', 1)[0]!.toLowerCase();
}
