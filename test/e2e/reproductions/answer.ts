/**
 * A reproduction: a page of our own that is built as public sources describe a host's pages, to be served under the
 * host's real address. It is no capture: nothing of it was taken from the host.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** @param url any address under the host's; @returns what the host would answer */
export type Reproduction = (url: URL) => Answer;

export interface Person {
  name: string;
  address: string;
}

export interface Message {
  from: Person;
  to: Person[];
  date: string;
  paragraphs: string[];
}

export interface Thread {
  /** As the host's addresses name it. */
  id: string;
  subject: string;
  label?: string;
  messages: Message[];
}

export interface Mailbox {
  account: Person;
  threads: Thread[];
  dark?: boolean;
}

export const notFound: Answer = { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };

/** Content Security Policies name the page's own scripts and styles by it. */
export const nonce = 'cmVwcm9kdWN0aW9u';

const scriptOf = (name: string) => readFileSync(join(import.meta.dirname, `${name}.page.js`), 'utf8');

/**
 * @param name of the script beside this file that draws the page
 * @param data what it shows
 */
export function page(
  name: string,
  data: object,
  {
    title = '',
    style = '',
    headers = {},
  }: { title?: string; style?: string; headers?: Record<string, string> } = {},
): Answer {
  // `</script>` in the data would end it.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><style nonce="${nonce}">${style}</style></head>
<body>
<script type="application/json" id="reproduction-data">${json}</script>
<script nonce="${nonce}">${scriptOf('elements')}${scriptOf(name)}</script>
</body>
</html>`,
  };
}
