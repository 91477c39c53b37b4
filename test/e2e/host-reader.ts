/** Built as a script of its own, and run in a page: it leaves the reading of hosts as a function there. */
import { findSlot, readView } from '@/utils/hosts/read';
import { hostAt } from '@/utils/hosts/registry';
import type { View } from '@/utils/messages/view';

export interface Read {
  view: View;
  /** Name of the element that is written in; of its body where that is a frame. */
  editor: string | null;
}

function readHost(declared?: string): Read {
  const url = new URL(location.href);
  const host = hostAt(url, declared);
  const editor = host && findSlot(host, document, 'editor');
  return { view: readView({ host, document, url }), editor: editor?.localName ?? null };
}

Object.assign(globalThis, { readHost });
