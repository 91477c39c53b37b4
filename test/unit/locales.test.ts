/** The interface's texts: whole in both languages, and each one used. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import english from '@/public/_locales/en/messages.json';
import chinese from '@/public/_locales/zh_CN/messages.json';

type Messages = Record<string, { message: string }>;
const texts = { en: english as Messages, zh: chinese as Messages };
const keys = Object.keys(english);

const code = ['entrypoints', 'components', 'utils', 'wxt.config.ts']
  .flatMap((path) =>
    path.endsWith('.ts')
      ? [path]
      : readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => `${path}/${file}`),
  )
  .filter((path) => /\.(?:tsx?|html)$/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

it('has the same messages in both languages, in the same order', () => {
  expect(Object.keys(chinese)).toEqual(keys);
});

/** Examples of one language inside the other, and halves of a sentence. */
const bilingual = ['search_hint', 'preview_counterpart'];
const halves = ['preview_before', 'preview_after'];

it.each(keys)('%s stands in both languages with the same names', (key) => {
  const placeholders = (text: string) => [...new Set(text.match(/\$[1-9]/g) ?? [])].sort();
  const [en, zh] = [texts.en[key]!.message, texts.zh[key]!.message];
  expect(placeholders(zh)).toEqual(placeholders(en));
  if (!halves.includes(key)) expect([en.trim(), zh.trim()]).toEqual([en, zh]);
  if (!bilingual.includes(key)) expect(en, 'An English text in Chinese.').not.toMatch(/\p{Script=Han}/u);
});

it('uses every message', () => {
  const unused = keys.filter((key) => !new RegExp(`(?:['"\`]|__MSG_)${key}(?:['"\`]|__)`).test(code));
  expect(unused, 'Remove them from both files.').toEqual([]);
});

it('has no text in the code that belongs into the messages', () => {
  const inMarkup = code.match(/>\s*[A-Z][a-z]+(?: [a-z]+)+[.?!]?\s*</g) ?? [];
  expect(inMarkup).toEqual([]);
});
