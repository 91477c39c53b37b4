/** What is said of a document that could not be had. */
import type { FetchFault } from '@/utils/store/fetch-fault';

/** @returns the address as it may be shown: no password, and no query, which often holds a secret */
export function shownAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  return (url?.host ? `${url.protocol}//${url.host}${url.pathname}` : address).slice(0, 200);
}

/** @param path of the first problem in a document of which nothing can be used */
export function unusable(where: string, path: string): FetchFault {
  return { key: 'fetch_nothing_usable', names: [where, path || '{ }'] };
}
