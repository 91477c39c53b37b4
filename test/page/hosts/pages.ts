/** Pages of hosts as their anchors' sources describe them, small. */

import { readView } from '@/utils/hosts/read';
import { hostAt } from '@/utils/hosts/registry';
import type { View } from '@/utils/messages/view';

export interface Page {
  /** As if it stood there. */
  address: string;
  title: string;
  /** Inside the body. */
  body: string;
  /** Of the body element. */
  attributes?: Record<string, string>;
  /** What the user said of the site. */
  declared?: string;
}

/** Puts a page into the document and reads it. */
export function readPage({ address, declared, ...page }: Page): View {
  show(page);
  const url = new URL(address);
  return readView({ host: hostAt(url, declared), document, url });
}

export function show({ title, body, attributes = {} }: Pick<Page, 'title' | 'body' | 'attributes'>) {
  for (const root of [document.documentElement, document.body]) {
    for (const { name } of [...root.attributes]) root.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) document.body.setAttribute(name, value);
  document.title = title;
  document.body.innerHTML = body;
}
