/** From the bytes of a document to its JSON value. */
import { jsonFault } from '@/utils/handbook/json-position';
import type { FetchFault } from '@/utils/store/fetch-fault';
import { shownAddress } from './fetch-fault';

/**
 * @param address where the bytes came from, for the message
 * @returns the bytes' JSON value, or why there is none
 */
export function parseDocument(
  bytes: Uint8Array,
  address: string,
): { value: unknown } | { fault: FetchFault } {
  const where = shownAddress(address);
  const fault = (key: FetchFault['key'], ...names: Array<string | number>) => ({
    fault: { key, names: [where, ...names.map(String)] },
  });
  if (looksLikeMarkup(bytes)) return fault('fetch_web_page');
  const text = decoded(bytes);
  if (text === null) return fault('fetch_not_utf8', lineNotUtf8(bytes));
  if (text.trim() === '') return fault('fetch_empty');
  try {
    return { value: JSON.parse(text) };
  } catch {
    const at = jsonFault(text);
    if (!at || at.cutOff) return fault('fetch_cut_off');
    return fault('fetch_not_json', at.line, at.column);
  }
}

/** No JSON text begins with `<`: it is a web page, most often one to sign in. */
function looksLikeMarkup(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const first = bytes.subarray(start).find((byte) => byte > 0x20);
  return first === '<'.charCodeAt(0);
}

/** RFC 8259, 8.1: JSON between systems is UTF-8, whatever the Content-Type says. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lineNotUtf8(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
    if (decoded(bytes.subarray(start, end)) === null) return line;
    start = end;
  }
  return line;
}
